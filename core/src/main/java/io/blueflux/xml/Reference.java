// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** References to characters: the five that XML has names for, and those by number as far as they are usual in texts. */
final class Reference {
    private static final int LONGEST = 8;
    private static final int MAX = 0xD7FF; // what is above needs care

    private Reference() {}

    /** Returns where the reference that begins with an ampersand has ended, or -1 if it is none of these. */
    static int end(byte[] bytes, int at, int to) {
        int end = at + 1;
        while (end < to && end - at <= LONGEST && bytes[end] != ';') {
            end++;
        }
        return end < to && bytes[end] == ';' && code(bytes, at + 1, end) >= ' ' ? end + 1 : -1;
    }

    /** Returns the character of a reference that has an end. */
    static char value(byte[] bytes, int at, int end) {
        return (char) code(bytes, at + 1, end - 1);
    }

    private static int code(byte[] bytes, int from, int to) {
        if (from == to) {
            return -1;
        }
        return bytes[from] == '#' ? number(bytes, from + 1, to) : named(bytes, from, to);
    }

    private static int number(byte[] bytes, int from, int to) {
        boolean isHex = from < to && bytes[from] == 'x';
        int radix = isHex ? 16 : 10;
        int code = from + (isHex ? 1 : 0) == to ? -1 : 0;
        for (int i = from + (isHex ? 1 : 0); i < to && code >= 0; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], radix);
            code = digit < 0 ? -1 : code * radix + digit;
        }
        return code > MAX ? -1 : code;
    }

    private static int named(byte[] bytes, int from, int to) {
        return switch (to - from) {
            case 2 -> bytes[from + 1] != 't' ? -1 : bytes[from] == 'l' ? '<' : bytes[from] == 'g' ? '>' : -1;
            case 3 -> is("amp", bytes, from) ? '&' : -1;
            case 4 -> is("quot", bytes, from) ? '"' : is("apos", bytes, from) ? '\'' : -1;
            default -> -1;
        };
    }

    private static boolean is(String name, byte[] bytes, int from) {
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
