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
    private final byte[] start;
    private final byte[] end;

    private PlainTags(String name) {
        this.name = name;
        this.start = ("<" + name + ">").getBytes(StandardCharsets.UTF_8);
        this.end = ("</" + name + ">").getBytes(StandardCharsets.UTF_8);
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
    int afterStart(byte[] bytes, int at, int to) {
        return after(start, bytes, at, to);
    }

    /** Returns where the element has ended, or -1 if something else stands there. */
    int afterEnd(byte[] bytes, int at, int to) {
        return after(end, bytes, at, to);
    }

    /** Whether the bytes end, after some or none, within the start tag. */
    boolean isStartCut(byte[] bytes, int at, int to) {
        return isCut(start, bytes, at, to);
    }

    /** Whether the bytes end, after some or none, within the end tag. */
    boolean isEndCut(byte[] bytes, int at, int to) {
        return isCut(end, bytes, at, to);
    }

    private static boolean isCut(byte[] tag, byte[] bytes, int at, int to) {
        int length = to - at;
        return length < tag.length && Arrays.equals(bytes, at, to, tag, 0, length);
    }

    private boolean isNamed(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, start, 1, start.length - 1);
    }

    private static int after(byte[] tag, byte[] bytes, int at, int to) {
        int after = at + tag.length;
        return after <= to && Arrays.equals(bytes, at, after, tag, 0, tag.length) ? after : -1;
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
            int slot = slot(tags.start, 1, tags.start.length - 1);
            while (known[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            known[slot] = tags;
        }
        return known;
    }
}
