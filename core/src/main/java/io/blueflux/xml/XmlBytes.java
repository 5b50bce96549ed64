// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.AnswerLimits;
import io.blueflux.value.LimitFault;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document on their way to the pump: without the XML declaration, and in UTF-8. What they are in says a byte
 * order mark, or else the declaration, or else the Content-Type. Without any of them, or if the Content-Type names what is
 * not known here, they are in UTF-8.
 */
public final class XmlBytes {
    private final XmlPump pump;
    private final @Nullable String contentType;
    private @Nullable XmlDeclaration declaration; // while it may be one
    private boolean begun;
    private boolean hasMark;
    private @Nullable Recoding recoding; // null if they are in UTF-8

    /**
     * Makes a document of which nothing was read yet.
     *
     * @param roots gives the handler of the root element by its name; null for a root that should not be there
     * @param limits the bounds
     * @param contentType the header {@code Content-Type}, or null
     */
    public XmlBytes(Function<String, @Nullable Handler> roots, AnswerLimits limits, @Nullable String contentType) {
        this.pump = new XmlPump(roots, limits);
        this.contentType = contentType;
    }

    /** A byte order mark of UTF-8 stood before. */
    public void mark() {
        hasMark = true;
    }

    /**
     * Tells whether the root element has ended; what follows it is not to be fed.
     *
     * @return whether it has
     */
    public boolean isDone() {
        return pump.isDone();
    }

    /**
     * Returns where reading is.
     *
     * @return the offset in the answer of the tag or text that is being read
     */
    public long position() {
        return pump.position();
    }

    /**
     * Takes the next bytes, and tells handlers what they hold.
     *
     * @param bytes holds the chunk
     * @param offset where it starts
     * @param length how many bytes it has
     * @param start where they stand in the answer
     * @throws Fault if it is not well-formed or not the API's
     * @throws LimitFault if it passes a limit
     */
    public void feed(byte[] bytes, int offset, int length, long start) {
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
