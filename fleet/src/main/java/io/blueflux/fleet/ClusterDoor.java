// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The way into a cluster and out of it. Thread-safe. */
final class ClusterDoor {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONG_WAIT = Duration.ofSeconds(20);
    private static final Duration LONGEST_LEAVE = Duration.ofSeconds(10);

    /** Who comes, and hears of the others from before it is in. */
    interface Guest extends ClusterHearer {

        /** Is in; false if nobody wants that any more. */
        Mono<Boolean> enter(ClusterLink way);

        /** Has to wait for long. */
        void waitOutside();

        /** Cannot come in. */
        void stayOut();
    }

    private final FleetCluster engine;
    private final Scheduler timer;
    private volatile Mono<Boolean> coming = Mono.empty();

    ClusterDoor(FleetCluster engine, Scheduler timer) {
        this.engine = engine;
        this.timer = timer;
    }

    /** Comes in; where that fails another guest tries again after a while. */
    Mono<Void> come(Supplier<Guest> guests) {
        return Mono.defer(() -> {
                    coming = coming(guests.get());
                    return coming;
                })
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(failed -> failed.concatMap(times -> Mono.delay(pause(times), timer), 1))
                .then();
    }

    /** Comes to the end of it, whoever does not want it any more: then it leaves. False if it failed. */
    private Mono<Boolean> coming(Guest guest) {
        return HostWall.around(() -> engine.join(guest))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the engine gave no way into the cluster")))
                .transform(way -> watched(way, guest))
                .flatMap(way -> guest.enter(way)
                        .onErrorResume(error -> leaveAfter(error, guest, way))
                        .flatMap(isIn -> isIn ? Mono.empty() : HostWall.around(way::leave)))
                .thenReturn(true)
                .onErrorResume(error -> {
                    HostCode.log(
                            "the cluster cannot be joined: this process polls all of its servers by itself, and tries again later",
                            error);
                    guest.stayOut();
                    return Mono.just(false);
                })
                .cache();
    }

    private Mono<ClusterLink> watched(Mono<ClusterLink> way, Guest guest) {
        Disposable.Swap wait = Disposables.swap();
        return way.doOnSubscribe(begun ->
                        wait.update(timer.schedule(guest::waitOutside, LONG_WAIT.toMillis(), TimeUnit.MILLISECONDS)))
                .doOnTerminate(wait::dispose);
    }

    private Mono<Boolean> leaveAfter(Throwable error, Guest guest, ClusterLink way) {
        guest.stayOut(); // it polls meanwhile
        return HostWall.around(way::leave)
                .timeout(LONGEST_LEAVE, timer)
                .onErrorComplete()
                .then(Mono.error(error));
    }

    /** Leaves, after whoever is coming has come. */
    Mono<Void> leave(Mono<ClusterLink> way) {
        return Mono.defer(() -> coming)
                .timeout(LONGEST_LEAVE, Mono.empty(), timer)
                .then(way)
                .flatMap(its -> HostWall.around(its::leave))
                .timeout(LONGEST_LEAVE, timer)
                .onErrorResume(error -> {
                    HostCode.log("the cluster was not left in good order", error);
                    return Mono.empty();
                });
    }

    private static Duration pause(long timesBefore) {
        Duration pause = PAUSE.multipliedBy(1L << Math.min(timesBefore, 5));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
