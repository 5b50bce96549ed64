// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Refuses arguments, naming the field and the rule. */
final class Require {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Require() {}

    static void atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    static void between(Duration least, Duration value, String name) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be " + least.toMillis() + " ms to 1 day, not " + value);
        }
    }

    /** Returns a copy that nobody changes. */
    static Set<String> tags(Set<String> tags) {
        Set<String> copy = new LinkedHashSet<>(tags);
        for (String tag : copy) {
            if (Objects.requireNonNull(tag, "tags").isBlank()) {
                throw new IllegalArgumentException("a tag must not be blank");
            }
        }
        return Collections.unmodifiableSet(copy);
    }
}
