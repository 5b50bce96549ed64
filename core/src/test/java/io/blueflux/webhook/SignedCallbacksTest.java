// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.Refusals.assertMalformed;
import static io.blueflux.webhook.Refusals.assertUnverified;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens that stand here whole were signed with openssl. */
class SignedCallbacksTest {
    private static final String SECRET = "secret-é!";
    private static final SharedSecret SHARED = SharedSecret.of(SECRET);
    private static final SharedSecret OTHER = SharedSecret.of("other");
    private static final String CLAIMS = "eyJtZWV0aW5nX2lkIjoicm9vbS3DqSIsInJlY29yZF9pZCI6InJlYy0xIn0";
    private static final String HS256 =
            "eyJhbGciOiJIUzI1NiJ9." + CLAIMS + ".4Cql6_Ok45s8Oimtkj8n43sEohq2p_BbnJKJZLE-TZs";
    private static final String HS512 = "eyJhbGciOiJIUzUxMiJ9." + CLAIMS
            + ".GzRgQ6981ybh68osQFmfYeuH4RUSMJ3E2rk0n7bISaKqKrjSNJz16EpD-yh_ZlIEFxu5gn_IcKDzEOQ4lPW4vA";
    private static final String ANALYTICS = "Bearer eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJleHAiOjE3NjczNDA4MDB9"
            + ".coY7yWN818u6QhKAzB8FIfBgE6_du0OkBGxVvpQt8YbEwu7_gn05vctIWNZ9p_q46WsRnh7uHG8LlxO-wFzgAA";
    private static final Instant EXP = Instant.ofEpochSecond(1767340800);
    private static final RecordingReady READY = new RecordingReady("room-é", "rec-1");

    @Test
    void recordingReadyOfAServer() {
        assertThat(RecordingReady.verified(form(HS256), SHARED)).isEqualTo(READY);
    }

    @Test
    void recordingReadyOfABalancerWithSeveralSecrets() {
        assertThat(RecordingReady.verified(form(HS512), JwtAlgorithm.HS512, List.of(OTHER, SHARED)))
                .isEqualTo(READY);
        assertUnverified(() -> RecordingReady.verified(form(HS512), JwtAlgorithm.HS512, List.of(OTHER)));
        assertUnverified(() -> RecordingReady.verified(form(HS512), JwtAlgorithm.HS512, List.of()));
    }

    @Test
    void algorithmIsTheReceiversChoice() {
        assertUnverified(() -> RecordingReady.verified(form(HS512), SHARED));
        assertUnverified(() -> RecordingReady.verified(form(HS256), JwtAlgorithm.HS512, List.of(SHARED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS512\"}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":null}",
                "{}",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}"
            })
    void headerThatSaysOtherwiseIsRefusedEvenIfSigned(String header) throws Exception {
        assertUnverified(() -> RecordingReady.verified(form(signed(header, "{}")), SHARED));
    }

    @Test
    void unsignedTokenIsRefused() {
        String none = base64("{\"alg\":\"none\"}") + "." + CLAIMS + ".";

        assertUnverified(() -> RecordingReady.verified(form(none), SHARED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "..", "a.b.c.d", "a.b.!", "a.b.A=", "a.b.AA==", "é.é.é"})
    void whatIsNoTokenIsRefused(String token) {
        assertThat(refusal(token)).isNotNull();
    }

    @Test
    void tokenOfTwoOrFourPartsIsMalformed() {
        assertMalformed(() -> RecordingReady.verified(form("eyJhbGciOiJIUzI1NiJ9." + CLAIMS), SHARED));
        assertMalformed(() -> RecordingReady.verified(form(HS256 + ".x"), SHARED));
        assertMalformed(() -> RecordingReady.verified(form(HS256 + "="), SHARED));
        assertMalformed(() -> RecordingReady.verified(form(HS256 + "A".repeat(20_000)), SHARED));
    }

    @Test
    void everyChangedCharacterCostsTheProof() {
        for (int i = 0; i < HS256.length() - 1; i++) { // the last one has bits that mean nothing
            char changed = HS256.charAt(i) == 'A' ? 'B' : 'A';
            String token = HS256.substring(0, i) + changed + HS256.substring(i + 1);
            assertThat(refusal(token)).as("character %d", i).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "1", "{", "{}", "{\"meeting_id\":\"m\"}", "{\"meeting_id\":\"m\",\"record_id\":null}"})
    void claimsWithoutTheIdsAreMalformed(String claims) throws Exception {
        String token = signed("{\"alg\":\"HS256\"}", claims);

        assertMalformed(() -> RecordingReady.verified(form(token), SHARED));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "'exp':1767340800, 1767340859, true",
                "'exp':1767340800, 1767340860, false",
                "'exp':1767340800.5, 1767340860, true",
                "'exp':978307200, 1767340860, false",
                "'nbf':1767340800, 1767340740, true",
                "'nbf':1767340800, 1767340739, false",
                "'nbf':1767340800, 1767340800, true",
                "'exp':'1767340800', 1, false",
                "'exp':null, 1, false",
                "'exp':true, 1, false",
                "'exp':[1767340800], 1, false",
                "'exp':{}, 1, false",
                "'exp':-1, 1, false",
                "'exp':1e999999999, 1, false",
                "'nbf':'1', 1767340800, false",
                "'nbf':null, 1767340800, false",
            })
    void timesOfARecordingReadyTokenCountWhereTheyAreThere(String time, long now, boolean counts) throws Exception {
        String claims = ("{'meeting_id':'room-é','record_id':'rec-1'," + time + "}").replace('\'', '"');
        byte[] form = form(signed("{\"alg\":\"HS256\"}", claims));
        Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);

        if (counts) {
            assertThat(RecordingReady.verified(form, JwtAlgorithm.HS256, List.of(SHARED), clock))
                    .isEqualTo(READY);
        } else {
            assertUnverified(() -> RecordingReady.verified(form, JwtAlgorithm.HS256, List.of(SHARED), clock));
        }
    }

    @Test
    void idsThatLookLikeSecretsAreIds() throws Exception {
        String token = signed(
                "{\"alg\":\"HS256\"}", "{\"meeting_id\":\"https://lms.example/?course=1\",\"record_id\":\"token=1\"}");

        assertThat(RecordingReady.verified(form(token), SHARED))
                .isEqualTo(new RecordingReady("https://lms.example/?course=1", "token=1"));
    }

    @Test
    void bodyMustHoldTheTokenOnce() {
        assertMalformed(() -> RecordingReady.verified(new byte[0], SHARED));
        assertMalformed(() -> RecordingReady.verified("signed_params=x".getBytes(UTF_8), SHARED));
        assertMalformed(() -> RecordingReady.verified(
                ("signed_parameters=" + HS256 + "&signed_parameters=" + HS256).getBytes(UTF_8), SHARED));
    }

    @Test
    void analyticsCountUntilTheTokenExpires() {
        Instant last = EXP.plus(MeetingAnalytics.ALLOWED_SKEW).minusMillis(1);

        assertThat(analytics(ANALYTICS, "{\"meeting_id\":\"m\"}", last).meetingId())
                .isEqualTo("m");
        assertUnverified(() -> analytics(ANALYTICS, "{}", last.plusMillis(1)));
    }

    @Test
    void analyticsWithoutAValidTokenAreRefused() throws Exception {
        assertUnverified(() -> analytics(null, "{}", EXP));
        assertUnverified(() -> analytics("Bearer ", "{}", EXP));
        assertMalformed(() -> analytics("Bearer " + SECRET, "{}", EXP));
        assertUnverified(() -> analytics(ANALYTICS, "{}", EXP, OTHER));
        assertUnverified(
                () -> analytics("Bearer " + signed("{\"alg\":\"HS512\"}", "{\"exp\":1e99}", "HmacSHA512"), "{}", EXP));
        assertUnverified(() -> analytics("Bearer " + signed("{\"alg\":\"HS512\"}", "{}", "HmacSHA512"), "{}", EXP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "\u00ff", "{\"a\":1,\"a\":1}"})
    void analyticsBodyThatIsNoObjectIsMalformed(String body) {
        assertMalformed(() -> analytics(ANALYTICS, body, EXP));
    }

    @Test
    void analyticsAreTyped() {
        MeetingAnalytics all = analytics(ANALYTICS, """
                {"version":"1.0","meeting_id":"room","internal_meeting_id":"int","data":{
                 "metadata":{"meeting_name":"Tea","n":1},"duration":60,
                 "start":"2026-01-01T08:00:00.000+00:00","finish":"2026-01-01T10:01:00+01:00",
                 "attendees":[{"ext_user_id":"u","name":"Ada","moderator":true,"joins":["j"],"leaves":["l"],"duration":59,
                  "recent_talking_time":"","engagement":{"chats":1,"talks":2,"raisehand":3,"emojis":4,"poll_votes":5,
                  "talk_time":6},"sessions":[]}],"files":["a.pdf"],
                 "polls":[{"id":"p","type":"YN","question":"?","published":true,"options":["Y","N"],
                  "start":"never","votes":{"u":"Y"}}]}}""", EXP);

        assertThat(all.time())
                .isEqualTo(new MeetingAnalytics.Time(
                        Instant.parse("2026-01-01T08:00:00Z"),
                        Instant.parse("2026-01-01T09:01:00Z"),
                        Duration.ofMinutes(1)));
        assertThat(all.metadata()).containsEntry("meeting_name", "Tea").containsEntry("n", "1");
        assertThat(all.attendees())
                .containsExactly(new MeetingAnalytics.Attendee(
                        "u",
                        "Ada",
                        true,
                        List.of("j"),
                        List.of("l"),
                        Duration.ofSeconds(59),
                        "",
                        new MeetingAnalytics.Engagement(1, 2, 3, 4, 5, 6L)));
        assertThat(all.polls()).singleElement().satisfies(poll -> {
            assertThat(poll.options()).containsExactly("Y", "N");
            assertThat(poll.start()).isNull();
            assertThat(poll.votes()).containsEntry("u", "Y");
        });
        assertThat(requireNonNull(requireNonNull(all.json().get("data")).get("files"))
                        .items())
                .hasSize(1);
        assertThat(all.toString()).contains("Tea").doesNotContain("json");
    }

    @Test
    void meetingEndedIsReadFromTheQuery() {
        assertThat(MeetingEndedCallback.of("key=x&meetingID=room+%C3%A9&recordingmarks=true"))
                .isEqualTo(new MeetingEndedCallback("room é", true));
        assertThat(MeetingEndedCallback.of("recordingmarks=false")).isEqualTo(new MeetingEndedCallback(null, false));
        assertThat(MeetingEndedCallback.of(null)).isEqualTo(new MeetingEndedCallback(null, null));
        assertMalformed(() -> MeetingEndedCallback.of("meetingID=%"));
        assertMalformed(() -> MeetingEndedCallback.of("meetingID=a&meetingID=b"));
    }

    /** Whatever a receiver registered comes back, and a refusal would only make the server repeat it. */
    @Test
    void parametersOfTheReceiversOwnAreLetThrough() {
        String own = "tag=a&tag=b&share=100%&" + "n=1&".repeat(40);

        assertThat(MeetingEndedCallback.of(own + "meetingID=room&recordingmarks=true"))
                .isEqualTo(new MeetingEndedCallback("room", true));
    }

    private static @Nullable CallbackRefusedException refusal(String token) {
        try {
            RecordingReady.verified(form(token), SHARED);
            return null;
        } catch (CallbackRefusedException e) {
            return e;
        }
    }

    private static MeetingAnalytics analytics(@Nullable String authorization, String body, Instant now) {
        return analytics(authorization, body, now, SHARED);
    }

    private static MeetingAnalytics analytics(
            @Nullable String authorization, String body, Instant now, SharedSecret secret) {
        return MeetingAnalytics.verified(
                authorization, body.getBytes(ISO_8859_1), secret, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] form(String token) {
        return ("signed_parameters=" + token).getBytes(UTF_8);
    }

    private static String signed(String header, String claims) throws Exception {
        return signed(header, claims, "HmacSHA256");
    }

    private static String signed(String header, String claims, String jcaName) throws Exception {
        String signed = base64(header) + "." + base64(claims);
        Mac mac = Mac.getInstance(jcaName);
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), jcaName));
        return signed + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
