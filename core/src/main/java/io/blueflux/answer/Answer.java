// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.Handler;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call answers, and the envelope around it.
 *
 * @param <T> the value, or the item of a list
 */
interface Answer<T> {

    /** Returns the handler of the root element, or null if an answer of this call has no such root. */
    @Nullable
    Handler root(String name);

    /** Returns what the answer said of itself; complete when the root element has ended. */
    Envelope envelope();

    /** Whether an answer without a returncode is none. */
    default boolean needsReturncode() {
        return true;
    }

    /**
     * The root element ended, and said SUCCESS: an answer of one value hands it over; a list has done so before.
     *
     * @throws Fault if what is essential is missing
     */
    void finish(Status status, Consumer<? super T> out);

    /** Whether a successful answer may come as JSON. */
    default boolean mayBeJson() {
        return false;
    }

    /** Returns the members of such JSON that are lists, and empty ones where they are null. */
    default Set<String> jsonLists() {
        return Set.of();
    }

    /** Hands over what an answer holds that came as JSON, and said SUCCESS. */
    default void finish(Status status, Element json, Consumer<? super T> out) {
        throw new IllegalStateException("never JSON");
    }
}
