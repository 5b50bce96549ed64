// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Lets all who want one meeting at the same time share one flight; its entry goes when it ends, however it does. Who cancels leaves. The
 * flight ends when the last has left, but not while a create is on its way: that runs to its end and is remembered. Thread-safe.
 */
final class Flights {
    private final ConcurrentHashMap<String, Shared> running = new ConcurrentHashMap<>();
    private final Duration deadline;
    private final Scheduler timer;

    Flights(Duration deadline, Scheduler timer) {
        this.deadline = deadline;
        this.timer = timer;
    }

    /**
     * Joins the flight of a meeting that is under way, or begins one.
     *
     * @param begin makes a flight; is given those who wait for it
     */
    Mono<PlacedMeeting> join(String meetingId, Function<Passengers, Flight> begin) {
        return Mono.defer(() -> {
            Shared known = running.get(meetingId);
            Shared shared = known == null ? begun(new Shared(meetingId, begin)) : known;
            if (shared.passengers.enter()) {
                return shared.result().switchIfEmpty(join(meetingId, begin)); // it ended as we came
            }
            running.remove(meetingId, shared);
            return join(meetingId, begin);
        });
    }

    /** Made before it is known whether it is needed: strangers, such as the clock, are not called under the map's lock. */
    private Shared begun(Shared next) {
        Shared other = running.putIfAbsent(next.meetingId, next);
        return other == null ? next : other;
    }

    int running() {
        return running.size();
    }

    /** A flight and those who wait for it. */
    private final class Shared {
        private final String meetingId;
        private final Passengers passengers = new Passengers();
        private final Flight flight;
        private final Sinks.Empty<Void> left = Sinks.empty();
        private final Mono<PlacedMeeting> flown;

        Shared(String meetingId, Function<Passengers, Flight> begin) {
            this.meetingId = meetingId;
            this.flight = begin.apply(passengers);
            this.flown = Mono.defer(flight::run)
                    .takeUntilOther(left.asMono())
                    .doOnTerminate(this::end)
                    .cache();
        }

        Mono<PlacedMeeting> result() {
            return flown.doOnCancel(this::leave).timeout(deadline, Mono.error(() -> flight.late()), timer);
        }

        private void end() {
            passengers.end();
            running.remove(meetingId, this);
        }

        private void leave() {
            if (passengers.leave()) {
                left.tryEmitEmpty(); // fails only where it ended meanwhile
            }
        }
    }
}
