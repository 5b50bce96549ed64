// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.ApiCall;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.request.ApiRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes onto the wire: a signed URL and, for a POST, a body. It holds a credential.
 *
 * @param call the signed URL
 * @param body the body of a POST, or null for a GET
 */
public record SignedRequest(SignedCall call, @Nullable RequestBody body) {
    /** Refuses what is missing. */
    public SignedRequest {
        Objects.requireNonNull(call, "call");
    }

    /**
     * Signs a request. Parameters go into the URL, or into a form if that is wanted or needed: then the checksum alone is in
     * the URL, the one form that every BBB understands.
     *
     * @param signer signs for the server where it goes
     * @param request the request
     * @param urlBudget how many bytes the URL may have
     * @param formPost when parameters become a form
     * @return what is sent
     * @throws IllegalArgumentException naming the budget, if the URL would pass it and a form is not possible
     */
    public static SignedRequest of(CallSigner signer, ApiRequest request, int urlBudget, FormPost formPost) {
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(formPost, "formPost");
        ApiCall call = request.call();
        boolean formIsPossible = call.allowsForm()
                && request.body() == null
                && !request.parameters().isEmpty();
        if (formIsPossible && formPost == FormPost.ALWAYS) {
            return form(signer, request);
        }
        SignedCall signed = signer.sign(call, request.parameters());
        int length = signed.url().reveal().length();
        if (length <= urlBudget) {
            return new SignedRequest(signed, request.body());
        }
        if (formIsPossible && formPost == FormPost.AUTOMATIC) {
            return form(signer, request);
        }
        throw new IllegalArgumentException(
                call + " would need a URL of " + length + " bytes; urlBudget is " + urlBudget + why(request, formPost));
    }

    /**
     * Tells whether the parameters are in the body.
     *
     * @return whether this is a form, rather than a GET or a body of another kind
     */
    public boolean isForm() {
        return body != null && body.contentType().equals(CallSigner.FORM);
    }

    private static SignedRequest form(CallSigner signer, ApiRequest request) {
        SignedCall bare = signer.sign(request.call(), RequestParameters.NONE);
        return new SignedRequest(bare, CallSigner.form(request.parameters()));
    }

    private static String why(ApiRequest request, FormPost formPost) {
        if (request.body() != null) {
            return ", and beside a body all parameters must be in the URL";
        }
        return request.call().allowsForm() ? ", and formPost is " + formPost : ", and this call takes no form";
    }

    /** Returns the call's name and what kind of body it has. */
    @Override
    public String toString() {
        return call + (body == null ? "" : " with " + body);
    }
}
