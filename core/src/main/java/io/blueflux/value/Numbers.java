// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers that a server printed, in its locale or in a script's way: {@code 1234}, {@code 1,234}, {@code 1234.0},
 * {@code 1.234E3}. What is not whole is absent, and so is all that can be read in two ways, has a unit or is out of range.
 */
public final class Numbers {
    private static final int LONGEST_PLAIN = 18; // digits that always fit a long
    private static final int LONGEST_LONG = 19;

    private Numbers() {}

    /**
     * Reads a printed number.
     *
     * @param text holds it, without blanks around it
     * @param from where it starts
     * @param to where it ends
     * @return the number; null if the text is none or the number is not whole
     */
    public static @Nullable Long whole(CharSequence text, int from, int to) {
        return isPlain(text, from, to) ? (Long) plain(text, from, to) : whole(NumberForm.decimal(text, from, to));
    }

    /**
     * Reads a printed number and cuts its fraction off: some scripts write times finer than milliseconds.
     *
     * @param text holds it, without blanks around it
     * @param from where it starts
     * @param to where it ends
     * @return the whole number below; null if the text is none
     */
    public static @Nullable Long floor(CharSequence text, int from, int to) {
        return isPlain(text, from, to) ? (Long) plain(text, from, to) : floor(NumberForm.decimal(text, from, to));
    }

    /**
     * Reads a number of JSON: a literal, or a printed number in quotes.
     *
     * @param text holds it, as it stands or within its quotes
     * @param quoted whether it stands in quotes
     * @return the number; null if this is none or it is not whole
     */
    public static @Nullable Long whole(String text, boolean quoted) {
        int end = text.length();
        return isPlain(text, 0, end) ? (Long) plain(text, 0, end) : whole(decimal(text, quoted));
    }

    /**
     * Reads a number of JSON and cuts its fraction off.
     *
     * @param text holds it, as it stands or within its quotes
     * @param quoted whether it stands in quotes
     * @return the whole number below; null if this is none
     */
    public static @Nullable Long floor(String text, boolean quoted) {
        int end = text.length();
        return isPlain(text, 0, end) ? (Long) plain(text, 0, end) : floor(decimal(text, quoted));
    }

    private static @Nullable BigDecimal decimal(String text, boolean quoted) {
        String number = text.strip();
        return quoted ? NumberForm.decimal(number, 0, number.length()) : NumberForm.literal(number);
    }

    private static @Nullable Long whole(@Nullable BigDecimal number) {
        Long floor = floor(number);
        return floor != null && number != null && number.compareTo(BigDecimal.valueOf(floor)) == 0 ? floor : null;
    }

    private static @Nullable Long floor(@Nullable BigDecimal number) {
        // The order of size is looked at first: 1E999999999 written out takes all memory.
        if (number == null || (long) number.precision() - number.scale() > LONGEST_LONG) {
            return null;
        }
        if ((long) number.precision() - number.scale() < 0) {
            return number.signum() < 0 ? -1L : 0L;
        }
        BigDecimal floor = number.setScale(0, RoundingMode.FLOOR);
        return floor.compareTo(BigDecimal.valueOf(floor.longValue())) == 0 ? (Long) floor.longValue() : null;
    }

    private static boolean isPlain(CharSequence text, int from, int to) {
        int first = from < to && text.charAt(from) == '-' ? from + 1 : from;
        for (int i = first; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return first < to && to - first <= LONGEST_PLAIN;
    }

    private static long plain(CharSequence text, int from, int to) {
        boolean negative = text.charAt(from) == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return negative ? -value : value;
    }
}
