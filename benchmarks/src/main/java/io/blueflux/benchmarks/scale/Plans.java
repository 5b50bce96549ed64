// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.time.Duration;

/**
 * How the fleets poll. Versions are not asked for: bare clients do not ask either, and the first version is asked for beside the
 * meetings, by a second connection.
 */
final class Plans {
    private Plans() {}

    static PollPlan every(Duration interval, PollDepth depth) {
        return PollPlan.of(PollSchedule.every(interval)).withDepth(depth).withVersionEvery(0);
    }
}
