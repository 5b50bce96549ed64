// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A variable number of arguments, none of which may be missing. */
public final class Given {
    private Given() {}

    /**
     * Requires each of them.
     *
     * @param values the arguments
     * @param name what the error calls them
     * @param <T> what they are
     * @return a copy in the same order
     */
    public static <T> List<T> all(T[] values, String name) {
        Objects.requireNonNull(values, name);
        return Stream.of(values)
                .map(value -> Objects.requireNonNull(value, name))
                .toList();
    }
}
