// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The host's scheduler. A task that it throws at runs on Reactor's own, so that lanes and deadlines go on; once it is disposed of,
 * a task is rejected, which reaches subscribers as an error. While it cannot tell the time, it is the time that it told last:
 * pauses keep their length.
 */
final class HostTimer implements Scheduler {
    private final Scheduler timer;
    private final AtomicBoolean broken = new AtomicBoolean();
    private volatile long lastNanos;

    HostTimer(Scheduler timer) {
        this.timer = timer;
    }

    @Override
    public long now(TimeUnit unit) {
        try {
            lastNanos = timer.now(TimeUnit.NANOSECONDS);
        } catch (Throwable e) {
            complain(e);
        }
        return unit.convert(lastNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return gentle(tried(scheduler -> scheduler.schedule(task)));
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return gentle(tried(scheduler -> scheduler.schedule(task, delay, unit)));
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
        return gentle(tried(scheduler -> scheduler.schedulePeriodically(task, delay, period, unit)));
    }

    @Override
    public Worker createWorker() {
        return tried(Scheduler::createWorker);
    }

    @Override
    public boolean isDisposed() {
        try {
            return timer.isDisposed();
        } catch (Throwable e) {
            complain(e);
            return false;
        }
    }

    private <T> T tried(Function<Scheduler, T> call) {
        try {
            return call.apply(timer);
        } catch (Throwable e) {
            if (isDisposed()) {
                throw new RejectedExecutionException("the timer of the fleet was disposed of", e);
            }
            complain(e);
            return call.apply(Schedulers.parallel());
        }
    }

    /** Who calls off a task goes on, whatever is thrown at it. */
    private static Disposable gentle(Disposable task) {
        return () -> HostCode.call("the timer of the fleet", task::dispose);
    }

    /** Once: every pause of every lane would tell the same. */
    private void complain(Throwable error) {
        if (broken.compareAndSet(false, true)) {
            HostCode.log("the timer of the fleet threw; what it does not run runs on Reactor's own", error);
        }
    }
}
