// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of the rarer calls. */
class MoreRequestsTest {

    @Test
    void requestsSendWhatTheySay() {
        assertSends(SimpleRequest.getSessions(), ApiCall.GET_SESSIONS, Map.of());
        assertSends(
                SimpleRequest.publishRecordings(false, List.of("r-1", "r-2")),
                ApiCall.PUBLISH_RECORDINGS,
                Map.of("recordID", "r-1,r-2", "publish", "false"));
        assertSends(
                SimpleRequest.getRecordingTextTracks("r-1"),
                ApiCall.GET_RECORDING_TEXT_TRACKS,
                Map.of("recordID", "r-1"));
        assertSends(
                SimpleRequest.sendChatMessage("room", "Hi & bye"),
                ApiCall.SEND_CHAT_MESSAGE,
                Map.of("meetingID", "room", "message", "Hi & bye"));
        assertSends(
                SimpleRequest.sendChatMessage("room", "Hi", "Bot"),
                ApiCall.SEND_CHAT_MESSAGE,
                Map.of("meetingID", "room", "message", "Hi", "userName", "Bot"));
        assertSends(SimpleRequest.hooksList(), ApiCall.HOOKS_LIST, Map.of());
        assertSends(SimpleRequest.hooksList("room"), ApiCall.HOOKS_LIST, Map.of("meetingID", "room"));
        assertSends(SimpleRequest.hooksDestroy("7"), ApiCall.HOOKS_DESTROY, Map.of("hookID", "7"));
        assertSends(SimpleRequest.hooksPing(), ApiCall.HOOKS_PING, Map.of());
    }

    @Test
    void buildersSendWhatTheySay() {
        assertSends(
                RecordingsUpdate.builder("r-1")
                        .meta("name", "new")
                        .withoutMeta("old")
                        .build(),
                ApiCall.UPDATE_RECORDINGS,
                Map.of("recordID", "r-1", "meta_name", "new", "meta_old", ""));
        assertSends(
                HookRequest.builder("https://app.example/hook?key=s3cr3t")
                        .meetingId("room")
                        .eventIds("user-joined", "user-left")
                        .raw(false)
                        .parameter("tomorrow", "x")
                        .build(),
                ApiCall.HOOKS_CREATE,
                Map.of(
                        "callbackURL",
                        "https://app.example/hook?key=s3cr3t",
                        "meetingID",
                        "room",
                        "eventID",
                        "user-joined,user-left",
                        "getRaw",
                        "false",
                        "tomorrow",
                        "x"));
        assertSends(
                SessionRequest.getJoinUrl(UserSession.of("t0k3n"))
                        .replaceSession(true)
                        .sessionName("phone")
                        .enforceLayout(MeetingLayout.SMART_LAYOUT)
                        .parameter("role", "VIEWER")
                        .build(),
                ApiCall.GET_JOIN_URL,
                Map.of(
                        "sessionToken",
                        "t0k3n",
                        "replaceSession",
                        "true",
                        "sessionName",
                        "phone",
                        "enforceLayout",
                        "SMART_LAYOUT",
                        "role",
                        "VIEWER"));
        assertSends(
                SessionRequest.learningDashboard(new UserSession("t0k3n", "JSESSIONID=c00k1e")),
                ApiCall.LEARNING_DASHBOARD,
                Map.of("sessionToken", "t0k3n"));
    }

    @Test
    void secretsAreNotPrinted() {
        UserSession session = new UserSession("t0k3n", "JSESSIONID=c00k1e");
        assertThat(session + " " + SessionRequest.learningDashboard(session)
                        + HookRequest.builder("https://app.example/hook?key=s3cr3t")
                                .build())
                .doesNotContain("t0k3n")
                .doesNotContain("c00k1e")
                .doesNotContain("s3cr3t");
        assertThat(SessionRequest.learningDashboard(session).cookie()).isEqualTo("JSESSIONID=c00k1e");
    }

    @Test
    void whatCannotBeSentIsRefusedByName() {
        assertThatThrownBy(() -> SimpleRequest.publishRecordings(true, List.of()))
                .hasMessageStartingWith("recordID must be one or more items");
        assertThatThrownBy(() -> SimpleRequest.sendChatMessage("room", "x".repeat(501)))
                .hasMessageStartingWith("message must be 1 to 500 characters");
        assertThatThrownBy(() -> SimpleRequest.getRecordingTextTracks("a,b"))
                .hasMessageStartingWith("recordID must be");
        assertThatThrownBy(() -> HookRequest.builder("app.example"))
                .hasMessageStartingWith("callbackURL must be a URL");
        assertThatThrownBy(() -> RecordingsUpdate.builder("r-1").meta("a", ""))
                .hasMessage("an empty value removes a: use withoutMeta");
        assertThatThrownBy(() -> RecordingsUpdate.builder("r-1").withoutMeta("a_b"))
                .hasMessageStartingWith("what follows meta_ must be");
        assertThatThrownBy(() -> UserSession.of(" ")).hasMessageStartingWith("sessionToken must be");
        assertThatThrownBy(() -> new UserSession("t", "a\r\nX: y"))
                .hasMessage("cookie must be printable ASCII")
                .hasMessageNotContaining("X: y");
    }

    @ParameterizedTest
    @MethodSource("io.blueflux.ApiCall#values")
    void requiredParametersMustBeThere(ApiCall call) {
        for (Parameter parameter : Parameter.values()) {
            if (parameter.requiredBy().contains(call)) {
                assertThatThrownBy(() -> SimpleRequest.of(call, Map.of(), null))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageEndingWith(" is required by " + call);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "/a", "a/", "a//b", "../a", "a?b", "a#b", "a%2Fb", "ä", "a\n"})
    void otherTextsAreNoNamesOfCalls(String name) {
        if (name.isEmpty()) {
            assertThat(ApiCall.of(name)).isSameAs(ApiCall.VERSION);
        } else {
            assertThatThrownBy(() -> ApiCall.of(name)).hasMessageStartingWith("a call's name must be");
        }
    }

    @Test
    void callOfAnyNameCanBeMadeButForTheChecksum() {
        assertThat(ApiCall.of("hooks/list")).isSameAs(ApiCall.HOOKS_LIST);
        assertSends(
                SimpleRequest.of(ApiCall.of("plugins/tomorrow"), Map.of("meetingID", "a,b"), null),
                ApiCall.of("plugins/tomorrow"),
                Map.of("meetingID", "a,b"));
        assertThatThrownBy(() -> SimpleRequest.of(ApiCall.of("tomorrow"), Map.of("checksum", "5e5"), null))
                .hasMessage("checksum must be left to the signature");
    }

    private static void assertSends(ApiRequest request, ApiCall call, Map<String, String> parameters) {
        assertThat(request.call()).isEqualTo(call);
        assertThat(request.parameters().asMap()).isEqualTo(parameters);
        assertThat(request.body()).isNull();
    }

    @Test
    void theSameChangeIsMadeOfOtherRecordings() {
        RecordingsUpdate update = RecordingsUpdate.builder("r-1", "r-2")
                .meta("topic", "x")
                .withoutMeta("old")
                .build();
        RecordingsUpdate other = update.withRecordIds("r-3");

        assertThat(update.recordIds()).containsExactly("r-1", "r-2");
        assertThat(other.recordIds()).containsExactly("r-3");
        assertThat(other.parameters().asMap())
                .containsExactly(entry("recordID", "r-3"), entry("meta_topic", "x"), entry("meta_old", ""));
        assertThatThrownBy(update::withRecordIds).hasMessageStartingWith("recordID must be one or more items");
        assertThatThrownBy(() -> update.withRecordIds("a,b")).isInstanceOf(IllegalArgumentException.class);
    }
}
