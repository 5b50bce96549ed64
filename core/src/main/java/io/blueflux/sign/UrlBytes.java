// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.parameter.RequestParameters;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A URL or a form as it grows: percent-encoded once, as bytes, so that what is hashed is what is sent.
 *
 * <p>The codes of {@link UrlCode} are written whole, whatever their length, and what is too much of one is written over by
 * the next: there is no branch for each character. Parameters are checked, so there are no halves of surrogate pairs.
 */
final class UrlBytes {
    private static final int START = 512;
    private static final int KEPT = 16_384;
    private static final int TOO_MUCH = Integer.BYTES;
    private static final int LONGEST_CHARACTER = 4 * UrlCode.LONGEST;

    private static final VarHandle PAIR = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[START];
    private int length;

    int length() {
        return length;
    }

    /** Appends ASCII as it stands. */
    @SuppressWarnings("deprecation") // drops the high bytes, of which ASCII has none
    UrlBytes append(String ascii) {
        reserve(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    /** Appends {@code name=value} of each parameter, with ampersands between. */
    UrlBytes append(RequestParameters parameters) {
        int start = length;
        parameters.forEach((name, value) -> {
            if (length > start) {
                append('&');
            }
            encode(name);
            append('=');
            encode(value);
        });
        return this;
    }

    /** Appends two digits for each byte. */
    UrlBytes appendHex(byte[] hash) {
        reserve(2 * hash.length);
        byte[] out = bytes;
        int at = length;
        for (int i = 0; i < hash.length; i++) {
            PAIR.set(out, at + 2 * i, UrlCode.hexOf(hash[i]));
        }
        length += 2 * hash.length;
        return this;
    }

    /** Hashes what stands from one index to before another. */
    void updateDigest(MessageDigest digest, int from, int to) {
        digest.update(bytes, from, to - from);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Returns the text, which is plain ASCII. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Forgets what was written, and gives back what is unusually large. */
    void wipe() {
        if (bytes.length > KEPT) {
            bytes = new byte[START];
        } else {
            Arrays.fill(bytes, 0, length + TOO_MUCH, (byte) 0);
        }
        length = 0;
    }

    private void append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    private void encode(String text) {
        int i = encodeAscii(text, 0);
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            encode(codePoint);
            i = encodeAscii(text, i + Character.charCount(codePoint));
        }
    }

    /** Encodes from an index on, up to what is not ASCII; returns where that is. */
    private int encodeAscii(String text, int from) {
        reserve((text.length() - from) * UrlCode.LONGEST);
        byte[] out = bytes;
        int at = length;
        int i = from;
        for (; i < text.length() && text.charAt(i) < 0x80; i++) {
            at = put(out, at, text.charAt(i));
        }
        length = at;
        return i;
    }

    private void encode(int codePoint) {
        reserve(LONGEST_CHARACTER);
        if (codePoint < 0x800) {
            put(0xC0 | (codePoint >> 6));
        } else if (codePoint < 0x1_0000) {
            put(0xE0 | (codePoint >> 12));
            put(0x80 | ((codePoint >> 6) & 0x3F));
        } else {
            put(0xF0 | (codePoint >> 18));
            put(0x80 | ((codePoint >> 12) & 0x3F));
            put(0x80 | ((codePoint >> 6) & 0x3F));
        }
        put(0x80 | (codePoint & 0x3F));
    }

    private void put(int value) {
        length = put(bytes, length, value);
    }

    private static int put(byte[] out, int at, int value) {
        int code = UrlCode.of(value);
        FOUR.set(out, at, code);
        return at + UrlCode.length(code);
    }

    /** Makes room, and for what is too much of the last code. */
    private void reserve(int room) {
        int needed = length + room + TOO_MUCH;
        if (bytes.length < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, needed));
        }
    }
}
