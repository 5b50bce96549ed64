// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names that the children of one element may have, in the order in which servers print them. The one after the last
 * one found is tried first, by identity: the parser hands out one String instance for each known name.
 */
public final class Names {
    private final ElementName[] inOrder;
    private final String[] canonical;
    private final PlainTags[] tags;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * Makes a list of names.
     *
     * @param inOrder the names in the servers' order
     */
    public Names(ElementName... inOrder) {
        this.inOrder = inOrder;
        this.canonical = new String[inOrder.length];
        this.tags = new PlainTags[inOrder.length];
        for (int i = 0; i < inOrder.length; i++) {
            canonical[i] = XmlReaders.canonical(inOrder[i].wireName());
            tags[i] = tags(canonical[i]);
            indexes.put(canonical[i], i);
        }
    }

    /**
     * Looks a name up.
     *
     * @param name the local name
     * @param expected the index to try first
     * @return its index, or -1 if it is none of these
     */
    @SuppressWarnings("ReferenceEquality") // a miss by identity is looked up by value
    public int indexOf(String name, int expected) {
        if (expected < canonical.length && canonical[expected] == name) {
            return expected;
        }
        return indexes.getOrDefault(name, -1);
    }

    /**
     * Returns the tags of a name of the API.
     *
     * @param name the name
     * @return its tags
     */
    public static PlainTags tags(ElementName name) {
        return tags(name.wireName());
    }

    private static PlainTags tags(String name) {
        return Objects.requireNonNull(PlainTags.of(name), name);
    }

    /**
     * Foretells a name.
     *
     * @param index the index that is likely
     * @return its tags, or null if there are no more names
     */
    public @Nullable PlainTags next(int index) {
        return index < tags.length ? tags[index] : null;
    }

    /**
     * Returns a name.
     *
     * @param index its index
     * @return the name
     */
    public ElementName at(int index) {
        return inOrder[index];
    }
}
