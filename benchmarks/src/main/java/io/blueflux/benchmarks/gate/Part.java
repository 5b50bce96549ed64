// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.util.Locale;

/** What is measured together, as the launcher names it. */
public enum Part {
    PARSE,
    SIGN,
    TRANSPORT,
    FANOUT,
    FLEET,
    PLACEMENT,
    MEMORY,
    SCALE;

    /**
     * Finds a part by its name.
     *
     * @param word the name in lower case
     * @return the part
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Part of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * Returns the name that the launcher takes.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
