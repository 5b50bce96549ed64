// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.BbbVersion;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.ServerProfile;
import io.blueflux.request.RequestNote.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestCheckTest {
    private static final ServerProfile AT_LEAST_3 =
            ServerProfile.builder().atLeast(BbbVersion.of("3.0")).build();

    @Test
    void requestThatFitsHasNoNotes() {
        ApiRequest request = create(Map.of("record", "true", "meta_course", "x", "userCameraCap", "3"));

        assertThat(request.check(ServerProfile.ofBbb("2.4.5"))).isEmpty();
        assertThat(SimpleRequest.getMeetings().check(ServerProfile.UNKNOWN)).isEmpty();
    }

    @Test
    void unknownParameterIsNoted() {
        assertThat(create(Map.of("colour", "red")).check(ServerProfile.UNKNOWN))
                .containsExactly(note(Kind.UNKNOWN, "colour", null, "colour is no parameter of create that is known"));
    }

    @Test
    void parameterOfALaterReleaseIsNoted() {
        assertThat(create(Map.of("userCameraCap", "3")).check(ServerProfile.ofBbb("2.4.4")))
                .containsExactly(note(
                        Kind.NOT_YET,
                        "userCameraCap",
                        "2.4.5",
                        "userCameraCap came with BBB 2.4.5, the server is 2.4.4"));
    }

    @Test
    void releaseThatIsNotKnownExactlyMayBeTooOld() {
        ApiRequest request = create(Map.of("clientSettingsOverrideJsonUrl", "https://example.org/s.json"));

        assertThat(request.check(AT_LEAST_3))
                .containsExactly(
                        note(
                                Kind.PERHAPS_NOT_YET,
                                "clientSettingsOverrideJsonUrl",
                                "3.0.25",
                                "clientSettingsOverrideJsonUrl came with BBB 3.0.25, the server is only known to be 3.0 or later"));
        assertThat(request.check(ServerProfile.UNKNOWN)).isEmpty();
    }

    @Test
    void callOfALaterReleaseIsNoted() {
        ApiRequest request =
                SimpleRequest.of(ApiCall.SEND_CHAT_MESSAGE, Map.of("meetingID", "room", "message", "Hello"), null);

        assertThat(request.check(ServerProfile.ofBbb("2.7")))
                .containsExactly(
                        note(Kind.NOT_YET, "", "3.0", "the call sendChatMessage came with BBB 3.0, the server is 2.7"));
    }

    @Test
    void versionsOfWebhooksAreNotReadAsThoseOfBbb() {
        ApiRequest request = HookRequest.builder("https://app.example/hook")
                .eventIds("user-joined")
                .build();

        assertThat(request.check(ServerProfile.ofBbb("2.2"))).isEmpty();
    }

    @Test
    void missingParameterIsNoted() {
        assertThat(new Bare().check(ServerProfile.UNKNOWN))
                .containsExactly(note(Kind.MISSING, "hookID", null, "hookID is required by hooks/destroy"));
    }

    @Test
    void deprecatedParameterIsNotedFromItsReleaseOn() {
        ApiRequest request = create(Map.of("attendeePW", "secret-1"));

        assertThat(request.check(ServerProfile.ofBbb("2.4"))).isEmpty();
        for (ServerProfile profile : List.of(ServerProfile.ofBbb("2.5"), ServerProfile.UNKNOWN, AT_LEAST_3)) {
            assertThat(request.check(profile))
                    .containsExactly(
                            note(Kind.DEPRECATED, "attendeePW", "2.5", "attendeePW is deprecated since BBB 2.5"));
        }
    }

    @Test
    void goneParameterIsNotAlsoDeprecated() {
        ApiRequest request = create(Map.of("breakoutRoomsEnabled", "true"));

        assertThat(request.check(ServerProfile.ofBbb("2.4"))).isEmpty();
        assertThat(request.check(ServerProfile.ofBbb("2.7")))
                .extracting(RequestNote::kind)
                .containsExactly(Kind.DEPRECATED);
        assertThat(request.check(ServerProfile.ofBbb("3.0.1")))
                .containsExactly(
                        note(Kind.GONE, "breakoutRoomsEnabled", "3.0", "breakoutRoomsEnabled is gone since BBB 3.0"));
        assertThat(request.check(ServerProfile.UNKNOWN))
                .extracting(RequestNote::kind)
                .containsExactly(Kind.GONE);
    }

    @Test
    void brokenRuleIsNotedWithoutSecrets() {
        ApiRequest request = SimpleRequest.of(
                ApiCall.CREATE,
                Map.of("meetingID", "room", "name", "Room", "moderatorPW", "x", "record", "1"),
                null,
                Validation.LENIENT);

        assertThat(request.check(ServerProfile.ofBbb("2.4")))
                .containsExactlyInAnyOrder(
                        note(Kind.BREAKS_RULE, "moderatorPW", null, "moderatorPW must be empty or 2 to 64 characters"),
                        note(Kind.BREAKS_RULE, "record", null, "record must be true or false, not: 1"));
    }

    @Test
    void pagesAreIgnoredByScalelite() {
        ApiRequest request = RecordingsQuery.builder().limit(10).build();
        ServerProfile scalelite =
                ServerProfile.builder().balancer(Balancer.SCALELITE).build();

        assertThat(request.check(scalelite)).extracting(RequestNote::kind).containsExactly(Kind.IGNORED);
        assertThat(request.check(ServerProfile.ofBbb("2.6"))).isEmpty();
    }

    @Test
    void noteIsItsText() {
        assertThat(create(Map.of("colour", "red")).check(ServerProfile.UNKNOWN).get(0))
                .hasToString("colour is no parameter of create that is known");
    }

    @Test
    void everyVersionOfTheTableCanBeRead() {
        for (Parameter parameter : Parameter.values()) {
            for (String version : new String[] {parameter.since(), parameter.deprecated(), parameter.gone()}) {
                assertThat(version == null || BbbVersion.parse(version) != null)
                        .as("%s: %s", parameter, version)
                        .isTrue();
            }
        }
    }

    /** A request of a user's own. */
    private record Bare() implements ApiRequest {
        @Override
        public ApiCall call() {
            return ApiCall.HOOKS_DESTROY;
        }

        @Override
        public RequestParameters parameters() {
            return RequestParameters.NONE;
        }
    }

    private static ApiRequest create(Map<String, String> more) {
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("meetingID", "room");
        parameters.put("name", "Room");
        return SimpleRequest.of(ApiCall.CREATE, parameters, null);
    }

    private static RequestNote note(Kind kind, String parameter, @Nullable String version, String text) {
        return new RequestNote(kind, parameter, BbbVersion.parse(version), text);
    }
}
