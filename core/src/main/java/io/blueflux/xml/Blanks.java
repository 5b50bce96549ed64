// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** White space, as XML has it. */
public final class Blanks {
    private Blanks() {}

    /**
     * Tells white space.
     *
     * @param character a byte or a character
     * @return whether it is white space
     */
    public static boolean is(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /**
     * Passes over the white space before a text.
     *
     * @param text the text
     * @return where something else begins, or the text's length
     */
    public static int start(CharSequence text) {
        int start = 0;
        while (start < text.length() && is(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /**
     * Passes over the white space behind a text.
     *
     * @param text the text
     * @param start where it starts
     * @return where something else ends, or the start
     */
    public static int end(CharSequence text, int start) {
        int end = text.length();
        while (end > start && is(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
