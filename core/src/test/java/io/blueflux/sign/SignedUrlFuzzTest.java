// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.parameter.RequestParameters;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of any text, signed. A regression test unless JAZZER_FUZZ is set. */
class SignedUrlFuzzTest {
    private static final BbbServer SERVER = BbbServer.of("https://bbb.example.org/bigbluebutton", "639259d4-made-up");
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
        String url = CallSigner.sign(SERVER, ApiCall.CREATE, parameters).url().reveal();

        assertThat(URI.create(url).toString()).startsWith(START).matches("[A-Za-z0-9:/?&=%._~-]+");
        assertThat(read(url.substring(START.length()))).isEqualTo(values);
    }

    /** Reads the query but for the checksum. */
    private static Map<String, String> read(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            values.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        assertThat(values.remove("checksum")).matches("[0-9a-f]{64}");
        return values;
    }
}
