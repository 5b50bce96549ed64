// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.Confidential;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.RequestParameters;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs the calls to one server (BBB API, "Checksum"): the hash of call name, encoded query and shared secret goes last into
 * the query. The bytes hashed are the bytes of the URL.
 *
 * <p>The URL of a call without parameters never changes: it is made once and kept. Thread-safe; needs no network.
 */
public final class CallSigner {
    static final String FORM = "application/x-www-form-urlencoded";

    private final BbbServer server;
    /** Of the calls known by type only: there is no end of others. */
    private final Map<ApiCall, SignedCall> withoutParameters = new ConcurrentHashMap<>(1);

    private CallSigner(BbbServer server) {
        this.server = server;
    }

    /**
     * Returns a signer for many calls.
     *
     * @param server where the calls go, with the secret and the algorithm
     * @return a new signer
     */
    public static CallSigner of(BbbServer server) {
        Objects.requireNonNull(server, "server");
        return new CallSigner(server);
    }

    /**
     * Makes the URL of a single call, signed if the call wants it.
     *
     * @param server where the call goes, with the secret and the algorithm
     * @param call the call
     * @param parameters its parameters, in the order in which they are to be sent
     * @return the URL
     */
    public static SignedCall sign(BbbServer server, ApiCall call, RequestParameters parameters) {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(parameters, "parameters");
        try (SigningDesk desk = SigningDesk.of(server.algorithm())) {
            UrlBytes url = desk.url();
            url.append(server.baseUrl().toString()).append("/api");
            if (call.authentication() == ApiCall.Authentication.CHECKSUM) {
                writeSigned(url, server, call, parameters, desk.digest());
            } else {
                write(url, call, parameters);
            }
            return new SignedCall(call.toString(), Confidential.of(url.toString()));
        }
    }

    /**
     * Makes the URL of a call, signed if the call wants it.
     *
     * @param call the call
     * @param parameters its parameters, in the order in which they are to be sent
     * @return the URL
     */
    public SignedCall sign(ApiCall call, RequestParameters parameters) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(parameters, "parameters");
        if (!parameters.isEmpty()) {
            return sign(server, call, parameters);
        }
        SignedCall kept = withoutParameters.get(call);
        return kept == null ? signWithoutParameters(call) : kept;
    }

    private SignedCall signWithoutParameters(ApiCall call) {
        SignedCall made = sign(server, call, RequestParameters.NONE);
        if (ApiCall.values().contains(call)) {
            withoutParameters.put(call, made);
        }
        return made;
    }

    /** Returns a text with the server's name alone. */
    @Override
    public String toString() {
        return "signer of " + server;
    }

    /** The API's root ends with a slash: some balancers know it in no other form. */
    private static void write(UrlBytes url, ApiCall call, RequestParameters parameters) {
        url.append("/").append(call.wireName());
        if (!parameters.isEmpty()) {
            url.append("?").append(parameters);
        }
    }

    private static void writeSigned(
            UrlBytes url, BbbServer server, ApiCall call, RequestParameters parameters, MessageDigest digest) {
        int name = url.append("/").length();
        int mark = url.append(call.wireName()).length();
        int query = url.append("?").length();
        url.append(parameters).updateDigest(digest, name, mark);
        url.updateDigest(digest, query, url.length());
        server.secret().update(digest);
        url.append(parameters.isEmpty() ? "checksum=" : "&checksum=").appendHex(digest.digest());
    }

    /** Writes parameters as a form, in the very encoding of the URL. */
    static RequestBody form(RequestParameters parameters) {
        UrlBytes form = new UrlBytes().append(parameters);
        return RequestBody.of(FORM, form.toByteArray());
    }
}
