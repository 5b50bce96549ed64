// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.RequestParameters;

/** What requests share that bring files and cannot do without. */
abstract class UploadRequest extends CheckedRequest {
    private final RequestBody body;

    UploadRequest(ApiCall call, RequestParameters parameters, RequestBody body) {
        super(call, parameters);
        this.body = body;
    }

    /**
     * Returns what is uploaded.
     *
     * @return the body of the POST
     */
    @Override
    public RequestBody body() {
        return body;
    }

    /** Returns the parameters, and how large the body is. */
    @Override
    public String toString() {
        return super.toString() + " with " + body;
    }
}
