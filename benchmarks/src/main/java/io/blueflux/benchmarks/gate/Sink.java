// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import org.jspecify.annotations.Nullable;

/** Takes results, so that the compiler cannot leave out what made them. */
final class Sink {
    @SuppressWarnings("unused") // nobody reads it; the compiler cannot know
    private static volatile @Nullable Object last;

    private Sink() {}

    static void take(@Nullable Object result) {
        last = result;
    }

    /** Lets go of the last result. */
    static void clear() {
        last = null;
    }
}
