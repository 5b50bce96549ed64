// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags of a known element as servers print them: without a prefix, and the start tag mostly without attributes. */
public final class PlainTags {
    private static final int SLOTS = 512; // a few times as many as there are names
    private static final Map<String, PlainTags> BY_NAME = byName();
    private static final @Nullable PlainTags[] KNOWN = known();

    private final String name;
    private final byte[] bytes;
    private final FixedBytes start;
    private final FixedBytes openStart;
    private final FixedBytes end;
    private final FixedBytes attribute;

    private PlainTags(String name) {
        this.name = name;
        this.bytes = name.getBytes(StandardCharsets.UTF_8);
        this.start = new FixedBytes("<" + name + ">");
        this.openStart = new FixedBytes("<" + name + " ");
        this.end = new FixedBytes("</" + name + ">");
        this.attribute = new FixedBytes(name + "=\"");
    }

    /** Returns the tags of a name; null if it is not known. */
    static @Nullable PlainTags of(String name) {
        return BY_NAME.get(name);
    }

    /** Returns the tags of the name that bytes spell; null if it is not known. */
    static @Nullable PlainTags of(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        PlainTags tags = KNOWN[slot];
        while (tags != null && !tags.isNamed(bytes, from, to)) {
            slot = (slot + 1) % SLOTS;
            tags = KNOWN[slot];
        }
        return tags;
    }

    /** Returns the name, in the instance that the parser hands out. */
    String name() {
        return name;
    }

    /** Returns where the element's content begins, or -1 if something else stands there. */
    int afterStart(byte[] in, int at, int to) {
        return start.after(in, at, to);
    }

    /** Returns where the element's attributes begin, with a space, or -1 if something else stands there. */
    int attributes(byte[] in, int at, int to) {
        return openStart.after(in, at, to) - 1;
    }

    /** Returns where the element has ended, or -1 if something else stands there. */
    int afterEnd(byte[] in, int at, int to) {
        return end.after(in, at, to);
    }

    /** Returns where the value of an attribute of this name begins, or -1 if something else stands there. */
    int value(byte[] in, int at, int to) {
        return attribute.after(in, at, to);
    }

    /** Whether the bytes end, after some or none, within the end tag. */
    boolean isEndCut(byte[] in, int at, int to) {
        return end.isCut(in, at, to);
    }

    private boolean isNamed(byte[] in, int from, int to) {
        return Arrays.equals(in, from, to, bytes, 0, bytes.length);
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return (hash ^ hash >>> 9) & (SLOTS - 1);
    }

    private static Map<String, PlainTags> byName() {
        return Stream.of(ElementName.values())
                .map(element -> XmlReaders.canonical(element.wireName()))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), PlainTags::new));
    }

    private static @Nullable PlainTags[] known() {
        @Nullable PlainTags[] known = new @Nullable PlainTags[SLOTS];
        for (PlainTags tags : BY_NAME.values()) {
            int slot = slot(tags.bytes, 0, tags.bytes.length);
            while (known[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            known[slot] = tags;
        }
        return known;
    }
}
