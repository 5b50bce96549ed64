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
    /** No plain number, since it has too many digits. */
    private static final long NONE = Long.MIN_VALUE;

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
        long plain = plain(text, from, to);
        return plain == NONE ? whole(NumberForm.decimal(text, from, to)) : (Long) plain;
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
        long plain = plain(text, from, to);
        return plain == NONE ? floor(NumberForm.decimal(text, from, to)) : (Long) plain;
    }

    /**
     * Reads a number of JSON: a literal, or a printed number in quotes.
     *
     * @param text holds it, as it stands or within its quotes
     * @param quoted whether it stands in quotes
     * @return the number; null if this is none or it is not whole
     */
    public static @Nullable Long whole(String text, boolean quoted) {
        long plain = plain(text, 0, text.length());
        return plain == NONE ? whole(decimal(text, quoted)) : (Long) plain;
    }

    /**
     * Reads a number of JSON and cuts its fraction off.
     *
     * @param text holds it, as it stands or within its quotes
     * @param quoted whether it stands in quotes
     * @return the whole number below; null if this is none
     */
    public static @Nullable Long floor(String text, boolean quoted) {
        long plain = plain(text, 0, text.length());
        return plain == NONE ? floor(decimal(text, quoted)) : (Long) plain;
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

    /** Returns the number that digits say; {@link #NONE} for all that is not digits alone, behind a minus sign or none. */
    private static long plain(CharSequence text, int from, int to) {
        boolean negative = from < to && text.charAt(from) == '-';
        int first = negative ? from + 1 : from;
        if (first >= to || to - first > LONGEST_PLAIN) {
            return NONE;
        }
        long value = 0;
        for (int i = first; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }
}
