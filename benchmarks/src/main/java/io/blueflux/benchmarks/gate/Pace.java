// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.time.Duration;

/** How long a gate measures. */
public enum Pace {
    QUICK(Duration.ofMillis(1_500), Duration.ofMillis(1_200)),
    FULL(Duration.ofSeconds(5), Duration.ofSeconds(8));

    private final Duration warmup;
    private final Duration measurement;

    Pace(Duration warmup, Duration measurement) {
        this.warmup = warmup;
        this.measurement = measurement;
    }

    /**
     * Returns for how long a pair of variants runs before it is measured, and longer if the compilers are busy then.
     *
     * @return the time of all variants together
     */
    public Duration warmup() {
        return warmup;
    }

    /**
     * Returns for how long a pair of variants is measured.
     *
     * @return the time of all variants together
     */
    public Duration measurement() {
        return measurement;
    }
}
