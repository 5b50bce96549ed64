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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * The calls of one client that are under way. One task looks at the clocks of all when the first may have run out, so that a
 * call which ends in time has scheduled nothing and has nothing to cancel.
 */
final class RunningCalls {
    /** A call as far as it is watched. */
    interface Call {
        CallTimer timer();

        /** Ends the call in an error, unless it is over. Any thread. */
        void end(BbbException reason);
    }

    private static final Logger LOG = ClientLog.LOG;
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);

    private final Scheduler scheduler;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet(1); // most clients have one at a time
    private final AtomicReference<@Nullable Look> next = new AtomicReference<>();
    private volatile boolean closed;

    RunningCalls(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Watches a call; one that cannot be watched is ended. */
    void add(Call call) {
        calls.add(call);
        if (closed) {
            end(call, ClosedClient.error(call.timer().site()));
            return;
        }
        try {
            long now = now();
            lookAt(now + call.timer().remaining(now), now);
        } catch (Throwable thrown) {
            end(call, withoutClock(call.timer().site(), thrown));
            lookAtAll(); // whoever relied on this look
        }
    }

    void remove(Call call) {
        calls.remove(call);
    }

    /** Ends all calls, and at once those that come later. */
    void close() {
        closed = true;
        endAll(ClosedClient::error);
        Look look = next.get();
        if (look != null) {
            look.cancel();
        }
    }

    private void endAll(Function<CallSite, BbbException> error) {
        calls.forEach(call -> end(call, error.apply(call.timer().site())));
    }

    /** Whatever one call's subscriber does then, the others end too. */
    private static void end(Call call, BbbException reason) {
        try {
            call.end(reason);
        } catch (Throwable thrown) {
            LOG.error(
                    "{}: the subscriber threw when its call was ended",
                    call.timer().site(),
                    thrown);
        }
    }

    /**
     * Sees to it that a look comes in time. One that is overdue may be late, or was dropped without a word by a scheduler that
     * is disposed: the calls that it was for are looked at now.
     */
    private void lookAt(long time, long now) {
        Look known = next.get();
        while (known == null || known.isLost(now) || time - known.time < 0) {
            boolean lost = known != null && known.isLost(now);
            Look look = new Look(lost ? now : time);
            if (next.compareAndSet(known, look)) {
                schedule(look, now);
                return;
            }
            known = next.get();
        }
    }

    private void schedule(Look look, long now) {
        try {
            look.task = after(look.time - now, look);
        } catch (Throwable thrown) {
            next.compareAndSet(look, null);
            throw thrown;
        }
    }

    /** Without a clock no call may run. */
    private void lookAtAll() {
        try {
            long now = now();
            long first = Long.MAX_VALUE;
            for (Call call : calls) {
                BbbException expired = call.timer().expired(now);
                if (expired == null) {
                    first = Math.min(first, call.timer().remaining(now));
                } else {
                    after(0, () -> end(call, expired)); // which may take long
                }
            }
            if (first != Long.MAX_VALUE) {
                lookAt(now + first, now);
            }
        } catch (Throwable thrown) {
            endAll(site -> withoutClock(site, thrown));
        }
    }

    private static TransportException withoutClock(CallSite site, Throwable thrown) {
        String problem = thrown instanceof RejectedExecutionException
                ? "the timer's scheduler is disposed"
                : "the timer failed with " + thrown.getClass().getName();
        return new TransportException(site, Kind.OTHER, problem, thrown);
    }

    private Disposable after(long nanos, Runnable step) {
        return scheduler.schedule(step, nanos, TimeUnit.NANOSECONDS);
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** Looks at all clocks, whether or not an earlier one or a second one was scheduled meanwhile. */
    private final class Look implements Runnable {
        private final long time;
        private volatile @Nullable Disposable task;

        Look(long time) {
            this.time = time;
        }

        boolean isLost(long now) {
            return now - time > LATE;
        }

        void cancel() {
            Disposable scheduled = task;
            if (scheduled != null) {
                scheduled.dispose();
            }
        }

        @Override
        public void run() {
            next.compareAndSet(this, null);
            lookAtAll();
        }
    }
}
