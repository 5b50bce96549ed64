// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.nio.charset.StandardCharsets;

/**
 * Passes over all that stands in an element, from chunk to chunk, by looking for its end tag alone. Elements of the same
 * name within it are counted. Stops before what may hold things that look like tags, for the parser to read: CDATA, comments
 * and processing instructions.
 */
public final class SubtreeSkip {
    private final byte[] name;
    private final byte[] endTag;
    private State state = State.CONTENT;
    private int nested;
    private int seen;
    private boolean closing;
    private byte quote;
    private byte last;

    /**
     * Makes what passes over elements of a name, one after the other.
     *
     * @param element the name
     */
    public SubtreeSkip(ElementName element) {
        name = element.wireName().getBytes(StandardCharsets.UTF_8);
        endTag = ("</" + element.wireName()).getBytes(StandardCharsets.UTF_8);
    }

    private enum State {
        CONTENT,
        /** After the less-than sign, while what follows may still be the element's own name. */
        HEAD,
        /** In the start tag of an element of the same name. */
        NESTED_TAG
    }

    /** The element begins. */
    void begin() {
        state = State.CONTENT;
        nested = 0;
    }

    /**
     * Passes over bytes.
     *
     * @return where the parser goes on: at the less-than sign of the end tag or of what has to be parsed, which is before the
     *     bytes if it came in a chunk before; or at the end, when all was passed over
     */
    int pass(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            switch (state) {
                case CONTENT -> at = content(bytes, at, to);
                case HEAD -> {
                    if (stopsAt(bytes[at])) {
                        state = State.CONTENT;
                        return at - seen;
                    }
                    at += state == State.HEAD ? 1 : 0; // or the byte is looked at again, as what it is elsewhere
                }
                case NESTED_TAG -> nestedTag(bytes[at++]);
            }
        }
        return to;
    }

    /** Returns the bytes with which what the parser goes on with begins, as far as it stood in earlier chunks. */
    byte[] withheld() {
        return endTag;
    }

    private int content(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !(bytes[at] == '<' && mayMatter(bytes, at + 1, to))) {
            at++;
        }
        if (at == to) {
            return to;
        }
        state = State.HEAD;
        seen = 1;
        closing = false;
        return at + 1;
    }

    /** Tells most tags by their first letter; what is not in the chunk may matter. */
    private boolean mayMatter(byte[] bytes, int at, int to) {
        if (at == to) {
            return true;
        }
        byte b = bytes[at];
        if (b == '/') {
            return at + 1 == to || bytes[at + 1] == name[0];
        }
        return b == name[0] || b == '!' || b == '?';
    }

    /** Looks at a byte after the less-than sign. Returns whether the parser has to read from there. */
    private boolean stopsAt(byte b) {
        if (seen == 1 && b == '/') {
            closing = true;
            seen++;
            return false;
        }
        if (seen == 1 && (b == '!' || b == '?')) {
            return true;
        }
        int inName = seen - (closing ? 2 : 1);
        if (inName < name.length && b == name[inName]) {
            seen++;
            return false;
        }
        return (inName == name.length && isAfterName(b)) ? tag() : other();
    }

    private boolean tag() {
        if (closing && nested == 0) {
            return true;
        }
        nested += closing ? -1 : 1;
        state = closing ? State.CONTENT : State.NESTED_TAG;
        quote = 0;
        last = 0;
        return false;
    }

    private boolean other() {
        state = State.CONTENT;
        return false;
    }

    private void nestedTag(byte b) {
        if (quote != 0) {
            quote = b == quote ? 0 : quote;
        } else if (b == '"' || b == '\'') {
            quote = b;
        } else if (b == '>') {
            nested -= last == '/' ? 1 : 0;
            state = State.CONTENT;
        }
        last = b;
    }

    private static boolean isAfterName(byte b) {
        return b == '>' || b == '/' || Blanks.is(b);
    }
}
