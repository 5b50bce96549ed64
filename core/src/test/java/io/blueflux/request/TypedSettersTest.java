// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.body.Document;
import io.blueflux.parameter.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter of a call has a setter of its own; create is held to that by its own test. */
class TypedSettersTest {
    private static final UserSession SESSION = UserSession.of("t-1");

    /** What {@code parameter(name, value)} alone sets: gone for long, or what getJoinUrl takes from moderators only. */
    private static final Map<ApiCall, List<String>> BY_NAME_ONLY = Map.of(
            ApiCall.JOIN, List.of("webVoiceConf", "configToken", "clientURL", "joinViaHtml5"),
            ApiCall.GET_JOIN_URL,
                    List.of(
                            "fullName",
                            "role",
                            "userID",
                            "avatarURL",
                            "redirect",
                            "excludeFromDashboard",
                            "userdata-"));

    static Stream<ApiRequest> requestsWithAllTheySet() {
        return Stream.of(
                join(),
                SimpleRequest.version(),
                SimpleRequest.isMeetingRunning("room"),
                SimpleRequest.end("room", "mp"),
                SimpleRequest.getMeetings(),
                SimpleRequest.getMeetingInfo("room"),
                SimpleRequest.getSessions(),
                InsertDocumentRequest.of("room", List.of(Document.url("https://h.example/a.pdf"))),
                SimpleRequest.sendChatMessage("room", "Hi", "Bot"),
                RecordingsQuery.builder()
                        .meetingIds("room")
                        .recordIds("r-1")
                        .states(RecordingState.ANY)
                        .meta("a", "b")
                        .offset(0)
                        .limit(1)
                        .build(),
                SimpleRequest.publishRecordings(true, List.of("r-1")),
                SimpleRequest.deleteRecordings(List.of("r-1")),
                RecordingsUpdate.builder("r-1").meta("a", "b").build(),
                SimpleRequest.getRecordingTextTracks("r-1"),
                TextTrackUpload.builder("r-1", TextTrackKind.CAPTIONS, "en_US")
                        .label("English")
                        .file("a.vtt", new byte[1])
                        .build(),
                SessionRequest.getJoinUrl(SESSION)
                        .replaceSession(true)
                        .sessionName("phone")
                        .enforceLayout(MeetingLayout.SMART_LAYOUT)
                        .build(),
                SessionRequest.learningDashboard(SESSION),
                HookRequest.builder("https://h.example/hook")
                        .meetingId("room")
                        .eventIds("user-joined")
                        .raw(true)
                        .build(),
                SimpleRequest.hooksList("room"),
                SimpleRequest.hooksDestroy("7"),
                SimpleRequest.hooksPing());
    }

    private static ApiRequest join() {
        return JoinRequest.builder("room", "Ada")
                .role(Role.MODERATOR)
                .password("pw")
                .createTime(Instant.EPOCH)
                .userId("u-1")
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
                .userdata(ClientSetting.AUTO_JOIN_AUDIO, true)
                .build();
    }

    @ParameterizedTest
    @MethodSource("requestsWithAllTheySet")
    void everyParameterIsSetByItsOwnSetterOrIsKnownNotToBe(ApiRequest request) {
        List<String> set = new ArrayList<>(BY_NAME_ONLY.getOrDefault(request.call(), List.of()));
        request.parameters().forEach((name, value) -> set.add(rowOf(request.call(), name)));

        assertThat(set)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Parameter.values())
                        .filter(row -> row.calls().contains(request.call()) && row != Parameter.CHECKSUM)
                        .map(Parameter::wireName)
                        .toList());
    }

    @Test
    void everyCallIsAmongThem() {
        assertThat(Stream.concat(
                        Stream.of(ApiCall.CREATE), requestsWithAllTheySet().map(ApiRequest::call)))
                .containsExactlyInAnyOrderElementsOf(ApiCall.values());
    }

    private static String rowOf(ApiCall call, String name) {
        Parameter row = Parameter.find(call, name);
        assertThat(row).as(name).isNotNull();
        return row == null ? "" : row.wireName();
    }
}
