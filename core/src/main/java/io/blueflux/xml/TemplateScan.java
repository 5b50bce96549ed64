// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads without the parser what servers print again and again: white space that nobody wants, the tags of known elements, and
 * leaves that are whole and hold nothing but text. All else is left to the parser, which would read the same of what is read
 * here; it is told of elements that are open when it goes on.
 */
final class TemplateScan {
    private static final int LONGEST_NAME = 64;

    /** No attributes. */
    private static final Handler.Attributes NONE = new Handler.Attributes() {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public String name(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public String value(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    };

    private final XmlTokens tokens;
    private final XmlPump pump;
    private final Text text;

    private @Nullable PlainAttributes attributes; // made when needed, as the names are
    private @Nullable FreeNames names;
    private byte[] bytes = {};
    private int to;
    private boolean isCut;

    /** Makes what reads for a pump, leaves by way of a text. */
    TemplateScan(XmlTokens tokens, XmlPump pump, Text text) {
        this.tokens = tokens;
        this.pump = pump;
        this.text = text;
    }

    /** Whether it stopped because the chunk ends within a tag or leaf that it would have read. */
    boolean isCut() {
        return isCut;
    }

    /** Reads on from where the tokens are, as far as it can, and no further than the tag or leaf that passes a byte of the chunk. */
    void read(int until) {
        isCut = false;
        if (!pump.mayScan()) {
            return;
        }
        bytes = tokens.chunk();
        to = tokens.chunkEnd();
        int at = tokens.index();
        while (at < until && pump.mayScan()) {
            Handler handler = pump.innermost();
            Text own = handler.ownText();
            int start = own == null ? afterBlanks(at) : at;
            int after = own == null ? tag(handler, start) : ownText(own, start);
            at = after < 0 ? start : after;
            if (after < 0) {
                break;
            }
        }
        if (!pump.isDone()) {
            tokens.moveTo(at);
        }
    }

    /** Reads the start tag of the root, if nothing stands before it. */
    void readRoot() {
        bytes = tokens.chunk();
        to = tokens.chunkEnd();
        int at = tokens.index();
        int end = afterName(at + 1);
        PlainTags tags = bytes[at] == '<' && end < to && bytes[end] == '>' ? PlainTags.of(bytes, at + 1, end) : null;
        Handler root = tags == null ? null : pump.root(tags.name());
        if (tags != null && root != null) {
            open(root, tags, at, NONE);
            tokens.moveTo(end + 1);
        }
    }

    /** Reads the end tag of what was passed over. */
    void readEnd() {
        bytes = tokens.chunk();
        to = tokens.chunkEnd();
        int after = end(tokens.index());
        isCut = false;
        if (after >= 0 && !pump.isDone()) {
            tokens.moveTo(after);
        }
    }

    private int tag(Handler handler, int at) {
        if (at >= to || bytes[at] != '<') {
            return -1;
        }
        if (at + 1 == to) {
            isCut = true;
            return -1;
        }
        if (bytes[at + 1] == '/') {
            return end(at);
        }
        PlainTags tags = handler.next();
        int content = tags == null ? -1 : tags.afterStart(bytes, at, to);
        if (tags != null && content >= 0) {
            return child(handler, tags, at, content, NONE);
        }
        int attributed = tags == null ? -1 : tags.attributes(bytes, at, to);
        if (tags != null && attributed >= 0) {
            return attributed(handler, tags, at, attributed);
        }
        int end = afterName(at + 1);
        if (end == to) {
            isCut = FreeNames.isOne(bytes, at + 1, end);
            return -1;
        }
        return handler.hasFreeNames() ? freeLeaf(handler, at, end) : unforetold(handler, at, end);
    }

    private int unforetold(Handler handler, int at, int end) {
        PlainTags tags = PlainTags.of(bytes, at + 1, end);
        if (tags == null) {
            return -1;
        }
        if (bytes[end] == '>') {
            return child(handler, tags, at, end + 1, NONE);
        }
        if (bytes[end] == '/') {
            return end + 1 < to && bytes[end + 1] == '>' ? empty(handler, tags, at, end + 2) : -1;
        }
        return attributed(handler, tags, at, end);
    }

    private int attributed(Handler handler, PlainTags tags, int at, int from) {
        if (attributes == null) {
            attributes = new PlainAttributes();
        }
        int content = attributes.read(bytes, from, to);
        return content < 0 ? -1 : child(handler, tags, at, content, attributes);
    }

    private int child(Handler handler, PlainTags tags, int at, int content, Handler.Attributes of) {
        Handler child = handler.child(tags.name());
        if (child == null) {
            return -1;
        }
        if (child != handler) {
            open(child, tags, at, of);
            return content;
        }
        int stop = text.read(bytes, content, to, (byte) '<');
        int after = tags.afterEnd(bytes, stop, to);
        if (after >= 0) {
            handler.leaf(text);
        } else {
            isCut = tags.isEndCut(bytes, stop, to);
        }
        return after;
    }

    private int empty(Handler handler, PlainTags tags, int at, int after) {
        Handler child = handler.child(tags.name());
        if (child == null) {
            return -1;
        }
        if (child == handler) {
            text.clear();
            handler.leaf(text);
            return after;
        }
        open(child, tags, at, NONE);
        close(at);
        return after;
    }

    /** Reads a leaf whose name is a user's. */
    private int freeLeaf(Handler handler, int at, int end) {
        int length = end - at - 1;
        if (bytes[end] != '>' || length > LONGEST_NAME || !FreeNames.isOne(bytes, at + 1, end)) {
            return -1;
        }
        if (names == null) {
            names = new FreeNames();
        }
        String name = names.known(bytes, at + 1, end);
        int stop = text.read(bytes, end + 1, to, (byte) '<');
        int after = stop + length + 3;
        if (after > to) {
            isCut = name != null && stop == to; // a new name counts as soon as it is there
            return -1;
        }
        if (bytes[stop] != '<' || bytes[stop + 1] != '/' || !isSame(at + 1, stop + 2, length + 1)) {
            return -1;
        }
        if (name == null) {
            name = names.remember(bytes, at + 1, end);
            pump.countName(name);
        }
        if (handler.child(name) != handler) {
            return -1;
        }
        handler.leaf(text);
        return after;
    }

    private int ownText(Text own, int at) {
        PlainTags tags = tokens.innermost();
        if (tags == null || own.length() > 0) {
            return -1;
        }
        int stop = own.read(bytes, at, to, (byte) '<');
        int after = tags.afterEnd(bytes, stop, to);
        if (after < 0) {
            own.clear();
            return -1;
        }
        close(stop);
        return after;
    }

    private int end(int at) {
        PlainTags tags = tokens.innermost();
        int after = tags == null ? -1 : tags.afterEnd(bytes, at, to);
        if (after >= 0) {
            close(at);
        } else {
            isCut = tags != null && tags.isEndCut(bytes, at, to);
        }
        return after;
    }

    private void open(Handler handler, PlainTags tags, int at, Handler.Attributes of) {
        tokens.moveTo(at);
        tokens.open(tags);
        pump.open(handler, of);
    }

    private void close(int at) {
        tokens.moveTo(at);
        tokens.close();
        pump.end();
    }

    private boolean isSame(int at, int other, int length) {
        return Arrays.equals(bytes, at, at + length, bytes, other, other + length);
    }

    private int afterName(int from) {
        int at = from;
        while (at < to && FreeNames.mayHold(bytes[at])) {
            at++;
        }
        return at;
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < to && Blanks.is(bytes[at])) {
            at++;
        }
        return at;
    }
}
