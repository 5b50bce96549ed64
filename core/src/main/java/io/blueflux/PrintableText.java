// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import java.util.Objects;
import java.util.Set;

/**
 * Texts of strangers, made fit for a line of a log or of a terminal: the one place that knows which characters are not. Those
 * are the control characters of both sets (C0 and C1, by which a terminal is driven), line and paragraph separators, all that
 * turn the direction of writing or are there without being seen, by which a text looks like another, and halves of
 * characters. The two joiners stay: some scripts and emoji need them.
 */
public final class PrintableText {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Letters and signs that are drawn as nothing. */
    private static final Set<Integer> FILLERS = Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

    private PrintableText() {}

    /**
     * Tells whether a character may stand in a line.
     *
     * @param codePoint the character
     * @return false for those of the categories Cc, Cf, Zl, Zp and Cs, but for the two joiners U+200C and U+200D
     */
    public static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> codePoint == NON_JOINER || codePoint == JOINER;
            default -> true;
        };
    }

    /**
     * Tells whether a character is not seen where it stands at the edge of a text.
     *
     * @param codePoint the character
     * @return true for spaces of all kinds, for what is not printable, joiners, selectors of variants, and fillers
     */
    public static boolean isInvisible(int codePoint) {
        return Character.isSpaceChar(codePoint)
                || !isPrintable(codePoint)
                || codePoint == NON_JOINER
                || codePoint == JOINER
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || FILLERS.contains(codePoint);
    }

    /**
     * Returns a text without what is not seen at its ends.
     *
     * @param text any text, for example a pasted one
     * @return the text from its first to its last visible character
     */
    public static String trimmed(String text) {
        Objects.requireNonNull(text, "text");
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /**
     * Returns a text as one line.
     *
     * @param text any text
     * @return the text with a blank for each run of characters that are not printable
     */
    public static String line(String text) {
        Objects.requireNonNull(text, "text");
        int at = firstUnprintable(text);
        if (at < 0) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length()).append(text, 0, at);
        boolean blank = false;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean printable = isPrintable(codePoint);
            if (printable || !blank) {
                line.appendCodePoint(printable ? codePoint : ' ');
            }
            blank = !printable;
            at += Character.charCount(codePoint);
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
        Objects.requireNonNull(text, "text");
        int first = firstUnprintable(text);
        if (first < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (int at = first; at < masked.length(); ) {
            int codePoint = masked.codePointAt(at);
            int count = Character.charCount(codePoint);
            for (int i = at; i < at + count && !isPrintable(codePoint); i++) {
                masked.setCharAt(i, substitute);
            }
            at += count;
        }
        return masked.toString();
    }

    private static int firstUnprintable(String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!isPrintable(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return -1;
    }
}
