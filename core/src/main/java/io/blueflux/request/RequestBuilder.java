// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;

/**
 * What builders share beside their setters.
 *
 * @param <B> the builder
 */
abstract class RequestBuilder<B extends RequestBuilder<B>> extends Setters<B> {
    private final ApiCall call;

    RequestBuilder(ApiCall call, Validation validation) {
        super(RequestParameters.builder(validation));
        this.call = call;
    }

    /**
     * Sets any parameter by its wire name, for example one of a later or much older server. Those we know are checked as by
     * their setters.
     *
     * @param wireName the whole name
     * @param value the value before any encoding
     * @return this builder
     */
    public B parameter(String wireName, String value) {
        sink.put(call, wireName, value);
        return self();
    }
}
