// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import java.util.regex.Pattern;

/** What JSON can write and no text should hold: halves of characters, as scripts cut them, and NUL, which databases refuse. */
final class JsonStrings {
    private static final String NO_CHARACTER = "\uFFFD";
    private static final Pattern NONE = Pattern.compile("[\\p{Cs}\\x00]");

    private JsonStrings() {}

    /** Returns a text with U+FFFD in place of what is no character. */
    static String whole(String text) {
        return mayHoldNone(text) ? NONE.matcher(text).replaceAll(NO_CHARACTER) : text;
    }

    private static boolean mayHoldNone(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
