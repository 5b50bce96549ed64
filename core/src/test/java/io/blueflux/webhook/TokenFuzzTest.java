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
    private static final List<JwtAlgorithm> ALGORITHMS = List.of(JwtAlgorithm.values());
    private static final List<String> NAMED = List.of(
            "\"HS256\"", "\"HS512\"", "\"none\"", "\"hs256\"", "\"HS384\"", "\"\"", "null", "256", "[\"HS256\"]", "{}");
    private static final String PLAIN_CLAIMS = "{\"meeting_id\":\"room-é\",\"record_id\":\"rec-1\"";
    private static final String CLAIMS = PLAIN_CLAIMS + ",\"exp\":1767340900}";
    private static final RecordingReady READY = new RecordingReady("room-é", "rec-1");

    @FuzzTest(maxDuration = "60s")
    void signedTokensAreReadOrRefused(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        JwtAlgorithm algorithm = choices.of(ALGORITHMS);
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
    void tokensCountByTheirAlgorithmSignatureAndTimesAlone(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        JwtAlgorithm algorithm = choices.of(ALGORITHMS);
        JwtAlgorithm signing = choices.onceIn(8) ? choices.of(ALGORITHMS) : algorithm;
        String secret = choices.onceIn(8) ? "a stranger's" : SECRET;
        String named = choices.onceIn(4) ? choices.of(NAMED) : "\"" + algorithm + "\"";
        boolean isCritical = choices.onceIn(8);
        TokenTime exp = TokenTime.of(NOW.instant(), choices);
        TokenTime nbf = TokenTime.of(NOW.instant(), choices);
        String header = "{\"alg\":" + named + (isCritical ? ",\"crit\":[]}" : "}");
        String claims = PLAIN_CLAIMS + exp.claim("exp") + nbf.claim("nbf") + "}";
        String token = signed(signing, secret, header, claims);

        boolean counts = secret.equals(SECRET)
                && named.equals("\"" + signing + "\"")
                && !isCritical
                && exp.isStillToCome()
                && nbf.hasCome();
        requireReady(counts && signing == algorithm, token, algorithm);
        requireAnalytics(counts && signing == JwtAlgorithm.HS512 && exp.json() != null, token);
    }

    @FuzzTest(maxDuration = "60s")
    void tokensBrokenOnTheWayAreRefusedOrSayTheSame(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        JwtAlgorithm algorithm = choices.of(ALGORITHMS);
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

    private static void requireReady(boolean counts, String token, JwtAlgorithm algorithm) {
        if (counts) {
            assertThat(RecordingReady.verified(form(token), algorithm, SECRETS, NOW))
                    .isEqualTo(READY);
        } else {
            Refusals.assertUnverified(() -> RecordingReady.verified(form(token), algorithm, SECRETS, NOW));
        }
    }

    private static void requireAnalytics(boolean counts, String token) {
        byte[] body = CallbackFaults.ANALYTICS.getBytes(UTF_8);
        SharedSecret secret = SharedSecret.of(SECRET);
        if (counts) {
            assertThat(MeetingAnalytics.verified("Bearer " + token, body, secret, NOW)
                            .meetingId())
                    .isEqualTo("room");
        } else {
            Refusals.assertUnverified(() -> MeetingAnalytics.verified("Bearer " + token, body, secret, NOW));
        }
    }

    private static byte[] form(String token) {
        return ("signed_parameters=" + token).getBytes(UTF_8);
    }

    private static String signed(JwtAlgorithm algorithm, String header, String claims) {
        return signed(algorithm, SECRET, header, claims);
    }

    private static String signed(JwtAlgorithm algorithm, String secret, String header, String claims) {
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance(algorithm.jcaName());
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm.jcaName()));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
