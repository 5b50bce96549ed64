// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.value.LimitFault;
import java.util.Arrays;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The document as the parser's tokens, chunk by chunk, and where in the answer each of them begins. Refuses what the parser
 * overlooks. The parser is made when it is needed, and told then which elements are open.
 */
final class XmlTokens implements Handler.Attributes {
    private static final int INITIAL_DEPTH = 4; // enough for the commonest answer, which is empty

    private @Nullable DocumentScanner made;
    private @Nullable PlainTags[] open = new @Nullable PlainTags[INITIAL_DEPTH];
    private int depth;
    private int toldDepth; // how many of the open elements the parser knows of

    private byte[] chunk = {};
    private int from;
    private int to;
    private int at; // where the parser is to begin in the chunk
    private boolean isFed;
    private long chunkStart;
    private long tokenStart = -1;
    private int event = DocumentScanner.INCOMPLETE;
    private boolean inText;
    private long textStart;
    private int brackets;

    /** Returns the offset in the answer of the tag or text that is being read. */
    long position() {
        return inText ? textStart : tokenStart;
    }

    /** Returns the offset in the answer of the tag, or of the piece of a text, that is being read; -1 before all bytes. */
    long tokenStart() {
        return tokenStart;
    }

    /** Takes the next chunk, when all tokens of the one before were read. */
    void feed(byte[] bytes, int offset, int length, long start) {
        chunk = bytes;
        from = offset;
        to = offset + length;
        at = offset;
        isFed = false;
        chunkStart = start;
        if (tokenStart < 0) {
            tokenStart = start;
        }
    }

    /** Reads a token. Returns its kind, as in {@link XMLStreamConstants}, or {@link DocumentScanner#INCOMPLETE}. */
    int next() {
        DocumentScanner scanner = parser();
        if (event != DocumentScanner.INCOMPLETE) {
            tokenStart = chunkStart + scanner.index() - from;
        }
        event = read(scanner);
        switch (event) {
            case XMLStreamConstants.CHARACTERS -> startText();
            case DocumentScanner.INCOMPLETE -> brackets = inText ? bracketsAtEnd() : 0;
            default -> inText = false;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            push(
                    scanner.getName().hasPrefix()
                            ? null
                            : PlainTags.of(scanner.getName().getLocalName()));
            toldDepth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            toldDepth--;
            depth--;
        }
        return event;
    }

    /** Returns the parser as it is when it is to read on. */
    private DocumentScanner parser() {
        DocumentScanner scanner = made;
        if (scanner == null) {
            scanner = XmlReaders.newScanner();
            made = scanner;
        }
        while (toldDepth < depth) {
            scanner.open(
                    XmlReaders.parsed(Objects.requireNonNull(open[toldDepth]).name()));
            toldDepth++;
        }
        if (!isFed) {
            try {
                scanner.feedInput(chunk, at, to - at);
            } catch (XMLStreamException e) {
                throw new IllegalStateException("the parser has not read the bytes before", e);
            }
            isFed = true;
        }
        return scanner;
    }

    private DocumentScanner scanner() {
        return Objects.requireNonNull(made);
    }

    /** Whether nothing was read yet. */
    boolean isUntouched() {
        return made == null && depth == 0;
    }

    /** An element was found that the parser has not read. */
    void open(PlainTags tags) {
        push(tags);
    }

    private void push(@Nullable PlainTags tags) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = tags;
    }

    /** The end of the innermost element was found, which the parser has not read. */
    void close() {
        if (toldDepth == depth) {
            scanner().closeElement();
            toldDepth--;
        }
        depth--;
    }

    /** Returns the tags of the innermost element; null if they are not known, or have prefixes. */
    @Nullable
    PlainTags innermost() {
        return open[depth - 1];
    }

    /** Whether the next byte begins a token, so that the parser can be moved; within the root element only. */
    boolean isBetweenTokens() {
        DocumentScanner scanner = made;
        return !inText && (scanner == null || scanner.isBetweenTokens());
    }

    /** Whether the chunk was read to its end, between two tokens. */
    boolean isAtEnd() {
        return index() == to && isBetweenTokens();
    }

    byte[] chunk() {
        return chunk;
    }

    int chunkEnd() {
        return to;
    }

    /** Returns where in the chunk the next byte stands. */
    int index() {
        return isFed ? scanner().index() : at;
    }

    /** Moves the parser to a byte of the chunk that begins a token, or to its end. */
    void moveTo(int index) {
        jumpTo(index);
        tokenStart = chunkStart + index - from;
    }

    private void jumpTo(int index) {
        if (isFed) {
            scanner().moveTo(index);
        } else {
            at = index;
        }
    }

    /** Returns where in the chunk the next byte stands, and leaves all from there on unread. */
    int leave() {
        int left = index();
        if (depth > 0 && isBetweenTokens()) {
            tokenStart = chunkStart + left - from;
        }
        jumpTo(to);
        return left;
    }

    /** Bytes that no chunk held were passed over; the next chunk begins at an offset of the answer, with a token. */
    void passTo(long position) {
        tokenStart = position;
    }

    /** Gives the parser what stood before an offset of the answer and was passed over: the first bytes of a token. */
    void replay(byte[] bytes, int length, long end) {
        tokenStart = end - length;
        feed(bytes, 0, length, tokenStart);
        next();
    }

    /** Whether the element's name has a prefix. */
    boolean hasPrefix() {
        return scanner().getName().hasPrefix();
    }

    /** Returns the local name of the element, or the target of the processing instruction. */
    String name() {
        return scanner().getName().getLocalName();
    }

    /** Returns how many namespaces the start tag declares. */
    int namespaces() {
        return scanner().getNsCount();
    }

    /** Returns the prefix of a namespace that the start tag declares; empty if it is the default. */
    String prefix(int index) {
        String prefix = scanner().getNamespacePrefix(index);
        return prefix == null ? "" : prefix;
    }

    @Override
    public int count() {
        return scanner().getAttrCount();
    }

    @Override
    public String name(int index) {
        return scanner().getAttrLocalName(index);
    }

    @Override
    public String value(int index) {
        return scanner().getAttrValue(index);
    }

    /** Reads the text of the token, so that its faults are found, and appends it if somebody wants it. */
    void appendText(@Nullable Text target) {
        try {
            char[] characters = scanner().getTextCharacters();
            if (target != null) {
                target.append(characters, 0, scanner().getTextLength());
            }
        } catch (XMLStreamException e) {
            throw fault(firstLine(e.getMessage()));
        }
    }

    /** No more is read. */
    void end() {
        DocumentScanner scanner = made;
        if (scanner != null) {
            scanner.release();
        }
    }

    Fault fault(String problem) {
        return new Fault(problem, position());
    }

    private int read(DocumentScanner scanner) {
        try {
            int read = scanner.next();
            refuse(read == XMLStreamConstants.DTD);
            checkNames(read);
            return read;
        } catch (XMLStreamException e) {
            refuse(false);
            throw fault(firstLine(e.getMessage()));
        } catch (LimitFault | Fault e) {
            throw e;
        } catch (RuntimeException e) {
            refuse(false);
            throw fault("not well-formed"); // how the parser refuses, for example, an element named xmlns
        }
    }

    /** Refuses, before any fault within, what is refused as soon as it has begun in a chunk that ends earlier. */
    private void refuse(boolean documentType) {
        if (documentType || scanner().isInDocumentType()) {
            throw fault("a document type declaration, which no answer has");
        }
        scanner().checkName();
    }

    private void checkNames(int kind) {
        if (kind == XMLStreamConstants.START_ELEMENT
                ? !scanner().hasRightNames()
                : kind == XMLStreamConstants.PROCESSING_INSTRUCTION && scanner().hasPrefix()) {
            throw fault("a name with a colon where none may be");
        }
    }

    private void startText() {
        boolean goesOn = inText;
        if (!goesOn) {
            textStart = tokenStart;
            inText = true;
        }
        int at = from + (int) Math.max(0, tokenStart - chunkStart);
        checkBrackets(at, goesOn && at == from ? brackets : 0);
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

    private static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        if (line.startsWith("Invalid null character") || line.endsWith("for character entity")) {
            return "A reference to no character"; // which of the two, depends on where the chunk ends
        }
        return line.isEmpty() ? "not well-formed" : line;
    }
}
