// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/**
 * What all looks share.
 *
 * @param timer runs waits and deadlines
 * @param clock the time of day
 * @param memory what the answers of all may take
 */
record ClientLookSettings(Scheduler timer, Clock clock, AnswerMemory memory) {

    /** For so long what came of a look is kept: for whoever comes soon after, and not for long where nobody does. */
    static final Duration KEPT = Duration.ofMinutes(1);

    long now() {
        return timer.now(TimeUnit.NANOSECONDS);
    }
}
