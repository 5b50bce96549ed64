// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes what stands in one element while the pump reads it. A handler serves all elements of its place one after the
 * other: {@link #open} starts afresh, {@link #close} hands the finished value on.
 */
abstract class Handler {

    /** The element begins. */
    void open(Attributes attributes) {}

    /**
     * A child begins.
     *
     * @return this if the child is a leaf whose text comes to {@link #leaf}; the handler of what is in it; or null if the
     *     child is unknown, which {@link #unknown} then takes
     */
    abstract @Nullable Handler child(String name);

    /** The leaf that {@link #child} was asked for ends. */
    void leaf(Text text) {
        throw new IllegalStateException(getClass() + " has no leaves");
    }

    /** Returns the tags of the leaf that servers print next, or null if what comes next is no leaf, or not known. */
    @Nullable
    LeafTags nextLeaf() {
        return null;
    }

    /** The leaf that {@link #nextLeaf()} named was read. */
    void nextLeaf(Text text) {
        throw new IllegalStateException(getClass() + " expects no leaves");
    }

    /** An unknown child ends. */
    abstract void unknown(Element element);

    /** The element ends. */
    void close() {}

    /** What collects the text directly within the element, or null if nobody wants it. */
    @Nullable
    Text ownText() {
        return null;
    }

    /** Returns what passes over all that is in the element, or null if it is read. */
    @Nullable
    SubtreeSkip skip() {
        return null;
    }

    /** Whether the names of the children are chosen by users. */
    boolean hasFreeNames() {
        return false;
    }

    /** Whether the element is an item of a streamed list. */
    boolean isItem() {
        return false;
    }

    /** The attributes of the element that begins; valid during {@link #open} only. */
    interface Attributes {
        int count();

        String name(int index);

        String value(int index);
    }
}
