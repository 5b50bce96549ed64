// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.UncheckedStreamException;
import io.blueflux.AnswerLimits;
import io.blueflux.json.LimitFault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the parser, drains it, and tells handlers what it read. Enforces what the parser does not: no DTD, no entities, and
 * the limits. Stops for good at the end of the root element; what follows is ignored.
 */
final class XmlPump {
    private static final int INITIAL_DEPTH = 8;
    private static final String INVALID_UTF8 = "Invalid UTF-8";

    private final AsyncXMLStreamReader<AsyncByteArrayFeeder> reader = XmlReaders.newReader();
    private final Handler.Attributes attributes = new ReaderAttributes();
    private final AnswerLimits limits;
    private final Function<String, @Nullable Handler> roots;
    private final Text text = new Text();
    private final WholeCharacters wholeCharacters = new WholeCharacters(this::piece);

    private @Nullable Handler[] open = new @Nullable Handler[INITIAL_DEPTH];
    private int depth;
    private int skipped;
    private boolean inLeaf;
    private boolean done;

    private byte[] chunk = {};
    private int from;
    private int to;
    private long chunkStart;
    private long fed;
    private long tokenStart = -1;
    private long textStart;
    private boolean inText;
    private int brackets;
    private long itemStart = -1;
    private @Nullable Set<String> unknownNames;
    private int unknownElements;

    /** Makes a pump that asks the function for the root's handler; there is none for a root that should not be there. */
    XmlPump(Function<String, @Nullable Handler> roots, AnswerLimits limits) {
        this.roots = roots;
        this.limits = limits;
    }

    boolean isDone() {
        return done;
    }

    /** Returns the offset in the answer of the tag or text that is being read. */
    long position() {
        return inText ? textStart : tokenStart;
    }

    /**
     * Parses a chunk.
     *
     * @param start where the chunk stands in the answer
     * @throws Fault if it is not well-formed or not the API's
     * @throws LimitFault if it passes a limit
     */
    void feed(byte[] bytes, int offset, int length, long start) {
        if (tokenStart < 0) {
            tokenStart = start;
        }
        int at = 0;
        while (at < length && !done) {
            int count = allowed(start + at, length - at);
            wholeCharacters.add(bytes, offset + at, count, start + at);
            at += count;
        }
    }

    /** Returns how many bytes can be parsed before a bound is met, so that it is met at the same byte in any split. */
    private int allowed(long at, int length) {
        long bytes = limits.itemBytes() - (at - (itemStart >= 0 ? itemStart : tokenStart));
        if (bytes <= 0) {
            throw new LimitFault("itemBytes", limits.itemBytes());
        }
        int characters = limits.textLength() - longestText();
        return (int) Math.max(1, Math.min(Math.min(bytes, characters), length));
    }

    private int longestText() {
        int longest = inLeaf ? text.length() : 0;
        for (int level = depth - skipped - (inLeaf ? 1 : 0); level > 0; level--) {
            Text own = openAt(level).ownText();
            longest = own == null ? longest : Math.max(longest, own.length());
        }
        return longest;
    }

    private void piece(byte[] bytes, int offset, int length, long start) {
        if (done) {
            return;
        }
        chunk = bytes;
        from = offset;
        to = offset + length;
        chunkStart = start;
        try {
            reader.getInputFeeder().feedInput(bytes, offset, length);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the parser has not read the bytes before", e);
        }
        drain();
        if (!done) {
            brackets = inText ? bracketsAtEnd() : 0;
            fed += length;
        }
    }

    private void drain() {
        for (int event = next(); event != AsyncXMLStreamReader.EVENT_INCOMPLETE; event = next()) {
            if (event == XMLStreamConstants.CHARACTERS) {
                text();
            } else {
                inText = false;
                markup(event);
            }
            if (done) {
                return;
            }
            if (event != XMLStreamConstants.START_DOCUMENT) { // which may come when the root's tag has begun
                tokenStart = chunkStart + readIndex() - from;
            }
        }
    }

    private int next() {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw fault(firstLine(e.getMessage()));
        } catch (RuntimeException e) {
            throw fault("not well-formed"); // how the parser refuses, for example, an element named xmlns
        }
    }

    private void markup(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CDATA -> characters();
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> countName(reader.getPITarget());
            case XMLStreamConstants.DTD -> throw fault("a document type declaration, which no answer has");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw fault("an entity that is not declared");
            default -> {} // prologue and comments say nothing
        }
    }

    private void text() {
        boolean goesOn = inText;
        if (!goesOn) {
            textStart = tokenStart;
            inText = true;
        }
        int at = from + (int) Math.max(0, tokenStart - chunkStart);
        checkBrackets(at, goesOn && at == from ? brackets : 0);
        characters();
    }

    /** The parser overlooks the forbidden "]]>" where the text begins with it or a chunk ends in it. */
    private void checkBrackets(int start, int before) {
        int at = start;
        while (at < to && chunk[at] == ']') {
            at++;
        }
        if (before + at - start >= 2 && at < to && chunk[at] == '>') {
            throw fault("String ']]>' not allowed in textual content, except as the end marker of CDATA section");
        }
    }

    private int bracketsAtEnd() {
        int at = to;
        while (at > from && chunk[at - 1] == ']') {
            at--;
        }
        return to - at + (at == from ? brackets : 0);
    }

    /** Returns where in the chunk the parser is. */
    private int readIndex() {
        try {
            return (int) (reader.getLocationInfo().getEndingByteOffset() - fed);
        } catch (XMLStreamException e) {
            throw fault(firstLine(e.getMessage()));
        }
    }

    private Fault fault(String problem) {
        return new Fault(problem, position());
    }

    private void start(String name) {
        if (++depth > limits.depth()) {
            throw new LimitFault("depth", limits.depth());
        }
        int attributeCount = reader.getAttributeCount();
        if (attributeCount > 0) {
            checkAttributes(attributeCount);
        }
        for (int i = reader.getNamespaceCount(); i > 0; i--) {
            countName(reader.getNamespacePrefix(i - 1));
        }
        if (skipped > 0 || inLeaf) {
            skipped++; // markup within a leaf: the leaf's own text counts, this does not
            countName(name);
            return;
        }
        if (depth == 1) {
            Handler root = roots.apply(name);
            if (root == null) {
                throw fault("the root element is <" + name + ">, not <response>");
            }
            push(root);
            return;
        }
        Handler parent = openAt(depth - 1);
        Handler child = parent.child(name);
        if (child == null || parent.hasFreeNames()) {
            countName(name);
        }
        if (child == parent) {
            inLeaf = true;
            text.clear();
        } else {
            push(child == null ? new TreeHandler(name, parent) : child);
        }
    }

    private void push(Handler handler) {
        if (depth >= open.length) {
            open = Arrays.copyOf(open, open.length * 2);
        }
        open[depth] = handler;
        if (handler.isItem()) {
            itemStart = tokenStart;
            unknownElements = 0;
        } else if (handler instanceof TreeHandler && ++unknownElements > limits.unknownElements()) {
            throw new LimitFault("unknownElements", limits.unknownElements());
        }
        handler.open(attributes);
    }

    private void end() {
        depth--;
        if (skipped > 0) {
            skipped--;
        } else if (inLeaf) {
            inLeaf = false;
            openAt(depth).leaf(text);
        } else {
            Handler closed = openAt(depth + 1);
            if (closed.isItem()) {
                itemStart = -1;
            }
            closed.close();
            done = depth == 0;
        }
    }

    private void characters() {
        char[] characters;
        try {
            characters = reader.getTextCharacters();
        } catch (UncheckedStreamException e) {
            throw fault(firstLine(e.getMessage()));
        }
        if (skipped > 0 || depth == 0) {
            return;
        }
        Text target = inLeaf ? text : openAt(depth).ownText();
        if (target != null) {
            target.append(characters, reader.getTextStart(), reader.getTextLength());
            if (target.length() > limits.textLength()) {
                throw new LimitFault("textLength", limits.textLength());
            }
        }
    }

    private void checkAttributes(int count) {
        for (int i = 0; i < count; i++) {
            countName(reader.getAttributeLocalName(i));
            if (reader.getAttributeValue(i).length() > limits.textLength()) {
                throw new LimitFault("textLength", limits.textLength());
            }
        }
    }

    private void countName(String name) {
        if (XmlReaders.isKnown(name)) {
            return;
        }
        if (unknownNames == null) {
            unknownNames = new HashSet<>();
        }
        if (unknownNames.add(name) && unknownNames.size() > limits.unknownNames()) {
            throw new LimitFault("unknownNames", limits.unknownNames());
        }
    }

    private Handler openAt(int level) {
        Handler handler = open[level];
        if (handler == null) {
            throw new IllegalStateException("no element is open at depth " + level);
        }
        return handler;
    }

    private static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        if (line.startsWith(INVALID_UTF8)) {
            return INVALID_UTF8; // which of the bytes, depends on where the chunk ends
        }
        return line.isEmpty() ? "not well-formed" : line;
    }

    private final class ReaderAttributes implements Handler.Attributes {
        @Override
        public int count() {
            return reader.getAttributeCount();
        }

        @Override
        public String name(int index) {
            return reader.getAttributeLocalName(index);
        }

        @Override
        public String value(int index) {
            return reader.getAttributeValue(index);
        }
    }
}
