// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A variable number of arguments, none of which may be missing. */
final class Given {
    private Given() {}

    static <T> List<T> all(T[] values, String name) {
        Objects.requireNonNull(values, name);
        return Stream.of(values)
                .map(value -> Objects.requireNonNull(value, name))
                .toList();
    }
}
