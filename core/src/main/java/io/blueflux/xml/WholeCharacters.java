// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import org.jspecify.annotations.Nullable;

/**
 * Cuts chunks so that none ends within a character of UTF-8, and keeps the begun one for the next chunk: the parser mistakes
 * some characters that come in two.
 */
final class WholeCharacters {
    private static final int MAX_LENGTH = 4;
    private static final int LOOK_BACK = 2 * (MAX_LENGTH - 1);

    private final Sink sink;
    private byte @Nullable [] held; // made when needed
    private int heldLength;

    WholeCharacters(Sink sink) {
        this.sink = sink;
    }

    /** Takes bytes that hold no part of a character. */
    interface Sink {
        /** Takes a chunk that starts at an offset of the answer. */
        void take(byte[] bytes, int offset, int length, long start);
    }

    void add(byte[] bytes, int offset, int length, long start) {
        int at = complete(bytes, offset, length, start);
        if (at < length) {
            int rest = begun(bytes, offset + at, offset + length);
            if (rest < length - at) {
                sink.take(bytes, offset + at, length - at - rest, start + at);
            }
            hold(bytes, offset + length - rest, rest);
        }
    }

    /** Completes the held character. Returns how many bytes that took. */
    private int complete(byte[] bytes, int offset, int length, long start) {
        int at = 0;
        while (held != null && heldLength > 0 && at < length) {
            held[heldLength++] = bytes[offset + at++];
            if (heldLength == lengthOfCharacter(held[0])) {
                int whole = heldLength;
                heldLength = 0;
                sink.take(held, 0, whole, start + at - whole);
            }
        }
        return at;
    }

    private void hold(byte[] bytes, int offset, int length) {
        if (length > 0 && held == null) {
            held = new byte[MAX_LENGTH];
        }
        if (held != null) {
            System.arraycopy(bytes, offset, held, 0, length);
        }
        heldLength = length;
    }

    /**
     * Returns how many bytes at the end belong to a character that goes on. Looks back far enough to count from where a
     * character begins, even where the last ones are none.
     */
    private static int begun(byte[] bytes, int from, int end) {
        int at = Math.max(from, end - LOOK_BACK);
        while (at < end) {
            int next = at + lengthOfCharacter(bytes[at]);
            if (next > end) {
                return end - at;
            }
            at = next;
        }
        return 0;
    }

    private static int lengthOfCharacter(byte first) {
        int bits = first & 0xFF;
        if (bits < 0xC0 || bits >= 0xF8) {
            return 1;
        }
        return bits < 0xE0 ? 2 : bits < 0xF0 ? 3 : 4;
    }
}
