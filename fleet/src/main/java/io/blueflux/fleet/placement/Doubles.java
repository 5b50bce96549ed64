// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.model.Meeting;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells of meetings that are on more than one server: those that a findOrCreate ran into, and those that polls show. */
final class Doubles {
    /** How many a slow subscriber may be behind; the oldest give way. */
    private static final int BEHIND = 1_000;

    private final BbbFleet fleet;
    private final Sites sites;
    private final Hearing hearing;
    private final List<Sinks.Many<MeetingDoubled>> subscribers = new CopyOnWriteArrayList<>();
    private final Map<String, Set<MeetingTwin.Identity>> met = Collections.synchronizedMap(new Newest<>(BEHIND));
    private final Queue<MeetingDoubled> untold = new ConcurrentLinkedQueue<>();
    private final AtomicInteger telling = new AtomicInteger();

    Doubles(BbbFleet fleet, Sites sites, Hearing hearing) {
        this.fleet = fleet;
        this.sites = sites;
        this.hearing = hearing;
    }

    /** Returns the server of the one, of several running meetings of one meetingID, that all processes agree on. */
    String winner(String meetingId, Map<String, Meeting> meetings) {
        List<String> servers = doubled(meetingId, meetings).servers();
        return servers.isEmpty() ? meetings.keySet().iterator().next() : servers.get(0); // where all left the fleet
    }

    /** Returns the meeting that was found on these servers; on several, all is told, and one of them wins. */
    PlacedMeeting one(String meetingId, Map<String, Meeting> meetings) {
        if (meetings.size() > 1) {
            tell(meetingId, meetings, null);
        }
        String server = winner(meetingId, meetings);
        return PlacedMeeting.found(server, Objects.requireNonNull(meetings.get(server)));
    }

    /** Tells once of meetings that were met on several servers; fewer if some left the fleet meanwhile. */
    void tell(String meetingId, Map<String, Meeting> meetings, @Nullable String ended) {
        List<MeetingTwin> twins = MeetingTwin.inOrder(MeetingOrder.of(meetingId), sites.twins(meetings));
        if (twins.size() > 1 && (isNews(meetingId, twins) || ended != null)) {
            MeetingDoubled doubled = doubled(meetingId, twins, ended);
            hearing.tell(listener -> listener.onDoubled(doubled));
            untold.add(doubled);
            emit();
        }
    }

    private boolean isNews(String meetingId, List<MeetingTwin> twins) {
        Set<MeetingTwin.Identity> now =
                twins.stream().map(MeetingTwin::identity).collect(Collectors.toSet());
        return !now.equals(met.put(meetingId, now));
    }

    /** One at a time, since a sink refuses who comes while another emits; whoever is first tells for the others. */
    private void emit() {
        if (telling.getAndIncrement() > 0) {
            return;
        }
        do {
            MeetingDoubled next = untold.poll();
            if (next != null) {
                subscribers.forEach(subscriber -> tell(subscriber, next));
            }
        } while (telling.decrementAndGet() > 0);
    }

    private void tell(Sinks.Many<MeetingDoubled> subscriber, MeetingDoubled news) {
        try {
            subscriber.tryEmitNext(news); // fails only where it has left
        } catch (Throwable e) {
            subscribers.remove(subscriber);
            UserCode.log("a subscriber to doubled meetings threw, and hears of no more that are met", e);
        }
    }

    Flux<MeetingDoubled> stream() {
        return Flux.defer(() -> {
            DoubledFeed feed = new DoubledFeed(this);
            Sinks.Many<MeetingDoubled> mine = Sinks.many().unicast().onBackpressureBuffer();
            Flux<MeetingDoubled> isMet = mine.asFlux()
                    .doOnSubscribe(subscription -> subscribers.add(mine))
                    .doFinally(signal -> subscribers.remove(mine))
                    .onBackpressureBuffer(BEHIND, late -> {}, BufferOverflowStrategy.DROP_OLDEST);
            Flux<Object> polls = fleet.reports().cast(Object.class).concatWithValues(feed);
            return Flux.merge(polls, isMet).takeWhile(news -> news != feed).concatMapIterable(feed::hear);
        });
    }

    int servers() {
        return fleet.servers().size();
    }

    boolean has(String server) {
        return sites.entry(server) != null;
    }

    MeetingDoubled doubled(String meetingId, Map<String, Meeting> meetings) {
        return doubled(meetingId, MeetingTwin.inOrder(MeetingOrder.of(meetingId), sites.twins(meetings)), null);
    }

    private static MeetingDoubled doubled(String meetingId, List<MeetingTwin> twins, @Nullable String ended) {
        return new MeetingDoubled(
                meetingId, twins.stream().map(twin -> twin.entry().name()).toList(), ended);
    }
}
