// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.sign.CallSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** One request, signed with SHA-256 in every way. */
final class SignedUrls {
    private static final String BASE_URL = "https://bbb.example.org/bigbluebutton";
    private static final String SECRET = "a-secret-for-benchmarks-only";

    private final CallSigner signer = CallSigner.of(BbbServer.of(BASE_URL, SECRET));
    private final MessageDigest reused = PlainSigner.sha256();
    private final ApiCall call;
    private final Map<String, String> values;
    private final RequestParameters parameters;
    private final byte[] hashed;

    /** Refuses to be compared if the variants sign differently. */
    SignedUrls(SignInput input) {
        call = input.call();
        values = input.parameters();
        parameters = RequestParameters.of(call, values);
        hashed = (call.wireName() + PlainSigner.query(values) + SECRET).getBytes(StandardCharsets.UTF_8);
        Variants.checkEqual(blueflux(), plainJdk());
        Variants.checkEqual(blueflux(), commonsCodec());
    }

    String blueflux() {
        return signer.sign(call, parameters).url().reveal();
    }

    String plainJdk() {
        return PlainSigner.sign(BASE_URL, call.wireName(), values, SECRET);
    }

    String commonsCodec() {
        return CommonsCodecSigner.sign(BASE_URL, call.wireName(), values, SECRET);
    }

    /** The hash alone, the floor. */
    byte[] bareDigest() {
        return reused.digest(hashed);
    }
}
