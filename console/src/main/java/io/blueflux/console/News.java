// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.ServerState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens between two ticks: the newest, what concerns servers before meetings before people. What was there before anybody looked
 * is no news: the servers that the fleet begins with, and what the first answer of a server has.
 */
final class News {
    private static final int MOST = 40;

    private final Map<FeedEvent.Kind, Deque<Entry>> waiting = new EnumMap<>(FeedEvent.Kind.class);
    private final Map<String, Long> firstAnswers = new HashMap<>();
    private boolean begun;
    private int arrived;
    private int skipped;

    /**
     * What is told at a tick.
     *
     * @param events the oldest first
     * @param skipped how many are left out
     */
    record Told(long tick, List<FeedEvent> events, int skipped) {}

    private record Entry(int place, FeedEvent event) {}

    synchronized void add(FleetEvent event) {
        if (isNews(event)) {
            Deque<Entry> alike = waiting.computeIfAbsent(FeedEvent.kind(event), kind -> new ArrayDeque<>());
            alike.add(new Entry(arrived++, FeedEvent.of(event)));
            if (alike.size() > MOST) {
                alike.remove();
                skipped++;
            }
        }
    }

    synchronized Told take(long tick) {
        List<Entry> chosen = new ArrayList<>();
        for (Deque<Entry> alike : waiting.values()) { // in the order of the kinds
            while (!alike.isEmpty() && chosen.size() < MOST) {
                chosen.add(alike.removeLast());
            }
            skipped += alike.size();
        }
        Told told = new Told(
                tick,
                chosen.stream()
                        .sorted(Comparator.comparingInt(Entry::place))
                        .map(Entry::event)
                        .toList(),
                skipped);
        waiting.clear();
        arrived = 0;
        skipped = 0;
        begun = true;
        return told;
    }

    private boolean isNews(FleetEvent event) {
        String server = event.source().server();
        if (event instanceof FleetEvent.MeetingsKnown) {
            firstAnswers.putIfAbsent(server, event.source().poll());
            return false;
        }
        if (event instanceof FleetEvent.MeetingsUnknown) {
            return false;
        }
        if (event instanceof FleetEvent.ServerRemoved) {
            firstAnswers.remove(server);
        }
        if (event instanceof FleetEvent.ServerStateChanged changed) {
            return changed.from() != ServerState.NEW || changed.health().state() != ServerState.UP;
        }
        return FeedEvent.kind(event) == FeedEvent.Kind.SERVERS
                ? begun
                : event.source().poll() > firstAnswers.getOrDefault(server, Long.MAX_VALUE);
    }
}
