// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes what stands in one element while the pump reads it. A handler serves all elements of its place one after the
 * other: {@link #open} starts afresh, {@link #close} hands the finished value on.
 */
public abstract class Handler {

    /**
     * The element begins.
     *
     * @param attributes its attributes; valid during this call only
     */
    public void open(Attributes attributes) {}

    /**
     * A child begins. May be asked twice for one.
     *
     * @param name its local name
     * @return this if the child is a leaf whose text comes to {@link #leaf}; the handler of what is in it; or null if the
     *     child is unknown, which {@link #unknown} then takes
     */
    public abstract @Nullable Handler child(String name);

    /**
     * The leaf that {@link #child} was asked for ends.
     *
     * @param text its text; valid during this call only
     */
    public void leaf(Text text) {
        throw new IllegalStateException(getClass() + " has no leaves");
    }

    /**
     * Foretells the next child, to have it found faster: what comes may be another.
     *
     * @return the tags of what servers print next, or null if that is not known
     */
    public @Nullable PlainTags next() {
        return null;
    }

    /**
     * An unknown child ends.
     *
     * @param element all of it
     */
    public abstract void unknown(Element element);

    /** The element ends. */
    public void close() {}

    /**
     * Returns what collects the text directly within the element.
     *
     * @return the text, or null if nobody wants it
     */
    public @Nullable Text ownText() {
        return null;
    }

    /**
     * Returns what passes over all that is in the element.
     *
     * @return the skip, or null if the element is read
     */
    public @Nullable SubtreeSkip skip() {
        return null;
    }

    /**
     * Tells whether the names of the children are chosen by users.
     *
     * @return false unless they are
     */
    public boolean hasFreeNames() {
        return false;
    }

    /**
     * Tells whether the element is an item of a streamed list, with bounds of its own.
     *
     * @return false unless it is
     */
    public boolean isItem() {
        return false;
    }

    /** The attributes of the element that begins; valid during {@link #open} only. */
    public interface Attributes {
        /**
         * Returns how many there are.
         *
         * @return the number
         */
        int count();

        /**
         * Returns the name of one.
         *
         * @param index which
         * @return its local name
         */
        String name(int index);

        /**
         * Returns the value of one.
         *
         * @param index which
         * @return its value
         */
        String value(int index);
    }
}
