// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses arguments, naming the field and the rule. */
final class Checks {
    static final Duration LONGEST = Duration.ofDays(1);

    private Checks() {}

    static int atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
        return value;
    }

    static Duration atLeast(Duration least, @Nullable Duration value, String name) {
        if (value == null || value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be " + least.toMillis() + " ms to 1 day, not " + value);
        }
        return value;
    }
}
