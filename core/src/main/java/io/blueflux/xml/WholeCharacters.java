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

    /** What the bytes are for. */
    interface Sink {
        /** Passes over what may hold anything, and returns where bytes begin that have to be characters. */
        int pass(byte[] bytes, int offset, int end, long start);

        /** Returns how many bytes to look at before they are taken; all that there are, if they are fewer. */
        int ahead();

        /** Takes a chunk that starts at an offset of the answer. Returns where it stopped, for others to be passed over. */
        int take(byte[] bytes, int offset, int end, long start);
    }

    /**
     * Takes a chunk.
     *
     * @throws Fault if bytes are no character that XML allows
     */
    void add(byte[] bytes, int offset, int length, long start) {
        int end = offset + length;
        int at = heldLength == 0 ? offset : offset + complete(bytes, offset, length, start);
        while (at < end) {
            at = sink.pass(bytes, at, end, start + at - offset);
            int right = XmlCharacters.pass(bytes, at, at + Math.min(end - at, sink.ahead()));
            if (right > at) {
                at = sink.take(bytes, at, right, start + at - offset);
            } else if (at < end) {
                if (XmlCharacters.length(bytes, at, end) < 0) {
                    throw fault(bytes, at, start + at - offset);
                }
                hold(bytes, at, end - at);
                at = end;
            }
        }
    }

    /** Completes the held character. Returns how many bytes that took. */
    private int complete(byte[] bytes, int offset, int length, long start) {
        byte[] character = held();
        int at = 0;
        while (heldLength > 0 && at < length) {
            character[heldLength] = bytes[offset + at];
            int whole = XmlCharacters.length(character, 0, heldLength + 1);
            if (whole < 0) {
                throw fault(character, 0, start + at - heldLength);
            }
            heldLength++;
            at++;
            if (whole > 0) {
                heldLength = 0;
                sink.take(character, 0, whole, start + at - whole);
            }
        }
        return at;
    }

    private static Fault fault(byte[] bytes, int at, long position) {
        return new Fault(
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
