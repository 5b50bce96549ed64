// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * What is known of the servers, and who wants to hear of it. The lock is held for a few steps, and never while a subscriber is
 * called: changes mark the feeds under it, and {@link #flush()} hands over after it.
 */
final class FleetState {

    /** A server that changed; without an entry it was removed. */
    record Change(String server, @Nullable Entry now, Instant at) {}

    /** What is known of a server. Another lane under the same name is another server. */
    record Entry(Lane lane, ServerView view, @Nullable ServerReport report) {}

    private final Clock clock;
    private final List<Feed<?>> feeds = new CopyOnWriteArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long version;
    private boolean closed;
    private @Nullable FleetSnapshot latest;

    FleetState(Clock clock) {
        this.clock = clock;
    }

    /** Returns a stream that begins with what is known when it is subscribed to. */
    <T> Flux<T> stream(Function<FluxSink<T>, Feed<T>> feeds) {
        return Flux.create(sink -> attach(feeds.apply(sink), sink), FluxSink.OverflowStrategy.ERROR);
    }

    private <T> void attach(Feed<T> feed, FluxSink<T> sink) {
        if (!register(feed)) {
            sink.complete();
            return;
        }
        sink.onDispose(() -> feeds.remove(feed));
        sink.onRequest(wanted -> feed.drain());
    }

    private synchronized boolean register(Feed<?> feed) {
        if (!closed) {
            entries.forEach((name, entry) -> {
                feed.changed(name);
                if (entry.report() != null) {
                    feed.polled(name);
                }
            });
            feeds.add(feed);
        }
        return !closed;
    }

    synchronized void add(Lane lane) {
        entries.put(lane.name(), new Entry(lane, lane.view(), null));
        mark(feed -> feed.changed(lane.name()));
    }

    synchronized void remove(String name) {
        entries.remove(name);
        mark(feed -> feed.removed(name));
    }

    /** Marks a server; returns whether there is one. */
    synchronized boolean drain(String name, boolean draining) {
        Entry entry = entries.get(name);
        if (entry != null) {
            entries.put(name, new Entry(entry.lane(), entry.view().withDraining(draining), entry.report()));
            mark(feed -> feed.changed(name));
        }
        return entry != null;
    }

    /** Takes a report and returns the view as it is now; null if the lane is not the server's any more. */
    synchronized @Nullable ServerView publish(Lane lane, ServerReport report) {
        Entry entry = entries.get(lane.name());
        if (entry == null || entry.lane() != lane) {
            return null;
        }
        ServerView view = report.server().withDraining(entry.view().draining());
        ServerReport told = new ServerReport(view, report.startedAt(), report.latency(), report.lag(), report.error());
        entries.put(lane.name(), new Entry(lane, view, told));
        mark(feed -> {
            feed.changed(lane.name());
            feed.polled(lane.name());
        });
        return view;
    }

    /** Takes the longest waiting of the marks away. */
    synchronized @Nullable Change take(Set<String> marks, Set<String> known) {
        String name = first(marks);
        if (name == null) {
            return null;
        }
        Entry entry = entries.get(name);
        if (entry == null) {
            known.remove(name);
        } else {
            known.add(name);
        }
        return new Change(name, entry, clock.instant());
    }

    /** Takes the longest waiting of the marks away. */
    synchronized @Nullable ServerReport takeReport(Set<String> marks) {
        String name = first(marks);
        Entry entry = name == null ? null : entries.get(name);
        return entry == null ? null : entry.report();
    }

    synchronized FleetSnapshot snapshot() {
        FleetSnapshot known = latest;
        if (known == null || known.version() != version) {
            known = newSnapshot();
            latest = known;
        }
        return known;
    }

    /** Hands over what was marked. Never called under a lock. */
    void flush() {
        feeds.forEach(Feed::drain);
    }

    /** Ends all streams. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        feeds.forEach(Feed::complete);
    }

    private void mark(Consumer<Feed<?>> change) {
        version++;
        feeds.forEach(change);
    }

    private static @Nullable String first(Set<String> marks) {
        Iterator<String> iterator = marks.iterator();
        if (!iterator.hasNext()) {
            return null;
        }
        String name = iterator.next();
        iterator.remove();
        return name;
    }

    private FleetSnapshot newSnapshot() {
        Map<String, ServerView> servers = new LinkedHashMap<>();
        Map<ServerState, Integer> states = new EnumMap<>(ServerState.class);
        for (ServerState state : ServerState.values()) {
            states.put(state, 0);
        }
        FleetCounts totals = FleetCounts.NONE;
        long unknown = 0;
        for (Entry entry : entries.values()) {
            ServerView view = entry.view();
            servers.put(view.name(), view);
            states.merge(view.state(), 1, Integer::sum);
            totals = totals.plus(view.counts());
            unknown += view.meetingsKnown() ? 0 : view.counts().meetings();
        }
        return new FleetSnapshot(
                version,
                clock.instant(),
                Collections.unmodifiableMap(servers),
                totals,
                unknown,
                Collections.unmodifiableMap(states));
    }
}
