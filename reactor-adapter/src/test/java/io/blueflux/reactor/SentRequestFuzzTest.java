// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.Blotter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.sign.CallSigner;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests with any parameters, as people are shown them. A regression test unless JAZZER_FUZZ is set. */
class SentRequestFuzzTest {
    private static final String SECRET = "639259d4-made-up";
    private static final String KEY = "t3nant";

    /** Part of each value that is confidential; it is written otherwise where it is encoded. */
    private static final String MARK = "s3cr3t!pw";

    private static final String MARK_START = "s3cr3t";
    private static final BbbServer SERVER =
            BbbServer.of("https://lb.example.org:8443/" + KEY + "/bigbluebutton", SECRET);
    private static final String START = "https://lb.example.org:8443/***/bigbluebutton/api/";
    private static final List<String> CREDENTIALS = List.of(
            "attendeePW", "moderatorPW", "password", "sessionToken", "meta_Secret", "userdata-api-key", "x[token]");
    private static final List<String> ENDINGS =
            List.of("pw", "Token", "_secret", "-password", "checksum", "cookies[0]");
    private static final List<String> ADDRESSES = List.of(
            "callbackURL",
            "meetingEndedURL",
            "meta_endCallbackUrl",
            "meta_bbb-recording-ready-url",
            "meta_analytics-callback-url",
            "logoutURL");

    @FuzzTest(maxDuration = "60s")
    void hostCallAndPlainParametersAreShownAndNothingSecret(FuzzedDataProvider data) {
        ApiCall call = data.pickValue(ApiCall.values());
        RequestBody body = data.consumeBoolean() ? RequestBody.of("text/xml", MARK.getBytes(UTF_8)) : null;
        RequestParameters parameters;
        try {
            parameters = RequestParameters.of(call, values(data));
        } catch (IllegalArgumentException refused) {
            return; // what breaks a rule is not sent
        }
        URI target = URI.create(CallSigner.sign(SERVER, call, parameters).url().reveal());
        Blotter blotter = Blotter.of(SERVER, parameters);

        String shown = SentRequest.of(target.toString(), body, blotter).toString();

        boolean isSigned = call.authentication() == ApiCall.Authentication.CHECKSUM;
        assertThat(shown)
                .startsWith((body == null ? "GET " : "POST ") + START + call.wireName() + "?meetingID=m%20-1&")
                .contains("&name=R%26D" + (isSigned ? "&checksum=***" : ""))
                .doesNotContain(MARK_START, "!pw", "%21pw", SECRET, KEY)
                .doesNotContainPattern("\\p{Cntrl}");
        URI elsewhere = URI.create("https://n1.example.org/" + MARK + "?" + target.getRawQuery());
        assertThat(SentRequest.onTo(elsewhere, blotter)).hasToString("GET https://n1.example.org/***");
    }

    private static Map<String, String> values(FuzzedDataProvider data) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("meetingID", "m -1");
        while (data.remainingBytes() > 0 && values.size() < 8) {
            switch (data.consumeInt(0, 3)) {
                case 0 -> values.put(data.pickValue(CREDENTIALS), around(MARK, data));
                case 1 -> values.put("meta_" + text(data) + data.pickValue(ENDINGS), around(MARK, data));
                case 2 -> values.put(data.pickValue(ADDRESSES), "https://h/" + text(data) + "?" + around(MARK, data));
                default ->
                    values.put("meta_" + text(data), around(data.pickValue(List.of(SECRET, "/" + KEY + "/")), data));
            }
        }
        values.put("name", "R&D");
        return values;
    }

    private static String around(String secret, FuzzedDataProvider data) {
        return text(data) + secret + text(data);
    }

    /** What a fuzzer copies from here is no secret. */
    private static String text(FuzzedDataProvider data) {
        return data.consumeString(12).replaceAll("\\p{Cs}|s3cr3t|!pw|%21pw|t3nant|639259d4", "_");
    }
}
