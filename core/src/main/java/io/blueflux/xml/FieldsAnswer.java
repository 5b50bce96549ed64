// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import org.jspecify.annotations.Nullable;

/** An answer in the API's own form: a response element with the envelope and the fields of the call in it. */
abstract class FieldsAnswer<T> implements Answer<T> {
    private final EnvelopeHandler handler;

    FieldsAnswer(FieldsHandler fields) {
        this.handler = new EnvelopeHandler(fields);
    }

    @Override
    public final @Nullable Handler root(String name) {
        return name.equals(ElementName.RESPONSE.wireName()) ? handler : null;
    }

    @Override
    public final Envelope envelope() {
        return handler.envelope();
    }
}
