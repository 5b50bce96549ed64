// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.parameter.RequestParameters;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of any text, signed. A regression test unless JAZZER_FUZZ is set. */
class SignedUrlFuzzTest {
    private static final String SECRET = "639259d4-made-up";
    private static final BbbServer SERVER = BbbServer.of("https://bbb.example.org/bigbluebutton", SECRET);
    private static final String START = "https://bbb.example.org/bigbluebutton/api/create?";

    @FuzzTest(maxDuration = "60s")
    void whatIsSignedIsReadBackAndReceivedByNoOneElse(FuzzedDataProvider data) {
        Map<String, String> values = new LinkedHashMap<>();
        while (data.remainingBytes() > 0 && values.size() < 20) {
            values.put("meta_" + data.consumeString(12), data.consumeString(40));
        }
        RequestParameters parameters;
        try {
            parameters = RequestParameters.of(ApiCall.CREATE, values);
        } catch (IllegalArgumentException refused) {
            return; // half characters, for one
        }
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            String url = CallSigner.sign(SERVER.withAlgorithm(algorithm), ApiCall.CREATE, parameters)
                    .url()
                    .reveal();
            assertThat(URI.create(url).toString()).startsWith(START).matches("[A-Za-z0-9:/?&=%._~-]+");
            assertThat(read(url.substring(START.length()), algorithm)).isEqualTo(values);
        }
    }

    /** Checks the checksum of a query, and reads the rest. */
    private static Map<String, String> read(String query, ChecksumAlgorithm algorithm) {
        int checksum = query.lastIndexOf("checksum=");
        String signed = query.substring(0, Math.max(0, checksum - 1));
        assertThat(query).isEqualTo(signed + (signed.isEmpty() ? "" : "&") + "checksum=" + hash(signed, algorithm));
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : signed.isEmpty() ? new String[0] : signed.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            values.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return values;
    }

    private static String hash(String query, ChecksumAlgorithm algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.jcaName());
            return HexFormat.of().formatHex(digest.digest(("create" + query + SECRET).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
