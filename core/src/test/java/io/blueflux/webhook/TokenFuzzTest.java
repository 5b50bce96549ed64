// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.SharedSecret;
import io.blueflux.fuzz.Choices;
import io.blueflux.json.JsonReader;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed callbacks, broken before they are signed and after. Regression tests unless JAZZER_FUZZ is set. */
class TokenFuzzTest {
    private static final String SECRET = "639259d4-made-up";
    private static final List<SharedSecret> SECRETS = List.of(SharedSecret.of("other"), SharedSecret.of(SECRET));
    private static final Clock NOW = Clock.fixed(Instant.ofEpochSecond(1767340800), ZoneOffset.UTC);
    private static final String CLAIMS = "{\"meeting_id\":\"room-é\",\"record_id\":\"rec-1\",\"exp\":1767340900}";
    private static final RecordingReady READY = new RecordingReady("room-é", "rec-1");

    @FuzzTest(maxDuration = "60s")
    void signedTokensAreReadOrRefused(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        JwtAlgorithm algorithm = choices.of(List.of(JwtAlgorithm.values()));
        String plainHeader = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
        String header = choices.onceIn(4) ? CallbackFaults.JSON.in(plainHeader, choices) : plainHeader;
        String token = signed(algorithm, header, CallbackFaults.JSON.in(CLAIMS, choices));
        try {
            RecordingReady ready = RecordingReady.verified(form(token), algorithm, SECRETS, NOW);
            assertThat(ready.toString()).doesNotContain(SECRET);
        } catch (CallbackRefusedException refused) {
            Refusals.assertSilent(refused);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void tokensBrokenOnTheWayAreRefusedOrSayTheSame(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        JwtAlgorithm algorithm = choices.of(List.of(JwtAlgorithm.values()));
        byte[] form = form(signed(algorithm, "{\"alg\":\"" + algorithm + "\"}", CLAIMS));
        try {
            byte[] broken = CallbackFaults.FORM.in(form, choices);
            assertThat(RecordingReady.verified(broken, algorithm, SECRETS, NOW)).isEqualTo(READY);
        } catch (CallbackRefusedException refused) {
            Refusals.assertSilent(refused);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void provenAnalyticsAreReadOrMalformed(FuzzedDataProvider data) {
        String body = CallbackFaults.JSON.in(CallbackFaults.ANALYTICS, Choices.of(data));
        String token = "Bearer " + signed(JwtAlgorithm.HS512, "{\"alg\":\"HS512\"}", "{\"exp\":1767340900}");

        MeetingAnalytics analytics = Refusals.readOrMalformed(
                () -> MeetingAnalytics.verified(token, body.getBytes(UTF_8), SharedSecret.of(SECRET), NOW));

        if (analytics != null) {
            assertThat(JsonReader.read(analytics.json().revealJson())).isEqualTo(analytics.json());
            assertThat(analytics.toString()).doesNotContain(SECRET);
        }
    }

    private static byte[] form(String token) {
        return ("signed_parameters=" + token).getBytes(UTF_8);
    }

    private static String signed(JwtAlgorithm algorithm, String header, String claims) {
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance(algorithm.jcaName());
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), algorithm.jcaName()));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
