// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Status;
import io.blueflux.xml.FieldsHandler;
import java.util.function.Consumer;
import java.util.function.Function;

/** An answer that is one value, made when all of it was read. */
final class ValueAnswer<T> extends FieldsAnswer<T> {
    private final Function<Status, T> value;

    ValueAnswer(FieldsHandler fields, Function<Status, T> value) {
        super(fields);
        this.value = value;
    }

    @Override
    void handOver(Status status, Consumer<? super T> out) {
        out.accept(value.apply(status));
    }
}
