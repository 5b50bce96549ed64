// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Owns the subscriptions that drive a fleet: one for each lane, one for each task beside them. The only class that
 * subscribes, and the one that disposes. Whoever throws while it does so hurts neither the caller nor the others.
 */
final class RosterDriver {
    private final Map<Lane, Disposable> lanes = new ConcurrentHashMap<>();
    private final Disposable.Swap tasks = Disposables.swap();

    /** Polls, unless it does already; returns whether it did not. */
    boolean drive(Lane lane) {
        Disposable.Swap subscription = Disposables.swap();
        boolean isNew = lanes.putIfAbsent(lane, subscription) == null;
        if (isNew) {
            subscription.replace(lane.run()
                    .doFinally(end -> lanes.remove(lane, subscription))
                    .subscribe(
                            nothing -> {}, error -> HostCode.log("the polling of " + lane.name() + " ended", error)));
        }
        return isNew;
    }

    /** Polls no more; a poll in flight is cancelled. */
    void drop(Lane lane) {
        Disposable subscription = lanes.remove(lane);
        if (subscription != null) {
            dispose(subscription);
        }
    }

    /** Runs tasks, until they end or others are run. */
    void run(List<? extends Publisher<?>> work) {
        Disposable.Composite all = Disposables.composite();
        tasks.update(all);
        work.forEach(task -> HostCode.call("a task of the fleet", () -> {
            Disposable running = Flux.from(task)
                    .subscribe(value -> {}, error -> HostCode.log("a task of the fleet ended in an error", error));
            all.add(() -> dispose(running));
        }));
    }

    /** Waits until the lanes are done, but not for longer than a while, then drops them, and the tasks. */
    Mono<Void> finish(Duration patience, Scheduler timer) {
        return Mono.defer(
                        () -> Mono.when(lanes.keySet().stream().map(Lane::done).toList()))
                .timeout(patience, Mono.empty(), timer)
                .onErrorResume(
                        error -> { // the timer's
                            HostCode.log("the fleet stops without waiting for its polls", error);
                            return Mono.empty();
                        })
                .doOnTerminate(this::dropAll);
    }

    private void dropAll() {
        lanes.keySet().forEach(this::drop);
        run(List.of());
    }

    /** Who throws when cancelled does not keep the others from being. */
    private static void dispose(Disposable subscription) {
        HostCode.call("a cancelled poll or task", subscription::dispose);
    }
}
