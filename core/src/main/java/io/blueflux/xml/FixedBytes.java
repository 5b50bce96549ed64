// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A few bytes that are looked for at a place again and again: most are compared eight at a time. */
final class FixedBytes {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final long head; // the first eight, or all
    private final long mask; // of those that count
    private final long tail; // the last eight, if there are more

    FixedBytes(String text) {
        bytes = text.getBytes(StandardCharsets.UTF_8);
        head = (long) WORDS.get(Arrays.copyOf(bytes, Long.BYTES), 0);
        mask = bytes.length < Long.BYTES ? (1L << (bytes.length * Byte.SIZE)) - 1 : -1;
        tail = bytes.length < Long.BYTES ? 0 : (long) WORDS.get(bytes, bytes.length - Long.BYTES);
    }

    /** Returns where they have ended, or -1 if something else stands there. */
    int after(byte[] in, int at, int to) {
        int length = bytes.length;
        if (at + Math.max(length, Long.BYTES) > to) {
            return afterAtEnd(in, at, to);
        }
        if (((long) WORDS.get(in, at) & mask) != head) {
            return -1;
        }
        int after = at + length;
        if (length > Long.BYTES
                && ((long) WORDS.get(in, after - Long.BYTES) != tail
                        || (length > 2 * Long.BYTES && !isSame(in, at, Long.BYTES, length - Long.BYTES)))) {
            return -1;
        }
        return after;
    }

    private int afterAtEnd(byte[] in, int at, int to) {
        int after = at + bytes.length;
        return after <= to && isSame(in, at, 0, bytes.length) ? after : -1;
    }

    /** Whether all that there is up to an end is how they begin, and they are longer. */
    boolean isCut(byte[] in, int at, int to) {
        int length = to - at;
        return length < bytes.length && isSame(in, at, 0, length);
    }

    private boolean isSame(byte[] in, int at, int from, int to) {
        return Arrays.equals(in, at + from, at + to, bytes, from, to);
    }
}
