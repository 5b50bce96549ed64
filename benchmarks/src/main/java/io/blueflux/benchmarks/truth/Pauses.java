// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Lets time pass. Blocks. */
public final class Pauses {
    private static final Duration LOOK = Duration.ofMillis(250);

    private Pauses() {}

    public static void of(Duration time) {
        Mono.delay(time).block();
    }

    /** Waits up to a time by the clock, which may have passed. */
    public static void until(long millis) {
        long left = millis - System.currentTimeMillis();
        if (left > 0) {
            of(Duration.ofMillis(left));
        }
    }

    /** Waits for something to be so, and fails when it is not by a time. */
    public static void until(BooleanSupplier condition, long millis, Supplier<String> what) throws IOException {
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > millis) {
                throw new IOException("in vain: " + what.get());
            }
            of(LOOK);
        }
    }
}
