// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

/**
 * Texts of strangers, made fit for a line of a log or of a terminal: the one place that knows which characters are not. Those
 * are the control characters of both sets (C0 and C1, by which a terminal is driven), line and paragraph separators, and the
 * overrides and isolates of writing direction, by which a text looks like another.
 */
public final class PrintableText {
    private PrintableText() {}

    /**
     * Tells whether a character may stand in a line.
     *
     * @param codePoint the character
     * @return false for U+0000–001F, 007F–009F, 2028–202E and 2066–2069
     */
    public static boolean isPrintable(int codePoint) {
        return !Character.isISOControl(codePoint)
                && (codePoint < 0x2028 || codePoint > 0x202E)
                && (codePoint < 0x2066 || codePoint > 0x2069);
    }

    /**
     * Returns a text as one line.
     *
     * @param text any text
     * @return the text with a blank for each run of characters that are not printable
     */
    public static String line(String text) {
        int at = firstUnprintable(text);
        if (at < 0) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length()).append(text, 0, at);
        boolean blank = false;
        for (; at < text.length(); at++) { // all of them are single chars
            char character = text.charAt(at);
            boolean printable = isPrintable(character);
            if (printable || !blank) {
                line.append(printable ? character : ' ');
            }
            blank = !printable;
        }
        return line.toString();
    }

    /**
     * Returns a text of the same length.
     *
     * @param text any text
     * @param substitute what stands for each character that is not printable
     * @return the text
     */
    public static String masked(String text, char substitute) {
        int first = firstUnprintable(text);
        if (first < 0) {
            return text;
        }
        char[] characters = text.toCharArray();
        for (int i = first; i < characters.length; i++) {
            characters[i] = isPrintable(characters[i]) ? characters[i] : substitute;
        }
        return new String(characters);
    }

    private static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
