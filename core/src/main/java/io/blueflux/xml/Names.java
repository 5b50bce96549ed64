// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that the children of one element may have, in the order in which servers print them. The one after the last
 * one found is tried first, by identity: the parser hands out one String instance for each known name.
 */
public final class Names {
    private final ElementName[] inOrder;
    private final String[] canonical;
    private final LeafTags[] tags;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * Makes a list of names.
     *
     * @param inOrder the names in the servers' order
     */
    public Names(ElementName... inOrder) {
        this.inOrder = inOrder;
        this.canonical = new String[inOrder.length];
        this.tags = new LeafTags[inOrder.length];
        for (int i = 0; i < inOrder.length; i++) {
            canonical[i] = XmlReaders.canonical(inOrder[i].wireName());
            tags[i] = new LeafTags(canonical[i]);
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

    int count() {
        return inOrder.length;
    }

    /**
     * Returns the tags of a name, were it a leaf's.
     *
     * @param index the name's index
     * @return its tags
     */
    public LeafTags tags(int index) {
        return tags[index];
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
