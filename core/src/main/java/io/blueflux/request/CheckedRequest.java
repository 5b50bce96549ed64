// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;

/**
 * What requests share: a call and its checked parameters. Its public methods are not final, nor are those of the other bases
 * here that users do not see: only then does javac give each public subclass a bridge, without which reflection refuses them.
 */
abstract class CheckedRequest implements ApiRequest {
    private final ApiCall call;
    private final RequestParameters parameters;

    CheckedRequest(ApiCall call, RequestParameters parameters) {
        this.call = call;
        this.parameters = parameters;
    }

    @Override
    public ApiCall call() {
        return call;
    }

    @Override
    public RequestParameters parameters() {
        return parameters;
    }

    /** Returns the parameters again, to be added to. */
    final RequestParameters.Builder copy(Validation validation) {
        RequestParameters.Builder copy = RequestParameters.builder(validation);
        parameters.forEach((name, value) -> copy.put(call, name, value));
        return copy;
    }

    /** Returns the call and its parameters, without secrets and the queries of URLs. */
    @Override
    public String toString() {
        return call + " " + parameters;
    }
}
