// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

/**
 * How a byte is written in a query or form: {@code A-Z a-z 0-9 - . _ ~} as they are, all others as {@code %XX}. A code holds
 * its characters, the first one lowest, and their number in the highest eight bits.
 */
final class UrlCode {
    /** The most characters that a byte is written as. */
    static final int LONGEST = 3;

    private static final int[] CODES = new int[256];
    private static final short[] HEX = new short[256];

    static {
        for (int value = 0; value < 256; value++) {
            int digits = digits("0123456789ABCDEF", value);
            CODES[value] = isUnreserved(value) ? 1 << 24 | value : LONGEST << 24 | digits << 8 | '%';
            HEX[value] = (short) digits("0123456789abcdef", value);
        }
    }

    private UrlCode() {}

    /** Returns the code of a byte, which is given as 0 to 255. */
    static int of(int value) {
        return CODES[value];
    }

    /** Returns how many characters a code has. */
    static int length(int code) {
        return code >>> 24;
    }

    /** Returns the two digits of a byte in lower case, the first one lowest. */
    static short hexOf(byte value) {
        return HEX[value & 0xFF];
    }

    private static int digits(String alphabet, int value) {
        return alphabet.charAt(value >> 4) | alphabet.charAt(value & 0xF) << 8;
    }

    private static boolean isUnreserved(int value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || "-._~".indexOf(value) >= 0;
    }
}
