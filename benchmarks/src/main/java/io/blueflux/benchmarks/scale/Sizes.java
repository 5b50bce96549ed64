// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.benchmarks.gate.Pace;
import java.time.Duration;

/**
 * How large a run is.
 *
 * @param servers the most servers of any gate
 * @param manyTime for how long these are polled while they are watched
 * @param fewerTime for how long a third of them is, before and after
 * @param rounds how often each variant has its turn
 * @param window how long a turn is measured
 * @param warmup for how long each variant runs before
 */
record Sizes(int servers, Duration manyTime, Duration fewerTime, int rounds, Duration window, Duration warmup) {
    private static final Sizes QUICK = new Sizes(
            5_000, Duration.ofSeconds(30), Duration.ofSeconds(6), 3, Duration.ofMillis(1_500), Duration.ofSeconds(3));
    private static final Sizes FULL = new Sizes(
            15_000, Duration.ofSeconds(120), Duration.ofSeconds(60), 7, Duration.ofSeconds(5), Duration.ofSeconds(20));

    static Sizes of(Pace pace) {
        return pace == Pace.QUICK ? QUICK : FULL;
    }
}
