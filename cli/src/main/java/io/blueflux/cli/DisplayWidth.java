// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns of a terminal a text takes. Terminals differ where characters are joined to one; the joined ones are counted
 * one by one then, which is never too few. What picocli counts by knows CJK, but neither emoji nor marks.
 */
final class DisplayWidth {
    private static final String MORE = "…";
    private static final int EMOJI_FORM = 0xFE0F; // makes a wide sign of a narrow one

    /** Pairs of first and last: CJK and its forms, emoji on both sides of the letters that are paired to flags. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F,
        0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FF, 0x1F000, 0x1F1E5, 0x1F200, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private static final String WIDE_SIGNS = "⌚⌛〈〉⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int character) {
        if (character < 0x300) {
            return 1; // all that steer are gone before
        }
        if (isWithin(character, WIDE) || WIDE_SIGNS.indexOf(character) >= 0) {
            return 2;
        }
        return isDrawnOverAnother(character) ? 0 : 1;
    }

    private static boolean isWithin(int character, int[] ranges) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (character >= ranges[i] && character <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDrawnOverAnother(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK -> character != EMOJI_FORM;
            case Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> character >= 0x1160 && character <= 0x11FF; // the rest of a Korean syllable
        };
    }

    /** Returns as much of a text's start as has a place. */
    static String start(String text, int columns) {
        int width = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += of(text.codePointAt(at));
            if (width > columns) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    /** Returns a text that takes just so many columns, one at least: filled up, or cut, which is shown. */
    static String fitted(String text, int columns) {
        String shown = cut(text, columns);
        return shown + " ".repeat(columns - of(shown));
    }

    /** Returns a text as lines, broken at blanks where there are some; what has no place in so many lines is cut. */
    static List<String> wrapped(String text, int columns, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (lines.size() < most - 1 && of(rest) > columns) {
            int end = firstLine(rest, columns);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (lines.isEmpty() || !rest.isEmpty()) {
            lines.add(cut(rest, columns));
        }
        return lines;
    }

    /** Returns where it ends: at a blank, or where the screen does, after one character at least. */
    private static int firstLine(String text, int columns) {
        int full = start(text, columns).length();
        int blank = text.lastIndexOf(' ', full);
        return blank > 0 ? blank : Math.max(full, Character.charCount(text.codePointAt(0)));
    }

    private static String cut(String text, int columns) {
        return of(text) <= columns ? text : start(text, columns - 1).stripTrailing() + MORE;
    }
}
