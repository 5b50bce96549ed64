// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** Turns bytes of a charset that has one byte a character into UTF-8, in which they are counted from there on. */
final class Recoding {
    private static final int PIECE = 2_048;
    private static final int LONGEST = 3;

    private final XmlPump pump;
    private final String characters;
    private byte[] recoded = {};
    private long position;

    /**
     * Starts.
     *
     * @param characters what each of the 256 bytes stands for
     * @param position where in the answer the first byte stands
     */
    Recoding(XmlPump pump, String characters, long position) {
        this.pump = pump;
        this.characters = characters;
        this.position = position;
    }

    void feed(byte[] bytes, int offset, int length) {
        for (int at = 0; at < length && !pump.isDone(); at += PIECE) {
            recode(bytes, offset + at, Math.min(PIECE, length - at));
        }
    }

    private void recode(byte[] bytes, int offset, int length) {
        if (recoded.length < length * LONGEST) {
            recoded = new byte[length * LONGEST];
        }
        int count = 0;
        for (int at = offset; at < offset + length; at++) {
            char c = characters.charAt(bytes[at] & 0xFF);
            if (c == Charsets.NOTHING) {
                refuse(count);
                return;
            }
            count = append(c, count);
        }
        pump.feed(recoded, 0, count, position);
        position += count;
    }

    /** What stands before may be wrong itself, or the end of the document. */
    private void refuse(int count) {
        pump.feed(recoded, 0, count, position);
        if (!pump.isDone()) {
            throw new Fault("a byte that is no character in the encoding of the document", position + count);
        }
    }

    private int append(char c, int count) {
        int at = count;
        if (c < 0x80) {
            recoded[at++] = (byte) c;
        } else if (c < 0x800) {
            recoded[at++] = (byte) (0xC0 | c >> 6);
            recoded[at++] = (byte) (0x80 | (c & 0x3F));
        } else {
            recoded[at++] = (byte) (0xE0 | c >> 12);
            recoded[at++] = (byte) (0x80 | (c >> 6 & 0x3F));
            recoded[at++] = (byte) (0x80 | (c & 0x3F));
        }
        return at;
    }
}
