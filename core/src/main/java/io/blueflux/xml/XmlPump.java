// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.AnswerLimits;
import io.blueflux.value.LimitFault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the parser, drains it, and tells handlers what it read. Enforces what the parser does not: no DTD, no entities, and
 * the limits. Stops for good at the end of the root element; what follows is ignored.
 */
final class XmlPump implements WholeCharacters.Sink {
    private static final int INITIAL_DEPTH = 4; // enough for the commonest answer, which is empty

    /** What is passed over need not be looked at; longer pieces would be, shorter ones cost the parser more. */
    private static final int BEFORE_A_SKIP = 1_024;

    private final XmlTokens tokens = new XmlTokens();
    private final AnswerLimits limits;
    private final Function<String, @Nullable Handler> roots;
    private final Text text = new Text();
    private final WholeCharacters wholeCharacters = new WholeCharacters(this);
    private final TemplateScan template = new TemplateScan(tokens, this, text);
    private final CutTag cut = new CutTag();

    private @Nullable Handler[] open = new @Nullable Handler[INITIAL_DEPTH];
    private int depth;
    private int skipped;
    private boolean inLeaf;
    private boolean leafHasMarkup;
    private @Nullable SubtreeSkip skip;
    private int ahead = Integer.MAX_VALUE;
    private boolean done;

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
        return tokens.position();
    }

    /**
     * Parses a chunk.
     *
     * @param start where the chunk stands in the answer
     * @throws Fault if it is not well-formed or not the API's
     * @throws LimitFault if it passes a limit
     */
    void feed(byte[] bytes, int offset, int length, long start) {
        int at = 0;
        while (at < length && !done) {
            if (cut.length() > 0 && isNearABound(start + at)) {
                parseKept();
            }
            int count = allowed(start + at, length - at);
            wholeCharacters.add(bytes, offset + at, count, start + at);
            at += count;
        }
    }

    private boolean isNearABound(long at) {
        return Math.min(bytesLeft(at), (long) limits.textLength() - cut.length()) < CutTag.SMALLEST_CHUNK;
    }

    private long bytesLeft(long at) {
        long begun = itemStart >= 0 ? itemStart : tokens.tokenStart();
        return begun < 0 ? limits.itemBytes() : limits.itemBytes() - (at - begun);
    }

    /** Returns how many bytes can be parsed before a bound is met, so that it is met at the same byte in any split. */
    private int allowed(long at, int length) {
        long bytes = bytesLeft(at);
        if (bytes <= 0) {
            throw new LimitFault("itemBytes", limits.itemBytes());
        }
        int characters = limits.textLength() - longestText();
        return (int) Math.max(1, Math.min(Math.min(bytes, characters), length));
    }

    private int longestText() {
        int longest = inLeaf ? text.length() : cut.length();
        for (int level = depth - skipped - (inLeaf ? 1 : 0); level > 0; level--) {
            Text own = openAt(level).ownText();
            longest = own == null ? longest : Math.max(longest, own.length());
        }
        return longest;
    }

    @Override
    public int pass(byte[] bytes, int offset, int end, long start) {
        if (done) {
            return end;
        }
        SubtreeSkip over = skip;
        if (over == null || !needsNoParser()) {
            return offset;
        }
        int at = over.pass(bytes, offset, end);
        if (at < offset) {
            tokens.replay(over.withheld(), offset - at, start);
            return offset;
        }
        tokens.passTo(start + at - offset);
        return at;
    }

    @Override
    public int ahead() {
        return ahead;
    }

    @Override
    public int take(byte[] bytes, int offset, int end, long start) {
        int at = offset;
        if (cut.length() > 0) {
            at = join(bytes, offset, end);
            if (at == end || isOver()) {
                return stopped(at);
            }
        }
        tokens.feed(bytes, at, end - at, start + at - offset);
        return stopped(read(end - offset));
    }

    private int stopped(int at) {
        if (done) {
            tokens.end();
        }
        return at;
    }

    /** Reads a chunk. Returns where it stopped, for what follows to be passed over. */
    private int read(int length) {
        do {
            if (scan(tokens.chunkEnd()) || tokens.isAtEnd()) {
                break;
            }
            if (length >= CutTag.SMALLEST_CHUNK && isKept()) {
                tokens.leave();
                return tokens.chunkEnd();
            }
            int event = tokens.next();
            if (event == DocumentScanner.INCOMPLETE) {
                break;
            }
            take(event);
        } while (!isOver());
        return tokens.leave();
    }

    private boolean isKept() {
        return template.isCut() && cut.keep(tokens.chunk(), tokens.index(), tokens.chunkEnd());
    }

    /** Reads what the end of the chunk before has cut. Returns from where on the chunk is to be read. */
    private int join(byte[] bytes, int offset, int end) {
        int kept = cut.length();
        if (end - offset >= CutTag.SMALLEST_CHUNK) {
            tokens.feed(cut.bytes(), 0, cut.join(bytes, offset, end), tokens.tokenStart());
            scan(kept + 1);
            int read = tokens.leave();
            if (done || read > kept) {
                cut.clear();
                return done ? end : offset + read - kept;
            }
        }
        parseKept();
        return offset;
    }

    /** Leaves to the parser what was cut. */
    private void parseKept() {
        tokens.feed(cut.bytes(), 0, cut.length(), tokens.tokenStart());
        cut.clear();
        for (int event = tokens.next(); event != DocumentScanner.INCOMPLETE; event = tokens.next()) {
            take(event);
        }
    }

    /** Whether nothing more is to be read, or what follows is to be passed over. */
    private boolean isOver() {
        return done || (skip != null && needsNoParser());
    }

    /** Reads what needs no parser. Returns whether what comes next is to be passed over, or nothing comes. */
    private boolean scan(int until) {
        if (depth == 0 && tokens.isUntouched()) {
            template.readRoot();
        }
        if (skip != null && needsNoParser()) {
            template.readEnd();
            if (skip != null) {
                return false; // this stops a skip, and is the parser's
            }
        }
        template.read(until);
        return isOver();
    }

    /** Whether what comes next may need no parser. */
    boolean mayScan() {
        return skip == null && needsNoParser() && depth < limits.depth();
    }

    private boolean needsNoParser() {
        return depth > 0 && !inLeaf && skipped == 0 && tokens.isBetweenTokens();
    }

    private void take(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(tokens.name());
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> countName(tokens.name());
            case XMLStreamConstants.ENTITY_REFERENCE -> throw tokens.fault("an entity that is not declared");
            default -> {} // prologue and comments say nothing
        }
    }

    private void start(String name) {
        if (++depth > limits.depth()) {
            throw new LimitFault("depth", limits.depth());
        }
        checkAttributes();
        if (skipped > 0 || inLeaf) {
            skipped++; // markup within a leaf: the leaf's own text counts, this does not
            leafHasMarkup = true;
            countName(name);
            return;
        }
        if (depth == 1) {
            Handler root = root(name);
            if (root == null) {
                throw tokens.fault("the root element is <" + name + ">, not <response>");
            }
            push(root, tokens, tokens.hasPrefix());
            return;
        }
        Handler parent = openAt(depth - 1);
        Handler child = parent.child(name);
        if (child == null || parent.hasFreeNames()) {
            countName(name);
        }
        if (child == parent) {
            inLeaf = true;
            leafHasMarkup = false;
            text.clear();
        } else {
            push(child == null ? new TreeHandler(name, parent) : child, tokens, tokens.hasPrefix());
        }
    }

    /** Returns the handler of the root element; null if there should be none of that name. */
    @Nullable
    Handler root(String name) {
        return roots.apply(name);
    }

    /** Returns the handler of the innermost element. */
    Handler innermost() {
        return openAt(depth);
    }

    /** An element begins that needed no parser. */
    void open(Handler handler, Handler.Attributes attributes) {
        depth++;
        push(handler, attributes, false);
    }

    private void push(Handler handler, Handler.Attributes attributes, boolean hasPrefix) {
        if (depth >= open.length) {
            open = Arrays.copyOf(open, open.length * 2);
        }
        open[depth] = handler;
        if (handler.isItem()) {
            itemStart = tokens.tokenStart();
            unknownElements = 0;
        } else if (handler instanceof TreeHandler) {
            countUnknown(attributes.count());
        }
        handler.open(attributes);
        skip = hasPrefix ? null : handler.skip();
        if (skip != null) {
            ahead = BEFORE_A_SKIP;
            skip.begin();
        }
    }

    /** An attribute takes as much memory as an element does. */
    private void countUnknown(int attributes) {
        unknownElements += 1 + attributes;
        if (unknownElements > limits.unknownElements()) {
            throw new LimitFault("unknownElements", limits.unknownElements());
        }
    }

    /** The innermost element ends. */
    void end() {
        depth--;
        if (skipped > 0) {
            skipped--;
        } else if (inLeaf) {
            inLeaf = false;
            if (!leafHasMarkup || !text.isBlank()) { // no text where one was due is not an empty one
                openAt(depth).leaf(text);
            }
        } else {
            Handler closed = openAt(depth + 1);
            if (closed.isItem()) {
                itemStart = -1;
            }
            skip = null;
            closed.close();
            done = depth == 0;
        }
    }

    private void characters() {
        Text target = wantedText();
        tokens.appendText(target);
        if (target != null && target.length() > limits.textLength()) {
            throw new LimitFault("textLength", limits.textLength());
        }
    }

    private @Nullable Text wantedText() {
        if (skipped > 0 || depth == 0) {
            return null;
        }
        return inLeaf ? text : openAt(depth).ownText();
    }

    private void checkAttributes() {
        for (int i = 0; i < tokens.count(); i++) {
            countName(tokens.name(i));
            if (tokens.value(i).length() > limits.textLength()) {
                throw new LimitFault("textLength", limits.textLength());
            }
        }
        for (int i = 0; i < tokens.namespaces(); i++) {
            countName(tokens.prefix(i));
        }
    }

    /** Counts a name that a user may have chosen. */
    void countName(String name) {
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
}
