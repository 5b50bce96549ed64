// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document on their way to the pump: without the XML declaration, and in UTF-8. What they are in says a byte
 * order mark, or else the declaration, or else the Content-Type. Without any of them, or if the Content-Type names what is
 * not known here, they are in UTF-8.
 */
final class XmlBytes {
    private final XmlPump pump;
    private final @Nullable String contentType;
    private @Nullable XmlDeclaration declaration; // while it may be one
    private boolean begun;
    private boolean hasMark;
    private @Nullable Recoding recoding; // null if they are in UTF-8

    XmlBytes(XmlPump pump, @Nullable String contentType) {
        this.pump = pump;
        this.contentType = contentType;
    }

    /** A byte order mark of UTF-8 stood before. */
    void mark() {
        hasMark = true;
    }

    /**
     * Takes the next bytes.
     *
     * @param start where they stand in the answer
     */
    void feed(byte[] bytes, int offset, int length, long start) {
        int at = offset;
        int end = offset + length;
        if (!begun && length > 0) {
            begun = true;
            declaration = length > 1 && bytes[at + 1] != '?' ? null : new XmlDeclaration();
            recoding = declaration == null ? recoding(undeclared(), start) : null;
        }
        while (declaration != null && at < end) {
            if (declaration.isKnownWith(bytes[at++])) {
                begin(declaration, start + at - offset);
            }
        }
        if (declaration == null && at < end) {
            pass(bytes, at, end - at, start + at - offset);
        }
    }

    private void begin(XmlDeclaration known, long end) {
        declaration = null;
        byte[] taken = known.taken();
        long start = end - taken.length;
        if (known.isThere()) {
            recoding = recoding(table(known.encoding(start), start), end);
        } else {
            recoding = recoding(undeclared(), start);
            pass(taken, 0, taken.length, start);
        }
    }

    private @Nullable Recoding recoding(@Nullable String table, long start) {
        return table == null ? null : new Recoding(pump, table, start);
    }

    private @Nullable String table(@Nullable String declared, long start) {
        if (declared == null) {
            return undeclared();
        }
        String found = Charsets.table(declared);
        if (found == null && !Charsets.isUtf8(declared)) {
            throw new Fault("a declaration of the encoding " + declared + ", which is not read", start);
        }
        return hasMark ? null : found;
    }

    private @Nullable String undeclared() {
        String named = hasMark ? null : Charsets.named(contentType);
        return named == null ? null : Charsets.table(named);
    }

    private void pass(byte[] bytes, int offset, int length, long start) {
        if (recoding == null) {
            pump.feed(bytes, offset, length, start);
        } else {
            recoding.feed(bytes, offset, length);
        }
    }
}
