// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
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
     * @param begin makes a flight; is given whether anybody waits for it
     */
    Mono<PlacedMeeting> join(String meetingId, Function<BooleanSupplier, Flight> begin) {
        return Mono.defer(() -> {
            Shared shared = running.computeIfAbsent(meetingId, id -> new Shared(id, begin));
            if (shared.enter()) {
                return shared.result().switchIfEmpty(join(meetingId, begin)); // it ended as we came
            }
            running.remove(meetingId, shared);
            return join(meetingId, begin);
        });
    }

    /** A flight and those who wait for it. */
    private final class Shared {
        private final Flight flight;
        private final Sinks.Empty<Void> left = Sinks.empty();
        private final Mono<PlacedMeeting> flown;

        // guarded by this
        private int waiting;
        private boolean over;

        Shared(String meetingId, Function<BooleanSupplier, Flight> begin) {
            this.flight = begin.apply(this::isAwaited);
            this.flown = Mono.defer(flight::run)
                    .takeUntilOther(left.asMono())
                    .doOnTerminate(() -> end(meetingId))
                    .cache();
        }

        synchronized boolean enter() {
            waiting += over ? 0 : 1;
            return !over;
        }

        Mono<PlacedMeeting> result() {
            return flown.doOnCancel(this::leave)
                    .timeout(deadline, Mono.error(() -> flight.late()), timer);
        }

        private synchronized boolean isAwaited() {
            return waiting > 0;
        }

        private void end(String meetingId) {
            synchronized (this) {
                over = true;
            }
            running.remove(meetingId, this);
        }

        private void leave() {
            boolean isLast;
            synchronized (this) {
                waiting--;
                isLast = waiting == 0 && !flight.isOnWire();
                over |= isLast;
            }
            if (isLast) {
                left.tryEmitEmpty(); // fails only where it ended meanwhile
            }
        }
    }
}
