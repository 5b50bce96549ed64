// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.blueflux.ApiCall;
import io.blueflux.body.Document;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreateRequestTest {
    private record Put(String wireName, String value, Consumer<CreateRequest.Builder> setter) {
        @Override
        public String toString() {
            return wireName;
        }
    }

    private static Put put(String wireName, String value, Consumer<CreateRequest.Builder> setter) {
        return new Put(wireName, value, setter);
    }

    private static final List<Put> SETTERS = List.of(
            put("attendeePW", "a text", b -> b.attendeePw("a text")),
            put("moderatorPW", "a text", b -> b.moderatorPw("a text")),
            put("welcome", "a text", b -> b.welcome("a text")),
            put("moderatorOnlyMessage", "a text", b -> b.moderatorOnlyMessage("a text")),
            put("maxParticipants", "7", b -> b.maxParticipants(7)),
            put("logoutURL", "https://h.example/logoutURL", b -> b.logoutUrl("https://h.example/logoutURL")),
            put("loginURL", "https://h.example/loginURL", b -> b.loginUrl("https://h.example/loginURL")),
            put(
                    "meetingEndedURL",
                    "https://h.example/meetingEndedURL",
                    b -> b.meetingEndedUrl("https://h.example/meetingEndedURL")),
            put("meetingLayout", "VIDEO_FOCUS", b -> b.meetingLayout(MeetingLayout.VIDEO_FOCUS)),
            put("multiUserWhiteboardEnabled", "true", b -> b.multiUserWhiteboardEnabled(true)),
            put("allowRequestsWithoutSession", "true", b -> b.allowRequestsWithoutSession(true)),
            put("learningDashboardEnabled", "true", b -> b.learningDashboardEnabled(true)),
            put(
                    "learningDashboardCleanupDelayInMinutes",
                    "7",
                    b -> b.learningDashboardCleanupDelay(Duration.ofMinutes(7))),
            put("groups", "[]", b -> b.groups()),
            put(
                    "groups",
                    "[{\"id\":\"1\",\"name\":\"A \\\"&\\\\ é🎉\",\"roster\":[\"u-1\",\"u 2\"]},{\"id\":\"2\",\"roster\":[]}]",
                    b -> b.groups(
                            BreakoutGroup.of("1", "A \"&\\ é🎉", "u-1", "u 2"),
                            new BreakoutGroup("2", null, List.of()))),
            put(
                    "pluginManifests",
                    "[{\"url\":\"https://h.example/p?a=1&b\"},{\"url\":\"https://h.example/q\",\"checksum\":\"ab12\"}]",
                    b -> b.pluginManifests(
                            PluginManifest.of("https://h.example/p?a=1&b"),
                            new PluginManifest("https://h.example/q", "ab12"))),
            put(
                    "pluginManifestsFetchUrl",
                    "https://h.example/pluginManifestsFetchUrl",
                    b -> b.pluginManifestsFetchUrl("https://h.example/pluginManifestsFetchUrl")),
            put("clientSettingsOverride", "{}", b -> b.clientSettingsOverride("{}")),
            put(
                    "clientSettingsOverrideJsonUrl",
                    "https://h.example/clientSettingsOverrideJsonUrl",
                    b -> b.clientSettingsOverrideJsonUrl("https://h.example/clientSettingsOverrideJsonUrl")),
            put("dialNumber", "a text", b -> b.voice(s -> s.dialNumber("a text"))),
            put("voiceBridge", "01234", b -> b.voice(s -> s.voiceBridge("01234"))),
            put("webVoice", "a text", b -> b.voice(s -> s.webVoice("a text"))),
            put("muteOnStart", "true", b -> b.voice(s -> s.muteOnStart(true))),
            put("allowModsToUnmuteUsers", "true", b -> b.voice(s -> s.allowModsToUnmuteUsers(true))),
            put(
                    "requireUserConsentBeforeUnmuting",
                    "true",
                    b -> b.voice(s -> s.requireUserConsentBeforeUnmuting(true))),
            put("audioBridge", "livekit", b -> b.voice(s -> s.audioBridge(MediaBridge.LIVEKIT))),
            put("webcamsOnlyForModerator", "true", b -> b.cameras(s -> s.webcamsOnlyForModerator(true))),
            put("allowModsToEjectCameras", "true", b -> b.cameras(s -> s.allowModsToEjectCameras(true))),
            put("allowModsToRequestCameraShare", "true", b -> b.cameras(s -> s.allowModsToRequestCameraShare(true))),
            put("userCameraCap", "7", b -> b.cameras(s -> s.userCameraCap(7))),
            put("meetingCameraCap", "7", b -> b.cameras(s -> s.meetingCameraCap(7))),
            put("maxPinnedCameras", "7", b -> b.cameras(s -> s.maxPinnedCameras(7))),
            put("virtualBackgroundsDisabled", "true", b -> b.cameras(s -> s.virtualBackgroundsDisabled(true))),
            put("cameraBridge", "livekit", b -> b.cameras(s -> s.cameraBridge(MediaBridge.LIVEKIT))),
            put("screenShareBridge", "livekit", b -> b.cameras(s -> s.screenShareBridge(MediaBridge.LIVEKIT))),
            put("record", "true", b -> b.recording(s -> s.record(true))),
            put("autoStartRecording", "true", b -> b.recording(s -> s.autoStart(true))),
            put("allowStartStopRecording", "true", b -> b.recording(s -> s.allowStartStop(true))),
            put("recordFullDurationMedia", "true", b -> b.recording(s -> s.fullDurationMedia(true))),
            put("notifyRecordingIsOn", "true", b -> b.recording(s -> s.notifyIsOn(true))),
            put("notifyRecordingAppend", "a text", b -> b.recording(s -> s.notifyAppend("a text"))),
            put("meetingKeepEvents", "true", b -> b.recording(s -> s.keepEvents(true))),
            put("isBreakout", "true", b -> b.breakout(s -> s.isBreakout(true))),
            put("parentMeetingID", "a text", b -> b.breakout(s -> s.parentMeetingId("a text"))),
            put("sequence", "7", b -> b.breakout(s -> s.sequence(7))),
            put("freeJoin", "true", b -> b.breakout(s -> s.freeJoin(true))),
            put("breakoutRoomsEnabled", "true", b -> b.breakout(s -> s.enabled(true))),
            put("breakoutRoomsPrivateChatEnabled", "true", b -> b.breakout(s -> s.privateChatEnabled(true))),
            put("breakoutRoomsRecord", "true", b -> b.breakout(s -> s.record(true))),
            put("breakoutRoomsCaptureSlides", "true", b -> b.breakout(s -> s.captureSlides(true))),
            put("breakoutRoomsCaptureNotes", "true", b -> b.breakout(s -> s.captureNotes(true))),
            put(
                    "breakoutRoomsCaptureSlidesFilename",
                    "a text",
                    b -> b.breakout(s -> s.captureSlidesFilename("a text"))),
            put("breakoutRoomsCaptureNotesFilename", "a text", b -> b.breakout(s -> s.captureNotesFilename("a text"))),
            put("lockSettingsDisableCam", "true", b -> b.lock(s -> s.disableCam(true))),
            put("lockSettingsDisableMic", "true", b -> b.lock(s -> s.disableMic(true))),
            put("lockSettingsDisablePrivateChat", "true", b -> b.lock(s -> s.disablePrivateChat(true))),
            put("lockSettingsDisablePublicChat", "true", b -> b.lock(s -> s.disablePublicChat(true))),
            put("lockSettingsDisableNotes", "true", b -> b.lock(s -> s.disableNotes(true))),
            put("lockSettingsHideUserList", "true", b -> b.lock(s -> s.hideUserList(true))),
            put("lockSettingsLockedLayout", "true", b -> b.lock(s -> s.lockedLayout(true))),
            put("lockSettingsLockOnJoin", "true", b -> b.lock(s -> s.lockOnJoin(true))),
            put("lockSettingsLockOnJoinConfigurable", "true", b -> b.lock(s -> s.lockOnJoinConfigurable(true))),
            put("lockSettingsHideViewersCursor", "true", b -> b.lock(s -> s.hideViewersCursor(true))),
            put("lockSettingsHideViewersAnnotation", "true", b -> b.lock(s -> s.hideViewersAnnotation(true))),
            put(
                    "lockSettingsPresenterPolicy",
                    "freeForAll",
                    b -> b.lock(s -> s.presenterPolicy(PresenterPolicy.FREE_FOR_ALL))),
            put("guestPolicy", "ASK_MODERATOR", b -> b.guests(s -> s.policy(GuestPolicy.ASK_MODERATOR))),
            put("allowPromoteGuestToModerator", "true", b -> b.guests(s -> s.allowPromoteToModerator(true))),
            put("bannerText", "a text", b -> b.branding(s -> s.bannerText("a text"))),
            put("bannerColor", "#00fF7a", b -> b.branding(s -> s.bannerColor("#00fF7a"))),
            put("logo", "https://h.example/logo", b -> b.branding(s -> s.logo("https://h.example/logo"))),
            put(
                    "darklogo",
                    "https://h.example/darklogo",
                    b -> b.branding(s -> s.darkLogo("https://h.example/darklogo"))),
            put("copyright", "a text", b -> b.branding(s -> s.copyright("a text"))),
            put("duration", "7", b -> b.expiry(s -> s.duration(Duration.ofMinutes(7)))),
            put("endWhenNoModerator", "true", b -> b.expiry(s -> s.endWhenNoModerator(true))),
            put(
                    "endWhenNoModeratorDelayInMinutes",
                    "7",
                    b -> b.expiry(s -> s.endWhenNoModeratorDelay(Duration.ofMinutes(7)))),
            put(
                    "meetingExpireIfNoUserJoinedInMinutes",
                    "7",
                    b -> b.expiry(s -> s.ifNoUserJoined(Duration.ofMinutes(7)))),
            put(
                    "meetingExpireWhenLastUserLeftInMinutes",
                    "7",
                    b -> b.expiry(s -> s.whenLastUserLeft(Duration.ofMinutes(7)))),
            put("logoutTimer", "7", b -> b.expiry(s -> s.logoutTimer(Duration.ofMinutes(7)))),
            put("preUploadedPresentationOverrideDefault", "true", b -> b.presentation(s -> s.overrideDefault(true))),
            put(
                    "preUploadedPresentation",
                    "https://h.example/preUploadedPresentation",
                    b -> b.presentation(s -> s.preUploaded("https://h.example/preUploadedPresentation"))),
            put("preUploadedPresentationName", "a text", b -> b.presentation(s -> s.preUploadedName("a text"))),
            put("maxNumPages", "7", b -> b.presentation(s -> s.maxNumPages(7))),
            put("presentationConversionCacheEnabled", "true", b -> b.presentation(s -> s.conversionCacheEnabled(true))),
            put("sharedNotesEditor", "etherpad", b -> b.notes(s -> s.editor(NotesEditor.ETHERPAD))),
            put(
                    "sharedNotesInitialContentJsonUrl",
                    "https://h.example/sharedNotesInitialContentJsonUrl",
                    b -> b.notes(s -> s.contentJsonUrl("https://h.example/sharedNotesInitialContentJsonUrl"))),
            put("sharedNotesInitialContentMarkdown", "a text", b -> b.notes(s -> s.contentMarkdown("a text"))),
            put(
                    "sharedNotesInitialContentMarkdownUrl",
                    "https://h.example/sharedNotesInitialContentMarkdownUrl",
                    b -> b.notes(s -> s.contentMarkdownUrl("https://h.example/sharedNotesInitialContentMarkdownUrl"))),
            put(
                    "disabledFeatures",
                    "chat,tomorrow",
                    b -> b.disabledFeatures(DisabledFeature.CHAT, DisabledFeature.of("tomorrow"))),
            put("disabledFeaturesExclude", "polls", b -> b.disabledFeaturesExclude(DisabledFeature.POLLS)),
            put("meta_a-B1", "", b -> b.meta("a-B1", "")),
            put("plugin_pick_key", "a text", b -> b.plugin("pick_key", "a text")),
            put("lockSettingsDisableNote", "true", b -> b.lock(s -> s.disableNote(true))),
            put("keepEvents", "true", b -> b.parameter("keepEvents", "true")),
            put("tomorrow", "a text", b -> b.parameter("tomorrow", "a text")));

    @ParameterizedTest
    @MethodSource("setters")
    void setterPutsItsWireNameAlone(Put put) {
        CreateRequest.Builder builder = CreateRequest.builder("room", "A room");
        put.setter().accept(builder);

        assertThat(builder.build().parameters().asMap())
                .containsExactly(
                        entry("meetingID", "room"), entry("name", "A room"), entry(put.wireName(), put.value()));
    }

    static Stream<Put> setters() {
        return SETTERS.stream();
    }

    @Test
    void everyParameterOfTheTableHasASetter() {
        CreateRequest.Builder builder = CreateRequest.builder("room", "A room")
                .presentation(p -> p.uploadExternal("https://h.example/up", "Upload"));
        SETTERS.forEach(put -> put.setter().accept(builder));

        Set<Parameter> reached = new HashSet<>();
        builder.build().parameters().forEach((name, value) -> reached.add(Parameter.find(ApiCall.CREATE, name)));

        assertThat(Arrays.stream(Parameter.values())
                        .filter(parameter -> parameter.calls().contains(ApiCall.CREATE))
                        .filter(parameter -> parameter != Parameter.CHECKSUM))
                .isSubsetOf(reached);
    }

    @Test
    void unsetIsNotSent() {
        CreateRequest request = CreateRequest.builder("room", "A room").build();

        assertThat(request.call()).isEqualTo(ApiCall.CREATE);
        assertThat(request.parameters().asMap()).containsExactly(entry("meetingID", "room"), entry("name", "A room"));
        assertThat(request.body()).isNull();
    }

    @Test
    void uploadExternalSendsBothParts() {
        CreateRequest request = CreateRequest.builder("room", "A room")
                .presentation(p -> p.uploadExternal("https://h.example/up", "Upload"))
                .build();

        assertThat(request.parameters().get("presentationUploadExternalUrl")).isEqualTo("https://h.example/up");
        assertThat(request.parameters().get("presentationUploadExternalDescription"))
                .isEqualTo("Upload");
    }

    @Test
    void invalidValueIsRefusedAtTheSetter() {
        CreateRequest.Builder builder = CreateRequest.builder("room", "A room");

        assertThatThrownBy(() -> CreateRequest.builder("a,b", "A room")).hasMessageStartingWith("meetingID must be");
        assertThatThrownBy(() -> CreateRequest.builder("room", "A")).hasMessageStartingWith("name must be");
        assertThatThrownBy(() -> builder.maxParticipants(-1)).hasMessageStartingWith("maxParticipants must be");
        assertThatThrownBy(() -> builder.parameter("record", "1"))
                .hasMessageStartingWith("record must be true or false");
        assertThatThrownBy(() -> builder.meta("a_b", "x")).hasMessageContaining("meta_a_b");
        assertThatThrownBy(() -> builder.disabledFeatures()).hasMessageStartingWith("disabledFeatures must be");
        assertThat(builder.build().parameters().asMap()).hasSize(2);
    }

    @Test
    void fractionsOfAMinuteAreRefused() {
        assertThatThrownBy(() -> CreateRequest.builder("room", "A room")
                        .expiry(expiry -> expiry.duration(Duration.ofSeconds(90))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration must be a whole number of minutes, not: PT1M30S");
        assertThatThrownBy(() -> CreateRequest.builder("room", "A room")
                        .expiry(expiry -> expiry.duration(Duration.ofMinutes(-1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("duration must be a whole number from 0");
        assertThatThrownBy(() -> CreateRequest.builder("room", "A room")
                        .expiry(expiry -> expiry.duration(Duration.ofSeconds(Long.MAX_VALUE))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isRepeatableOnlyWithBothPasswords() {
        assertThat(CreateRequest.builder("room", "A room").build().isRepeatable())
                .isFalse();
        assertThat(CreateRequest.builder("room", "A room")
                        .moderatorPw("mp")
                        .build()
                        .isRepeatable())
                .isFalse();
        assertThat(CreateRequest.builder("room", "A room")
                        .moderatorPw("mp")
                        .attendeePw("")
                        .build()
                        .isRepeatable())
                .isFalse();
        assertThat(CreateRequest.builder("room", "A room")
                        .moderatorPw("mp")
                        .attendeePw("ap")
                        .build()
                        .isRepeatable())
                .isTrue();
    }

    @Test
    void documentsMakeABody() {
        CreateRequest request = CreateRequest.builder("room", "A room")
                .document(Document.inline("a.txt", "x".getBytes(StandardCharsets.UTF_8)))
                .build();

        assertThat(Objects.requireNonNull(request.body()).contentType()).isEqualTo("application/xml");
    }

    @Test
    void partsOfGroupsAndPluginsAreRefusedByName() {
        assertThatThrownBy(() -> BreakoutGroup.of(" ", "A")).hasMessage("a group's id must be at least 1 character");
        assertThatThrownBy(() -> BreakoutGroup.of("1", "")).hasMessage("a group's name must be at least 1 character");
        assertThatThrownBy(() -> BreakoutGroup.of("1", "A", "u", ""))
                .hasMessage("a group's roster must be at least 1 character");
        assertThatThrownBy(() -> BreakoutGroup.of("1", "bell \u0007"))
                .hasMessageStartingWith("a group's name must not hold control characters");
        assertThatThrownBy(() -> PluginManifest.of("ftp://h.example/?key=s3cr3t"))
                .hasMessageStartingWith("a plugin's url must be a URL")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> new PluginManifest("https://h.example/", "a b"))
                .hasMessageStartingWith("a plugin's checksum must be one word");
    }

    @Test
    void rosterIsCopiedAndTheQueryOfAPluginIsNotPrinted() {
        List<String> roster = new ArrayList<>(List.of("u-1"));
        BreakoutGroup group = new BreakoutGroup("1", "A", roster);
        roster.clear();

        assertThat(group.roster()).containsExactly("u-1");
        assertThat(PluginManifest.of("https://h.example/p?key=s3cr3t"))
                .hasToString("PluginManifest[url=https://h.example/p?***, checksum=null]");
        assertThat(PluginManifest.of("https://user:s3cr3t@h.example/p"))
                .hasToString("PluginManifest[url=***, checksum=null]");
        assertThat(CreateRequest.builder("room", "A room")
                        .pluginManifests(PluginManifest.of("https://h.example/p?key=s3cr3t"))
                        .build()
                        .toString())
                .doesNotContain("s3cr3t");
    }

    @Test
    void builderGoesOnAfterBuild() {
        CreateRequest.Builder builder = CreateRequest.builder("room", "A room");
        CreateRequest first = builder.build();
        CreateRequest second = builder.welcome("hi")
                .document(Document.url("https://h.example/a.pdf"))
                .build();

        assertThat(first.parameters().get("welcome")).isNull();
        assertThat(first.body()).isNull();
        assertThat(second.parameters().get("welcome")).isEqualTo("hi");
    }

    @Test
    void metadataIsAddedToACopyThatKeepsTheRest() {
        CreateRequest request = CreateRequest.builder("room", "A room")
                .meta("size", "20")
                .welcome("hi")
                .document(Document.url("https://h.example/a.pdf"))
                .build();
        CreateRequest copy = request.withMeta("size", "30").withMeta("origin", "");

        assertThat(copy.parameters().asMap())
                .containsExactly(
                        entry("meetingID", "room"),
                        entry("name", "A room"),
                        entry("meta_size", "30"),
                        entry("welcome", "hi"),
                        entry("meta_origin", ""));
        assertThat(copy.body()).isNotNull().isSameAs(request.body());
        assertThat(request.parameters().get("meta_size")).isEqualTo("20");
        assertThat(request.parameters().get("meta_origin")).isNull();
    }

    @Test
    void metadataOfACopyKeepsTheRuleOfItsName() {
        CreateRequest request = CreateRequest.builder("room", "A room").build();

        assertThatThrownBy(() -> request.withMeta("a_b", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meta_a_b");
    }

    @Test
    void aLenientRequestTakesMetadataAndStaysLenient() {
        CreateRequest request =
                CreateRequest.builder("a,b", "A", Validation.LENIENT).build();

        assertThat(request.withMeta("a_b", "x").withMeta("c", "y").parameters().asMap())
                .containsExactly(
                        entry("meetingID", "a,b"), entry("name", "A"), entry("meta_a_b", "x"), entry("meta_c", "y"));
    }

    @Test
    void aCopyIsNotRepeatedIfItIsNotToBe() {
        CreateRequest request = CreateRequest.builder("room", "A room")
                .attendeePw("ap")
                .moderatorPw("mp")
                .build();

        assertThat(request.isRepeatable()).isTrue();
        assertThat(request.withoutRepetition().isRepeatable()).isFalse();
        assertThat(request.withoutRepetition().withMeta("a", "b").isRepeatable())
                .isFalse();
        assertThat(request.withoutRepetition().parameters()).isEqualTo(request.parameters());
    }

    @Test
    void textHidesPasswords() {
        assertThat(CreateRequest.builder("room", "A room").attendeePw("s3cr3t").build())
                .hasToString("create [meetingID=room, name=A room, attendeePW=***]");
    }
}
