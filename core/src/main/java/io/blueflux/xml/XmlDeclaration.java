// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The XML declaration at the start of a document, byte by byte. The parser's complaints about one depend on the split. */
final class XmlDeclaration {
    private static final byte[] START = "<?xml".getBytes(ISO_8859_1);
    private static final int MAX_LENGTH = 256;
    private static final Pattern FORM = Pattern.compile(("<\\?xml S+ version S* = S* ('1\\.[01]' | \"1\\.[01]\")"
                    + "(S+ encoding S* = S* ('(?<single> NAME )' | \"(?<double> NAME )\" ))?"
                    + "(S+ standalone S* = S* ('(yes|no)' | \"(yes|no)\" ))? S* \\?>")
            .replace(" ", "")
            .replace("S+", "[\\x20\\t\\r\\n]++")
            .replace("S*", "[\\x20\\t\\r\\n]*+")
            .replace("NAME", "[A-Za-z][A-Za-z0-9._-]*+"));

    private final byte[] bytes = new byte[MAX_LENGTH];
    private int length;
    private boolean whole;

    /**
     * Takes a byte.
     *
     * @return whether it is known now whether there is a declaration
     */
    boolean isKnownWith(byte b) {
        bytes[length++] = b;
        if (length <= START.length) {
            return b != START[length - 1];
        }
        if (length == START.length + 1) {
            return !Blanks.is(b);
        }
        whole = b == '>' && bytes[length - 2] == '?';
        return whole || length == MAX_LENGTH;
    }

    /** Returns what was taken, all of which is the document's if there is no declaration. */
    byte[] taken() {
        return Arrays.copyOf(bytes, length);
    }

    boolean isThere() {
        return length > START.length + 1;
    }

    /**
     * Returns the encoding that the declaration names, or null.
     *
     * @throws Fault if it is not well-formed
     */
    @Nullable
    String encoding(long start) {
        Matcher matcher = FORM.matcher(new String(bytes, 0, length, ISO_8859_1));
        if (!whole || !matcher.matches()) {
            throw new Fault("an XML declaration that is not well-formed", start);
        }
        return matcher.group("single") == null ? matcher.group("double") : matcher.group("single");
    }
}
