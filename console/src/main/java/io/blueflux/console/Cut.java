// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import org.jspecify.annotations.Nullable;

/** Bounds the texts of strangers, which no page needs in full length. */
final class Cut {
    private static final int LONGEST = 300;

    private Cut() {}

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : id(text);
    }

    /** An id as well, which BBB itself does not let be that long. */
    static String id(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
