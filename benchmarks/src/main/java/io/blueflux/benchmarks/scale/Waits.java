// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
final class Waits {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long STEP_MILLIS = 20;

    private Waits() {}

    static void until(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IllegalStateException("waited " + LONGEST.toSeconds() + " s for " + what);
            }
            pause(Duration.ofMillis(STEP_MILLIS));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
