// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells bytes that are UTF-8, of characters that XML allows, from all others, which the parser does not: it takes overlong
 * forms for characters, and more. Plain ASCII is passed over eight bytes at a time.
 */
final class XmlCharacters {
    /** The longest character, in bytes. */
    static final int MAX_LENGTH = 4;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = EACH << 7;
    private static final long OTHER_BITS = 0x7F * EACH;
    private static final int FIRST_CONTINUATION = 0x80;
    private static final int LAST_CONTINUATION = 0xBF;

    private XmlCharacters() {}

    /** Returns where the first byte stands that does not belong to a whole character that is right. */
    static int pass(byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            at = passAscii(bytes, at, to);
            int before = at;
            while (at < to && bytes[at] < 0) {
                int length = lengthOfMany(bytes, at, to);
                if (length <= 0) {
                    return at;
                }
                at += length;
            }
            if (at == before) {
                return at;
            }
        }
    }

    /** Returns the length of the character that begins there; 0 if it may go on past the end; negative if it is none. */
    static int length(byte[] bytes, int at, int to) {
        return bytes[at] < 0 ? lengthOfMany(bytes, at, to) : isAllowed(bytes[at]) ? 1 : -1;
    }

    /** Whether a wrong byte begins a character, only one that XML does not allow. */
    static boolean isCharacter(byte[] bytes, int at) {
        return bytes[at] >= 0 || bytes[at] == (byte) 0xEF; // which begins U+FFFE, and nothing overlong
    }

    private static int passAscii(byte[] bytes, int from, int to) {
        int at = passPlain(bytes, from, to);
        while (at + Long.BYTES <= to) {
            long odd = odd((long) WORDS.get(bytes, at));
            if (odd != 0) {
                return at + (Long.numberOfTrailingZeros(odd) >>> 3);
            }
            at = passPlain(bytes, at + Long.BYTES, to);
        }
        while (at < to && bytes[at] >= 0 && isAllowed(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Passes over what most answers are made of: ASCII without any control but the line feed. */
    private static int passPlain(byte[] bytes, int from, int to) {
        int at = from;
        while (at + 2 * Long.BYTES <= to
                && (special((long) WORDS.get(bytes, at)) | special((long) WORDS.get(bytes, at + Long.BYTES))) == 0) {
            at += 2 * Long.BYTES;
        }
        return at;
    }

    /** Returns something else than 0 if a byte is not ASCII, or a control other than the line feed. */
    private static long special(long word) {
        long printable = word + 0x60 * EACH; // what a byte carries into the next one is no matter: then it is not ASCII
        long other = (word ^ '\n' * EACH) + OTHER_BITS;
        return ((~printable & other) | word) & TOP_BITS;
    }

    /** Returns the top bit of each byte that is not ASCII, or a character that XML does not allow. */
    private static long odd(long word) {
        long controls = ~(((word & OTHER_BITS) + 0x60 * EACH) | word) & TOP_BITS;
        return (word & TOP_BITS) | (controls & ~(equal(word, '\n') | equal(word, '\t') | equal(word, '\r')));
    }

    private static long equal(long word, char c) {
        long difference = word ^ c * EACH;
        return ~(((difference & OTHER_BITS) + OTHER_BITS) | difference) & TOP_BITS;
    }

    private static boolean isAllowed(byte b) {
        return b >= ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    private static int lengthOfMany(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 || first > 0xF4 ? -1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        for (int i = 1; i < length; i++) {
            if (at + i == to) {
                return 0;
            }
            int next = bytes[at + i] & 0xFF;
            if (next < (i == 1 ? lowestSecond(first) : FIRST_CONTINUATION)
                    || next > (i == 1 ? highestSecond(first) : LAST_CONTINUATION)) {
                return -1;
            }
        }
        return first == 0xEF && isNonCharacter(bytes, at) ? -1 : length;
    }

    /** What is below could have been written in fewer bytes. */
    private static int lowestSecond(int first) {
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : FIRST_CONTINUATION;
    }

    /** What is above is half a pair of UTF-16, or beyond Unicode. */
    private static int highestSecond(int first) {
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : LAST_CONTINUATION;
    }

    /** U+FFFE or U+FFFF. */
    private static boolean isNonCharacter(byte[] bytes, int at) {
        return bytes[at + 1] == (byte) 0xBF && (bytes[at + 2] & 0xFE) == 0xBE;
    }
}
