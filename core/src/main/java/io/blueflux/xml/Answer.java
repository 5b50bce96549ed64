// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Status;
import java.util.function.Consumer;

/**
 * What a call answers beside the envelope.
 *
 * @param <T> the value, or the item of a list
 */
interface Answer<T> {

    /** Returns the handler of the root's children. */
    FieldsHandler fields();

    /**
     * The root element ended, and said SUCCESS: an answer of one value hands it over; a list has done so before.
     *
     * @throws Fault if what is essential is missing
     */
    void finish(Status status, Consumer<? super T> out);
}
