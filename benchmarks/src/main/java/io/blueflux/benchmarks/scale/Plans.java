// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.time.Duration;

/**
 * How the fleets poll. Versions are not asked for: bare clients do not ask either, and the first version is asked for beside the
 * meetings, by a second connection. Deadlines are longer than cold code on a busy machine takes.
 */
final class Plans {
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private Plans() {}

    static PollPlan every(Duration interval, PollDepth depth) {
        return PollPlan.of(PollSchedule.every(interval))
                .withDepth(depth)
                .withVersionEvery(0)
                .withDeadline(DEADLINE);
    }
}
