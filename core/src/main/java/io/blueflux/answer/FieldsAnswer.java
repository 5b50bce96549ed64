// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Status;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer in the API's own form: a response element with the envelope and the fields of the call in it. */
abstract class FieldsAnswer<T> implements Answer<T> {
    private static final Names NONE = new Names();

    private final EnvelopeHandler handler;

    FieldsAnswer(FieldsHandler fields) {
        this(fields, NONE);
    }

    FieldsAnswer(FieldsHandler fields, Names trees) {
        this.handler = new EnvelopeHandler(fields, trees);
    }

    @Override
    public final @Nullable Handler root(String name) {
        return name.equals(ElementName.RESPONSE.wireName()) ? handler : null;
    }

    @Override
    public final Envelope envelope() {
        return handler.envelope();
    }

    @Override
    public final void finish(Status status, Consumer<? super T> out) {
        if (handler.isOfRoot()) {
            throw Envelope.answerOfRoot();
        }
        handOver(status, out);
    }

    /**
     * Hands over what has waited for the end.
     *
     * @throws Fault if what is essential is missing
     */
    abstract void handOver(Status status, Consumer<? super T> out);
}
