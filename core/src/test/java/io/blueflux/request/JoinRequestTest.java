// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Validation;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinRequestTest {
    @Test
    void everySetterPutsItsWireName() {
        JoinRequest request = JoinRequest.builder("room", "Ada")
                .role(Role.MODERATOR)
                .password("pw")
                .createTime(Instant.ofEpochMilli(1_700_000_000_123L))
                .userId("u 1")
                .avatarUrl("https://h.example/a.png")
                .webcamBackgroundUrl("https://h.example/b.png")
                .redirect(false)
                .errorRedirectUrl("https://h.example/error")
                .logoutUrl("https://h.example/out")
                .guest(true)
                .auth(true)
                .excludeFromDashboard(true)
                .bot(true)
                .enforceLayout(MeetingLayout.CAMERAS_ONLY)
                .defaultLayout("old")
                .firstName("A")
                .lastName("B")
                .existingUserId("w_1")
                .replaceSessionToken("token")
                .sessionName("phone")
                .userdata("bbb_auto_join_audio", "true")
                .parameter("tomorrow", "x")
                .build();

        assertThat(request.call()).isEqualTo(ApiCall.JOIN);
        assertThat(request.parameters().asMap())
                .containsExactly(
                        entry("meetingID", "room"),
                        entry("fullName", "Ada"),
                        entry("role", "MODERATOR"),
                        entry("password", "pw"),
                        entry("createTime", "1700000000123"),
                        entry("userID", "u 1"),
                        entry("avatarURL", "https://h.example/a.png"),
                        entry("webcamBackgroundURL", "https://h.example/b.png"),
                        entry("redirect", "false"),
                        entry("errorRedirectUrl", "https://h.example/error"),
                        entry("logoutURL", "https://h.example/out"),
                        entry("guest", "true"),
                        entry("auth", "true"),
                        entry("excludeFromDashboard", "true"),
                        entry("bot", "true"),
                        entry("enforceLayout", "CAMERAS_ONLY"),
                        entry("defaultLayout", "old"),
                        entry("firstName", "A"),
                        entry("lastName", "B"),
                        entry("existingUserID", "w_1"),
                        entry("replaceSessionToken", "token"),
                        entry("sessionName", "phone"),
                        entry("userdata-bbb_auto_join_audio", "true"),
                        entry("tomorrow", "x"));
    }

    @Test
    void roleOrPasswordIsNeeded() {
        assertThatThrownBy(() -> JoinRequest.builder("room", "Ada").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("role");
        assertThatThrownBy(() -> JoinRequest.builder("room", "Ada").password("").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(JoinRequest.builder("room", "Ada")
                        .parameter("role", "viewer")
                        .build()
                        .parameters()
                        .get("role"))
                .isEqualTo("viewer");
    }

    @Test
    void invalidValueIsRefusedAtTheSetter() {
        JoinRequest.Builder builder = JoinRequest.builder("room", "Ada");

        assertThatThrownBy(() -> JoinRequest.builder("room", " ")).hasMessageStartingWith("fullName must be");
        assertThatThrownBy(() -> builder.password("x")).hasMessage("password must be empty or 2 to 64 characters");
        assertThatThrownBy(() -> builder.userdata("a-b", "x")).hasMessageContaining("userdata-a-b");
        assertThatThrownBy(() -> builder.avatarUrl("a.png")).hasMessageStartingWith("avatarURL must be");
        assertThatThrownBy(() -> Role.of("")).hasMessageStartingWith("Role must be");
    }

    @Test
    void textHidesCredentials() {
        assertThat(JoinRequest.builder("room", "Ada")
                        .password("s3cr3t")
                        .replaceSessionToken("t0k3n")
                        .build())
                .hasToString("join [meetingID=room, fullName=Ada, password=***, replaceSessionToken=***]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my key", "1st", "a:b", "a-b", "ü", "a<b", "-"})
    void userdataThatBreaksTheServersXmlIsRefused(String name) {
        JoinRequest.Builder builder = JoinRequest.builder("room", "Ada");

        assertThatThrownBy(() -> builder.userdata(name, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientSetting.of(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsOfTheClientAreUserdata() {
        assertThat(JoinRequest.builder("room", "Ada")
                        .role(Role.VIEWER)
                        .userdata(ClientSetting.AUTO_JOIN_AUDIO, true)
                        .userdata(ClientSetting.OVERRIDE_DEFAULT_LOCALE, "de")
                        .userdata(ClientSetting.of("bbb_of_tomorrow"), false)
                        .build()
                        .parameters()
                        .asMap())
                .containsEntry("userdata-bbb_auto_join_audio", "true")
                .containsEntry("userdata-bbb_override_default_locale", "de")
                .containsEntry("userdata-bbb_of_tomorrow", "false");
    }

    @Test
    void everySettingIsNamedLikeItsConstant() throws IllegalAccessException {
        int settings = 0;
        for (Field field : ClientSetting.class.getFields()) {
            assertThat(field.get(null)).hasToString("bbb_" + field.getName().toLowerCase(Locale.ROOT));
            settings++;
        }
        assertThat(settings).isEqualTo(43);
    }

    @Test
    void redirectIsReplacedInACopy() {
        JoinRequest request = JoinRequest.builder("room", "Ada")
                .role(Role.VIEWER)
                .redirect(true)
                .userdata("a", "1")
                .parameter("tomorrow", "x")
                .build();

        assertThat(request.withRedirect(false).parameters().asMap())
                .containsEntry("redirect", "false")
                .containsEntry("tomorrow", "x")
                .hasSameSizeAs(request.parameters().asMap());
        assertThat(request.parameters().get("redirect")).isEqualTo("true");
        assertThat(request.isRepeatable()).isFalse();
    }

    @Test
    void aCopyIsBoundToOneRunOfTheMeeting() {
        JoinRequest request = JoinRequest.builder("room", "Ada")
                .role(Role.VIEWER)
                .createTime(Instant.ofEpochMilli(1))
                .parameter("tomorrow", "x")
                .build();

        assertThat(request.withCreateTime(Instant.ofEpochMilli(1_700_000_000_123L))
                        .parameters()
                        .asMap())
                .containsExactly(
                        entry("meetingID", "room"),
                        entry("fullName", "Ada"),
                        entry("role", "VIEWER"),
                        entry("createTime", "1700000000123"),
                        entry("tomorrow", "x"));
        assertThat(request.parameters().get("createTime")).isEqualTo("1");
    }

    @Test
    void aCopyOfALenientRequestStaysLenient() {
        JoinRequest request = JoinRequest.builder("a,b", "Ada", Validation.LENIENT)
                .role(Role.VIEWER)
                .build();

        assertThat(request.withCreateTime(Instant.ofEpochMilli(5))
                        .withRedirect(false)
                        .parameters()
                        .asMap())
                .containsEntry("meetingID", "a,b")
                .containsEntry("createTime", "5")
                .containsEntry("redirect", "false");
    }
}
