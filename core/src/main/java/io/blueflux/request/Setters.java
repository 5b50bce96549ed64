// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;

/**
 * What setters share: a value goes to the row of its parameter, which checks it, and the caller goes on with this.
 *
 * @param <S> the class whose setters they are
 */
abstract class Setters<S extends Setters<S>> {
    final RequestParameters.Builder sink;

    Setters(RequestParameters.Builder sink) {
        this.sink = sink;
    }

    @SuppressWarnings("unchecked") // a class extends this with itself
    final S self() {
        return (S) this;
    }

    final S put(Parameter parameter, String value) {
        sink.put(parameter, value);
        return self();
    }

    final S put(Parameter parameter, boolean value) {
        return put(parameter, Boolean.toString(value));
    }

    final S put(Parameter parameter, long value) {
        return put(parameter, Long.toString(value));
    }

    final S put(Parameter parameter, Duration value) {
        Objects.requireNonNull(value, parameter.wireName());
        if (!value.equals(Duration.ofMinutes(value.toMinutes()))) {
            throw new IllegalArgumentException(
                    parameter.wireName() + " must be a whole number of minutes, not: " + value);
        }
        return put(parameter, value.toMinutes());
    }

    final S put(Parameter parameter, Collection<String> items) {
        return put(parameter, list(parameter, items));
    }

    /** Returns items as the one text that they are on the wire. */
    static String list(Parameter parameter, Collection<String> items) {
        Objects.requireNonNull(items, parameter.wireName());
        for (String item : items) {
            if (item.indexOf(',') >= 0) {
                throw new IllegalArgumentException("an item of " + parameter.wireName() + " must not hold a comma");
            }
        }
        return String.join(",", items);
    }
}
