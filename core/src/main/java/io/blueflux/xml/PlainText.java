// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Tells text of plain ASCII that means what it says from all that ends it. Texts are passed over eight bytes at a time. */
final class PlainText {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = EACH << 7;

    private static final boolean[] IN_TEXT = plain("\t\n<&]"); // the parser looks whether "]]>" is there
    private static final boolean[] IN_VALUE = plain("<&\"'");

    private PlainText() {}

    /** Returns where a text ends. */
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long odd = odd((long) WORDS.get(bytes, at));
            if (odd == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(odd) >>> 3;
            if (!holds(IN_TEXT, bytes[at])) {
                return at;
            }
            at++; // a tab or a line feed
        }
        while (at < to && holds(IN_TEXT, bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns where an attribute's value ends. */
    static int endOfValue(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && holds(IN_VALUE, bytes[at])) {
            at++;
        }
        return at;
    }

    /** Whether a byte is plain in what a byte ends. */
    static boolean holds(byte b, byte stop) {
        return holds(stop == '<' ? IN_TEXT : IN_VALUE, b);
    }

    private static boolean holds(boolean[] plain, byte b) {
        return b >= 0 && plain[b];
    }

    /** Returns a number whose lowest bit that is set is the top bit of the first byte that may not be plain. */
    private static long odd(long word) {
        return (zero(word ^ '<' * EACH)
                        | zero(word ^ '&' * EACH)
                        | zero(word ^ ']' * EACH)
                        | (word - ' ' * EACH)
                        | word)
                & TOP_BITS;
    }

    private static long zero(long word) {
        return (word - EACH) & ~word;
    }

    private static boolean[] plain(String others) {
        boolean[] plain = new boolean[128];
        Arrays.fill(plain, ' ', 128, true);
        for (int i = 0; i < others.length(); i++) {
            plain[others.charAt(i)] ^= true;
        }
        return plain;
    }
}
