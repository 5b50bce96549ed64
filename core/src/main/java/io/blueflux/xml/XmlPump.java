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
    private static final int INITIAL_DEPTH = 8;

    /** What is passed over need not be looked at; longer pieces would be, shorter ones cost the parser more. */
    private static final int BEFORE_A_SKIP = 1_024;

    private final XmlTokens tokens = new XmlTokens();
    private final AnswerLimits limits;
    private final Function<String, @Nullable Handler> roots;
    private final Text text = new Text();
    private final WholeCharacters wholeCharacters = new WholeCharacters(this);

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
            int count = allowed(start + at, length - at);
            wholeCharacters.add(bytes, offset + at, count, start + at);
            at += count;
        }
    }

    /** Returns how many bytes can be parsed before a bound is met, so that it is met at the same byte in any split. */
    private int allowed(long at, int length) {
        long begun = itemStart >= 0 ? itemStart : tokens.tokenStart();
        long bytes = begun < 0 ? limits.itemBytes() : limits.itemBytes() - (at - begun);
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
        tokens.feed(bytes, offset, end - offset, start);
        do {
            scan();
            int event = tokens.next();
            if (event == DocumentScanner.INCOMPLETE) {
                return end;
            }
            take(event);
        } while (!done && (skip == null || !needsNoParser()));
        int at = tokens.leave();
        if (done) {
            tokens.end();
        }
        return at;
    }

    /** Reads what needs no parser. */
    private void scan() {
        if (skip == null && needsNoParser() && openAt(depth).ownText() == null && depth < limits.depth()) {
            tokens.moveTo(TemplateScan.read(tokens.chunk(), tokens.index(), tokens.chunkEnd(), openAt(depth), text));
        }
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
            Handler root = roots.apply(name);
            if (root == null) {
                throw tokens.fault("the root element is <" + name + ">, not <response>");
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
            leafHasMarkup = false;
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
            itemStart = tokens.tokenStart();
            unknownElements = 0;
        } else if (handler instanceof TreeHandler) {
            countUnknown();
        }
        handler.open(tokens);
        skip = tokens.hasPrefix() ? null : handler.skip();
        if (skip != null) {
            ahead = BEFORE_A_SKIP;
            skip.begin();
        }
    }

    /** An attribute takes as much memory as an element does. */
    private void countUnknown() {
        unknownElements += 1 + tokens.count();
        if (unknownElements > limits.unknownElements()) {
            throw new LimitFault("unknownElements", limits.unknownElements());
        }
    }

    private void end() {
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
}
