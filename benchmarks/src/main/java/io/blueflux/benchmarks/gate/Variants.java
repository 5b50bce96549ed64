// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

/** Refuses to measure what does not give the same. */
public final class Variants {
    private Variants() {}

    /**
     * Compares the results of two variants.
     *
     * @param one what one gives
     * @param other what the other gives
     * @throws IllegalStateException if they are not equal
     */
    public static void checkEqual(Object one, Object other) {
        if (!one.equals(other)) {
            throw new IllegalStateException("the variants give different results");
        }
    }
}
