// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/** The text of an answer that is read in one go and is not XML: JSON, which has no declaration, and plain words. */
public final class BodyText {
    private BodyText() {}

    /**
     * Reads bytes as UTF-8, which JSON is in whatever the Content-Type says; what is none is in the charset that it names.
     *
     * @param bytes all of the text
     * @param contentType the header {@code Content-Type}, or null
     * @param start where they stand in the answer
     * @return the text
     * @throws Fault if they are in neither
     */
    public static String of(byte[] bytes, @Nullable String contentType, long start) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        if (UTF_8.newDecoder().decode(in, text, true).isUnderflow()) {
            return text.flip().toString();
        }
        String named = Charsets.named(contentType);
        String table = named == null ? null : Charsets.table(named);
        if (table == null) {
            throw new Fault("bytes that are not UTF-8", start + in.position());
        }
        return recoded(bytes, table, start);
    }

    private static String recoded(byte[] bytes, String table, long start) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = table.charAt(bytes[i] & 0xFF);
            if (text[i] == Charsets.NOTHING) {
                throw new Fault("a byte that is no character in the encoding of the document", start + i);
            }
        }
        return new String(text);
    }
}
