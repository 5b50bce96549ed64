// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;

/**
 * The calls of one client that are under way. One task looks at the clocks of all when the first may have run out, so that a
 * call which ends in time has scheduled nothing and has nothing to cancel.
 */
final class RunningCalls {
    private static final Logger LOG = LoggerFactory.getLogger(BbbClient.class);
    private static final long NEVER = Long.MAX_VALUE;
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);

    private final Scheduler scheduler;
    private final Set<LimitedCall<?>> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile long lookAt = NEVER;
    private @Nullable Disposable task;

    RunningCalls(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void add(LimitedCall<?> call) {
        calls.add(call);
        if (closed) {
            end(call, HttpExchange.closed(call.timer().site()));
            return;
        }
        long now = now();
        lookAt(now + call.timer().remaining(now), now);
    }

    void remove(LimitedCall<?> call) {
        calls.remove(call);
    }

    /** Ends all calls, and at once those that come later. */
    void close() {
        closed = true;
        endAll(HttpExchange::closed);
        synchronized (this) {
            if (task != null) {
                task.dispose();
            }
        }
    }

    private void endAll(Function<CallSite, BbbException> error) {
        calls.forEach(call -> end(call, error.apply(call.timer().site())));
    }

    /** Whatever one call's subscriber does then, the others end too. */
    private static void end(LimitedCall<?> call, BbbException reason) {
        try {
            call.end(reason);
        } catch (Throwable thrown) {
            Exceptions.throwIfJvmFatal(thrown);
            LOG.error(
                    "{}: the subscriber threw when its call was ended",
                    call.timer().site(),
                    thrown);
        }
    }

    private void lookAt(long time, long now) {
        if (time < lookAt || isLost(now)) {
            orEndAll(() -> schedule(time, now));
        }
    }

    private synchronized void schedule(long time, long now) {
        if (isLost(now)) {
            lookAt = NEVER;
        }
        if (time < lookAt) {
            lookAt = time;
            task = after(time - now, () -> look(time));
        }
    }

    /** A scheduler that is disposed drops its tasks without a word, so that a look is overdue for ever. */
    private boolean isLost(long now) {
        long due = lookAt;
        return due != NEVER && now - due > LATE;
    }

    /** A task that was overtaken by an earlier one has nothing to do. */
    private void look(long time) {
        synchronized (this) {
            if (time != lookAt) {
                return;
            }
            lookAt = NEVER;
            task = null;
        }
        orEndAll(this::lookAtAll);
    }

    private void lookAtAll() {
        long now = now();
        long next = NEVER;
        for (LimitedCall<?> call : calls) {
            BbbException expired = call.timer().expired(now);
            if (expired == null) {
                next = Math.min(next, now + call.timer().remaining(now));
            } else {
                after(0, () -> call.end(expired)); // whatever its subscriber does then
            }
        }
        lookAt(next, now);
    }

    /** Without a clock no call may run. */
    private void orEndAll(Runnable step) {
        try {
            step.run();
        } catch (RejectedExecutionException disposed) {
            lookAt = NEVER;
            endAll(site -> new TransportException(site, Kind.OTHER, "the timer's scheduler is disposed", disposed));
        }
    }

    private Disposable after(long nanos, Runnable step) {
        return scheduler.schedule(step, nanos, TimeUnit.NANOSECONDS);
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
