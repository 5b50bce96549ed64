// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads truth values: {@code true} and {@code 1}; {@code false}, {@code 0} and the empty text, which is false in the
 * languages that print it. In any case of letters. All else is absent.
 */
public final class Flags {
    private Flags() {}

    /**
     * Reads a truth value.
     *
     * @param text the whole text; blanks around it do not count
     * @return the value; null if the text is none
     */
    public static @Nullable Boolean flag(String text) {
        String word = text.strip();
        return flag(word, 0, word.length());
    }

    /**
     * Reads a truth value.
     *
     * @param text holds it, without blanks around it
     * @param from where it starts
     * @param to where it ends
     * @return the value; null if the text is none
     */
    public static @Nullable Boolean flag(CharSequence text, int from, int to) {
        return switch (to - from) {
            case 0 -> Boolean.FALSE;
            case 1 -> ofDigit(text.charAt(from));
            case 4 -> is("true", text, from) ? Boolean.TRUE : null;
            case 5 -> is("false", text, from) ? Boolean.FALSE : null;
            default -> null;
        };
    }

    /**
     * Reads whether a recording is published; some servers name its state here.
     *
     * @param text holds it, without blanks around it
     * @param from where it starts
     * @param to where it ends
     * @return the value; null if the text is none
     */
    public static @Nullable Boolean published(CharSequence text, int from, int to) {
        return switch (to - from) {
            case 9 -> is("published", text, from) ? Boolean.TRUE : null;
            case 11 -> is("unpublished", text, from) ? Boolean.FALSE : null;
            default -> flag(text, from, to);
        };
    }

    private static @Nullable Boolean ofDigit(char digit) {
        return switch (digit) {
            case '1' -> Boolean.TRUE;
            case '0' -> Boolean.FALSE;
            default -> null;
        };
    }

    private static boolean is(String word, CharSequence text, int from) {
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(from + i);
            if (c != word.charAt(i) && c != word.charAt(i) - ('a' - 'A')) {
                return false;
            }
        }
        return true;
    }
}
