// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import org.jspecify.annotations.Nullable;

/**
 * Cuts chunks so that none ends within a character of UTF-8, and keeps the begun one for the next chunk: the parser mistakes
 * some characters that come in two. What is no character that XML allows does not reach the parser.
 */
final class WholeCharacters {
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

        /** The byte at an offset of the answer is wrong. It is passed on if this returns. */
        void refuse(String problem, long position);
    }

    void add(byte[] bytes, int offset, int length, long start) {
        int end = offset + length;
        int at = heldLength == 0 ? offset : offset + complete(bytes, offset, length, start);
        while (at < end) {
            int right = XmlCharacters.pass(bytes, at, end);
            if (right > at) {
                sink.take(bytes, at, right - at, start + at - offset);
            }
            if (right < end && XmlCharacters.length(bytes, right, end) == 0) {
                hold(bytes, right, end - right);
                return;
            }
            at = right;
            if (right < end) {
                refuse(bytes, right, start + right - offset);
                sink.take(bytes, at++, 1, start + right - offset);
            }
        }
    }

    /** Completes the held character, or finds that it is none. Returns how many bytes that took. */
    private int complete(byte[] bytes, int offset, int length, long start) {
        byte[] character = held();
        int at = 0;
        while (heldLength > 0 && at < length) {
            character[heldLength] = bytes[offset + at];
            int whole = XmlCharacters.length(character, 0, heldLength + 1);
            int count = whole < 0 ? heldLength : whole;
            if (whole < 0) {
                refuse(character, 0, start + at - heldLength);
            } else {
                heldLength++;
                at++;
            }
            if (count > 0) {
                heldLength = 0;
                sink.take(character, 0, count, start + at - count);
            }
        }
        return at;
    }

    private void refuse(byte[] bytes, int at, long position) {
        sink.refuse(
                XmlCharacters.isCharacter(bytes, at)
                        ? "a character that XML does not allow"
                        : "bytes that are not UTF-8",
                position);
    }

    private void hold(byte[] bytes, int offset, int length) {
        System.arraycopy(bytes, offset, held(), 0, length);
        heldLength = length;
    }

    private byte[] held() {
        if (held == null) {
            held = new byte[XmlCharacters.MAX_LENGTH];
        }
        return held;
    }
}
