// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** The begin of a tag or leaf that the end of a chunk cuts, kept until the next chunk brings the rest. */
final class CutTag {
    /** Chunks of fewer bytes are not worth it. */
    static final int SMALLEST_CHUNK = 64;

    private static final int MOST_KEPT = 192;
    private static final int MOST_JOINED = 256;

    private byte[] bytes = {}; // made when needed
    private int length;

    /** Keeps bytes, unless they are many. Returns whether they are kept. */
    boolean keep(byte[] chunk, int from, int to) {
        if (to - from > MOST_KEPT) {
            return false;
        }
        if (bytes.length == 0) {
            bytes = new byte[MOST_KEPT + MOST_JOINED];
        }
        length = to - from;
        System.arraycopy(chunk, from, bytes, 0, length);
        return true;
    }

    /** Puts the first characters of a chunk behind those kept. Returns how many bytes there are then. */
    int join(byte[] chunk, int from, int to) {
        int more = Math.min(MOST_JOINED, to - from);
        while (from + more < to && (chunk[from + more] & 0xC0) == 0x80) {
            more--; // within a character
        }
        System.arraycopy(chunk, from, bytes, length, more);
        return length + more;
    }

    /** Returns the array in which they are kept, from its start. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns how many bytes are kept. */
    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }
}
