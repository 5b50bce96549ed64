// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.parameter.Parameter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attendeePW", "moderatorPW", "password", "moderator-pass", "viewerPass", "sessionToken",
                        "session_token",
                "auth_token", "learningDashboardAccessToken", "checksum", "cookie", "guestPassword", "secret", "pw",
                "password1", "tokens[]", "session_token_2", "X-Api-Key", "Authorization", "JSESSIONID", "jwt"
            })
    void credentialsAreKnownByTheirEndings(String name) {
        assertThat(Secrets.isCredential(name)).isTrue();
        assertThat(Secrets.isConfidential(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"href", "callbackURL", "callback_url", "meetingEndedURL", "endcallbackurl", "endCallbackUrl"})
    void addressesOfReceiversAreConfidential(String name) {
        assertThat(Secrets.isConfidential(name)).isTrue();
        assertThat(Secrets.isCredential(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meetingID",
                "logoutURL",
                "message",
                "url",
                "tokenised",
                "",
                "a",
                "1",
                "---",
                "messageKey",
                "token-of-love"
            })
    void otherNamesAreNot(String name) {
        assertThat(Secrets.isConfidential(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h/p?token=1",
                "https://h/p?a",
                "https://user:pw@h/",
                "https://h/#access_token=1",
                "/p?token=1",
                "https://h/p?meetingId=1&token=2",
                "rtmp://h/p?x=1",
                "https://h/p?meetingId=1#k=2",
                "https://h/p?meetingId=1;token=2",
                "https://h/p?meetingId=1%26token=2",
                "https://h/p?meetingId=1&amp;token=2",
                "HTTPS://USER:PW@H/",
                "https:\\/\\/user:pw@h\\/",
                "//user:pw@h/p",
                "//h/p?a=1",
                "https://h/r/https%3A%2F%2Fuser%3Apw%40h",
                "https%253A%252F%252Fh%252Fp%253Ftoken%253D1",
                "https://h/p;jsessionid=1",
                "https://h/p;v=1/q",
                "https://h/p?session%54oken=1",
                "https://h/p#access%5Ftoken%3D1",
                "https://h/#/join?t",
                "https://h/#/token/1",
                "https://h/p/token/1",
                "https://h/sessionToken/1/x",
                "https://h/learning-analytics-dashboard/m/1",
                "/p/TOKEN/1",
                "../p?x=1",
                "join?sessionToken=1",
                "p.html?x=1",
                "?x=1"
            })
    void aUrlThatSaysMoreThanItsPathMayHoldASecret(String url) {
        assertThat(Secrets.mayBeIn(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://h/?a=b",
                "Welcome! <a href=\"https://h/join?sessionToken=1\">in</a>",
                "first\nhttps://user:pw@h/ then",
                "(https://h/p;jsessionid=1)",
                "see\u00a0https://h/?a=b",
                "sessionToken=1",
                "a=1&PASSWORD=1",
                "{\"auth_token\": \"1\"}",
                "{\\\"auth_token\\\":\\\"1\\\"}",
                "eyJhbGciOiJIUzI1NiJ9.eyJyIjoxfQ.c2ln",
                "https://h/i/eyJhbGciOiJIUzI1NiJ9.eyJyIjoxfQ.c2ln"
            })
    void aTextMayHoldASecretInItsMiddle(String text) {
        assertThat(Secrets.mayBeIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h/p",
                "https://h/p?",
                "https://h/playback.html?meetingId=ab-1",
                "https://h/p#top",
                "what is it?",
                "a@b.example",
                "https://h/@me",
                "",
                "?",
                "unknown",
                "what?is=",
                "really?yes",
                "1 = 1; 2 = 2",
                "Password: ask the host",
                "token=",
                "a: b, c@d.example",
                "100% of https://h/p; more",
                "see https://h/p, or /q.",
                "https://h:8080/token/",
                "https://h/playback/presentation/2.3/0a1b-1700000000000",
                "50%",
                "%zz%4",
                "C:\\dir\\file",
                "http://www.w3.org/2000/svg"
            })
    void otherTextsDoNot(String text) {
        assertThat(Secrets.mayBeIn(text)).isFalse();
    }

    /** A quote before a text says nothing, but such a text is read the long way. */
    @Test
    void plainUrlsAreReadAsOtherTextsAre() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "/",
                "//",
                "://",
                ":",
                ".",
                "..",
                "http",
                "token",
                "TOKEN",
                "Token1",
                "pw",
                "passcode",
                "api-key",
                "h",
                "-",
                "_",
                "12",
                "learning-dashboard",
                "eyJ",
                "eyJa.eyJb.c",
                "x",
                "presentation",
                "jwt",
                "0");
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int count = 1 + random.nextInt(9); count > 0; count--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            boolean isIn = Secrets.mayBeIn(text.toString());
            assertThat(isIn).as("%s", text).isEqualTo(Secrets.mayBeIn("'" + text));
            found += isIn ? 1 : 0;
        }
        assertThat(found).isBetween(1_000, 19_000);
    }

    /** Would take hours if the work grew with the square of the length. */
    @ParameterizedTest
    @ValueSource(strings = {"//", "/", "a=", "\":", "eyJ", "eyJ.", "%25", "?", "#", "token/", "//@", "\\", "//a/"})
    void aLongTextIsReadAsAShortOne(String part) {
        assertThat(Secrets.mayBeIn(part.repeat(300_000))).isEqualTo(Secrets.mayBeIn(part.repeat(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endcallbackurl",
                "endCallbackUrl",
                "end_callback_url",
                "meta_endCallbackUrl",
                "bbb-recording-ready-url",
                "bbb_recording_ready_url",
                "bbbRecordingReadyUrl",
                "bn-recording-ready-url",
                "canvas-recording-ready-url",
                "analytics-callback-url",
                "analytics_callback_url",
                "ANALYTICS-CALLBACK-URL"
            })
    void callbacksAreKnownInAnySpelling(String name) {
        assertThat(CallbackKey.of(name)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"callback-url", "bbb-origin-url", "url", "", "endcallback", "my-endcallbackurl-2", "logo-url"})
    void otherMetadataAreNoCallbacks(String name) {
        assertThat(CallbackKey.of(name)).isNull();
    }

    @Test
    void theTableHasTheseSecrets() {
        assertThat(Stream.of(Parameter.values()).filter(Parameter::isSecret).map(Parameter::wireName))
                .containsExactly(
                        "attendeePW",
                        "moderatorPW",
                        "password",
                        "replaceSessionToken",
                        "configToken",
                        "sessionToken",
                        "checksum");
    }
}
