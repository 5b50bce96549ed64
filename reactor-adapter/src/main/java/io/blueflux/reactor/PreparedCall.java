// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.CallSite;
import io.blueflux.parameter.Blotter;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.SignedRequest;
import java.net.URI;

/**
 * A call that is ready to be made, as often as it is subscribed to.
 *
 * @param endpoint which call, and what its answer holds
 * @param request what was asked for
 * @param signed what is sent
 * @param site server and call, for errors
 * @param blotter takes the call's secrets out of what errors quote
 */
record PreparedCall<T>(Endpoint<T> endpoint, ApiRequest request, SignedRequest signed, CallSite site, Blotter blotter) {

    /** Whether this is the same for ever, and small. */
    boolean isForGood() {
        return request instanceof SimpleRequest
                && request.parameters().isEmpty()
                && request.body() == null
                && request.cookie() == null;
    }

    /** Whether the server may take long before it answers: it fetches documents, or bytes are sent to it. */
    boolean needsPatience() {
        return endpoint.call().equals(ApiCall.CREATE) || request.body() != null;
    }

    URI uri() {
        return signed.call().uri();
    }

    /** Returns the call and the server alone. */
    @Override
    public String toString() {
        return site.toString();
    }
}
