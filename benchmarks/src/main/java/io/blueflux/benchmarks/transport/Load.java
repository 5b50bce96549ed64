// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * What is asked for, and how.
 *
 * @param meetings how many meetings the answer has
 * @param attendees how many attendees each has
 * @param concurrency how many requests are under way at once
 * @param requests how many make one operation
 * @param warmup how many are made of each kind before anything is measured; the compiler needs more than time
 */
record Load(int meetings, int attendees, int concurrency, int requests, int warmup) {
    /** For the CPU time of a process, which is coarse. */
    static final Duration SLICE = Duration.ofMillis(100);

    static final Load SMALLEST = new Load(1, 8, 16, 64, 20_000);
    static final Load SMALL = new Load(5, 10, 16, 64, 10_000);
    static final Load LARGE = new Load(500, 20, 4, 4, 100);

    /** Makes the requests of the warm-up, by several kinds of an operation in turn. */
    void warmUp(Callable<?>... operations) throws Exception {
        for (int made = 0; made < warmup; made += requests) {
            for (Callable<?> operation : operations) {
                operation.call();
            }
        }
    }
}
