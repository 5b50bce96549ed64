// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A query string as it grows: percent-encoded once, as bytes, so that what is hashed is what is sent. All but
 * {@code A-Z a-z 0-9 - . _ ~} is encoded as {@code %XX} of its UTF-8 bytes.
 */
final class QueryString {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] UNRESERVED = unreserved();

    private byte[] bytes = new byte[256];
    private int length;

    /** Appends {@code name=value}, after an ampersand where something stands before. */
    QueryString add(String name, String value) {
        if (length > 0) {
            append('&');
        }
        encode(name);
        append('=');
        encode(value);
        return this;
    }

    void updateDigest(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Returns the encoded text, which is plain ASCII. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                encodeByte(c);
            } else if (c < 0x800) {
                encodeByte(0xC0 | (c >> 6));
                encodeByte(0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                encodeSupplementary(Character.toCodePoint(c, text.charAt(++i)));
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("a parameter holds half a surrogate pair, which is no character");
            } else {
                encodeByte(0xE0 | (c >> 12));
                encodeByte(0x80 | ((c >> 6) & 0x3F));
                encodeByte(0x80 | (c & 0x3F));
            }
        }
    }

    private void encodeSupplementary(int codePoint) {
        encodeByte(0xF0 | (codePoint >> 18));
        encodeByte(0x80 | ((codePoint >> 12) & 0x3F));
        encodeByte(0x80 | ((codePoint >> 6) & 0x3F));
        encodeByte(0x80 | (codePoint & 0x3F));
    }

    private void encodeByte(int value) {
        if (UNRESERVED[value]) {
            append(value);
        } else {
            append('%');
            append(HEX[value >> 4]);
            append(HEX[value & 0xF]);
        }
    }

    private void append(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    private static boolean[] unreserved() {
        boolean[] table = new boolean[256];
        for (int c = 'a'; c <= 'z'; c++) {
            table[c] = true;
            table[Character.toUpperCase(c)] = true;
        }
        for (int c = '0'; c <= '9'; c++) {
            table[c] = true;
        }
        for (char c : "-._~".toCharArray()) {
            table[c] = true;
        }
        return table;
    }
}
