// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import java.time.Duration;
import java.util.Arrays;

/** How late polls began. Thread-safe. */
final class Lags {
    private static final int MOST = 60_000; // milliseconds

    private final int[] counts = new int[MOST + 1]; // by whole milliseconds

    /**
     * What was counted.
     *
     * @param polls how many
     * @param millis how late the latest but one in a hundred began
     */
    record Sum(long polls, long millis) {}

    synchronized void add(Duration lag) {
        counts[(int) Math.max(0, Math.min(MOST, lag.toMillis()))]++;
    }

    /** Returns what came since the last time. */
    synchronized Sum take() {
        long polls = Arrays.stream(counts).asLongStream().sum();
        long rest = polls / 100;
        int millis = MOST;
        while (millis > 0 && rest - counts[millis] >= 0) {
            rest -= counts[millis];
            millis--;
        }
        Arrays.fill(counts, 0);
        return new Sum(polls, polls == 0 ? 0 : millis);
    }
}
