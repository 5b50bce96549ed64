// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.model.Meeting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Sinks.Many<MeetingDoubled> met = Sinks.many().multicast().directBestEffort();
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

    /** Tells of a meeting that was met on several servers; fewer if some left the fleet meanwhile. */
    void tell(String meetingId, Map<String, Meeting> meetings, @Nullable String ended) {
        List<MeetingTwin> twins = MeetingTwin.inOrder(MeetingOrder.of(meetingId), sites.twins(meetings));
        if (twins.size() > 1) {
            MeetingDoubled doubled = doubled(meetingId, twins, ended);
            hearing.tell(listener -> listener.onDoubled(doubled));
            untold.add(doubled);
            emit();
        }
    }

    /** One at a time, since the sink refuses who comes while another emits; whoever is first tells for the others. */
    private void emit() {
        if (telling.getAndIncrement() > 0) {
            return;
        }
        do {
            MeetingDoubled next = untold.poll();
            if (next != null) {
                met.tryEmitNext(next); // fails only where nobody listens
            }
        } while (telling.decrementAndGet() > 0);
    }

    Flux<MeetingDoubled> stream() {
        return Flux.defer(() -> {
            DoubledFeed feed = new DoubledFeed(this);
            Flux<Object> polls = fleet.reports().cast(Object.class).concatWithValues(feed);
            return Flux.merge(polls, met.asFlux().onBackpressureBuffer(BEHIND, late -> {}, BufferOverflowStrategy.DROP_OLDEST))
                    .takeWhile(news -> news != feed)
                    .concatMapIterable(feed::hear);
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
