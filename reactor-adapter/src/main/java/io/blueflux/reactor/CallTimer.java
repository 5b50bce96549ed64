// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import reactor.core.scheduler.Scheduler;

/**
 * The two clocks of a call: its deadline, and the server's silence, which counts only while a byte is wanted. Noting a chunk
 * costs no more than a write; {@link RunningCalls} looks at both.
 */
final class CallTimer {
    private static final Logger LOG = ClientLog.LOG;
    private static final long IDLE = Long.MIN_VALUE;

    private volatile CallSite site;
    private final Scheduler scheduler;
    private final Duration silence;
    private final Duration deadline;
    private final long end;
    private volatile long waitingSince = IDLE;

    CallTimer(CallSite site, Scheduler scheduler, Duration silence, Duration deadline) {
        this(site, scheduler, silence, deadline, scheduler.now(TimeUnit.NANOSECONDS) + deadline.toNanos());
    }

    /** Makes the clocks of one try of a call, whose deadline began to run before. */
    CallTimer(CallSite site, Scheduler scheduler, Duration silence, Duration deadline, long end) {
        this.site = site;
        this.scheduler = scheduler;
        this.silence = silence;
        this.deadline = deadline;
        this.end = end;
    }

    CallSite site() {
        return site;
    }

    /** From now on another server is waited for. */
    void sentOn(CallSite elsewhere) {
        site = elsewhere;
        idle();
    }

    /** A byte is wanted from the server. Called by the transport, which must not be thrown at; the deadline remains. */
    void waiting() {
        try {
            waitingSince = scheduler.now(TimeUnit.NANOSECONDS);
        } catch (Throwable thrown) {
            LOG.error("{}: the timer failed, so silence is not counted", site, thrown);
        }
    }

    /** Nothing is wanted, or what was wanted came. */
    void idle() {
        waitingSince = IDLE;
    }

    /** Returns the error of a clock that has run out, or null. */
    @Nullable
    BbbException expired(long now) {
        if (end - now <= 0) {
            return new CallTimeoutException(site, Stage.DEADLINE, deadline, null);
        }
        return untilSilence(now) <= 0 ? new CallTimeoutException(site, Stage.SILENCE, silence, null) : null;
    }

    /** Returns after how many nanoseconds a clock can run out. */
    long remaining(long now) {
        return Math.min(end - now, untilSilence(now));
    }

    private long untilSilence(long now) {
        long since = waitingSince;
        return (since == IDLE ? now : since) + silence.toNanos() - now;
    }
}
