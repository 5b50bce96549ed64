// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Status;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An answer that is one value, made when all of it was read.
 *
 * @param fields reads what the value is made of
 * @param value makes it
 */
record ValueAnswer<T>(FieldsHandler fields, Function<Status, T> value) implements Answer<T> {

    @Override
    public void finish(Status status, Consumer<? super T> out) {
        out.accept(value.apply(status));
    }
}
