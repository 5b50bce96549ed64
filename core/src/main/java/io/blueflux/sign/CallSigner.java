// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.request.RequestBody;
import io.blueflux.request.RequestParameters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Signs calls (BBB API, "Checksum"): the hash of call name, encoded query and shared secret goes last into the query. The
 * bytes hashed are the bytes of the URL. Stateless; needs no network.
 */
public final class CallSigner {
    private static final HexFormat LOWER_CASE_HEX = HexFormat.of();

    private CallSigner() {}

    /**
     * Makes the URL of a call, signed if the call wants it.
     *
     * @param server where the call goes, with the secret and the algorithm
     * @param call the call
     * @param parameters its parameters, in the order in which they are to be sent
     * @return the URL
     */
    public static SignedCall sign(BbbServer server, ApiCall call, RequestParameters parameters) {
        if (call.authentication() == ApiCall.Authentication.CHECKSUM) {
            return signed(server, call.wireName(), parameters);
        }
        QueryString query = new QueryString();
        parameters.forEach(query::add);
        return new SignedCall(call.toString(), url(server, call.wireName()) + (query.isEmpty() ? "" : "?" + query));
    }

    private static SignedCall signed(BbbServer server, String call, RequestParameters parameters) {
        QueryString query = new QueryString();
        parameters.forEach(query::add);
        MessageDigest digest = digest(server.algorithm());
        digest.update(call.getBytes(StandardCharsets.UTF_8));
        query.updateDigest(digest);
        server.secret().update(digest);
        String checksum = LOWER_CASE_HEX.formatHex(digest.digest());
        return new SignedCall(call, url(server, call) + "?" + query.add("checksum", checksum));
    }

    /** Writes parameters as a form, in the very encoding of the URL. */
    static RequestBody form(RequestParameters parameters) {
        QueryString text = new QueryString();
        parameters.forEach(text::add);
        return RequestBody.of(
                "application/x-www-form-urlencoded", text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String url(BbbServer server, String call) {
        return server.baseUrl() + "/api" + (call.isEmpty() ? "" : "/" + call);
    }

    private static MessageDigest digest(ChecksumAlgorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.jcaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm.jcaName(), e);
        }
    }
}
