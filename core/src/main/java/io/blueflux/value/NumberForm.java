// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which numbers are printed, as a table. A text that has none of them is no number. */
final class NumberForm {
    /** Longer texts are not looked at, so that none costs much. */
    private static final int MAX_LENGTH = 64;

    /** Groups of exactly three digits behind the first, all by one mark; then perhaps a fraction, by another mark. */
    private static final Pattern GROUPED = Pattern.compile(
            "(?<whole>[1-9][0-9]{0,2}(?:(?<mark>[,.' \u00A0\u2009\u2019\u202F\u066C])[0-9]{3})(?:\\k<mark>[0-9]{3})*)"
                    + "(?:(?!\\k<mark>)[.,\u066B](?<fraction>[0-9]+))?");

    private static final Pattern UNGROUPED = Pattern.compile("(?<whole>[0-9]+)(?:[.,\u066B](?<fraction>[0-9]+))?");

    /** As programs write it: no grouping, and the mark is a point. A literal of JSON is this too. */
    private static final Pattern LITERAL =
            Pattern.compile("(?<whole>[0-9]+)(?:\\.(?<fraction>[0-9]+))?(?:[eE](?<exponent>[+-]?[0-9]{1,9}))?");

    private static final String MARKS = "\u200E\u200F\u061C\u00A0";

    private NumberForm() {}

    /** Reads a printed number; null if the text is none. */
    static @Nullable BigDecimal decimal(CharSequence text, int from, int to) {
        return read(text, from, to, GROUPED, UNGROUPED, LITERAL);
    }

    /** Reads a literal; null if the text is none. */
    static @Nullable BigDecimal literal(String text) {
        return read(text, 0, text.length(), LITERAL);
    }

    private static @Nullable BigDecimal read(CharSequence text, int from, int to, Pattern... forms) {
        if (to - from > MAX_LENGTH) {
            return null;
        }
        int sign = afterMarks(text, from, to);
        boolean signed = sign < to && isSign(text.charAt(sign));
        int first = signed ? afterMarks(text, sign + 1, to) : sign;
        String digits = inAscii(text, first, to);
        for (Pattern form : forms) {
            Matcher matcher = form.matcher(digits);
            if (matcher.matches()) {
                BigDecimal number = number(matcher, form == LITERAL);
                return signed && text.charAt(sign) != '+' ? number.negate() : number;
            }
        }
        return null;
    }

    private static BigDecimal number(Matcher parts, boolean mayHaveExponent) {
        String whole = parts.group("whole").replaceAll("[^0-9]", "");
        String fraction = parts.group("fraction");
        String exponent = mayHaveExponent ? parts.group("exponent") : null;
        return new BigDecimal(
                whole + (fraction == null ? "" : "." + fraction) + (exponent == null ? "" : "E" + exponent));
    }

    /** Locales that write from right to left put marks of direction around the sign, some put a blank. */
    private static int afterMarks(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && MARKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
    }

    /** Writes the digits of a locale as 0 to 9. They are of one script, or else this is no number. */
    private static String inAscii(CharSequence text, int from, int to) {
        StringBuilder ascii = new StringBuilder(to - from);
        int zero = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                if (zero >= 0 && zero != c - digit) {
                    return "";
                }
                zero = c - digit;
            }
            ascii.append(digit < 0 ? c : (char) ('0' + digit));
        }
        return ascii.toString();
    }
}
