// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.parameter.Parameter;
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
                "auth_token", "learningDashboardAccessToken", "checksum", "cookie", "guestPassword", "secret", "pw"
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
    @ValueSource(strings = {"meetingID", "logoutURL", "message", "url", "tokenised", "", "a"})
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
                "https://h/p?meetingId=1#k=2"
            })
    void aUrlThatSaysMoreThanItsPathMayHoldASecret(String url) {
        assertThat(Secrets.isUrl(url)).isTrue();
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
                "see https://h/?a=b",
                "https://h/@me",
                "",
                "?",
                "unknown"
            })
    void otherTextsDoNot(String text) {
        assertThat(Secrets.isUrl(text)).isFalse();
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
