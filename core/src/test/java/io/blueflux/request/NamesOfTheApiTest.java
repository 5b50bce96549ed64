// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares what Blueflux knows with the names that the API documents, written down here a second time: {@code !} is
 * required, {@code +} since, {@code ~} deprecated since, {@code -} gone since.
 */
class NamesOfTheApiTest {
    private static final String CREATE = """
            meetingID ! | name ! | attendeePW ~2.5 | moderatorPW ~2.5 | welcome | dialNumber | voiceBridge
            webVoice -4.0 | maxParticipants | logoutURL | loginURL +3.0 | logoutTimer -4.0 | record
            autoStartRecording +0.9 | allowStartStopRecording +0.9 | recordFullDurationMedia +2.6.9 | duration
            isBreakout | parentMeetingID | sequence | freeJoin | breakoutRoomsEnabled ~2.5 -3.0
            breakoutRoomsPrivateChatEnabled +2.2 | breakoutRoomsRecord +2.2 | breakoutRoomsCaptureSlides +2.6
            breakoutRoomsCaptureNotes +2.6 | breakoutRoomsCaptureSlidesFilename +2.6
            breakoutRoomsCaptureNotesFilename +2.6 | meta_ | plugin_ +3.0 | moderatorOnlyMessage +0.9
            webcamsOnlyForModerator +1.1 | multiUserWhiteboardEnabled +3.0 | bannerText +2.0 | bannerColor +2.0
            logo +2.0 | darklogo +3.0 | copyright +2.0 -4.0 | muteOnStart +2.0 | allowModsToUnmuteUsers +2.2
            requireUserConsentBeforeUnmuting +4.0 | allowModsToRequestCameraShare +4.1 | allowModsToEjectCameras +2.4
            lockSettingsDisableCam +2.2 | lockSettingsDisableMic +2.2 | lockSettingsDisablePrivateChat +2.2
            lockSettingsDisablePublicChat +2.2 | lockSettingsHideUserList +2.2 | lockSettingsDisableNotes +2.5
            lockSettingsDisableNote +2.2 ~2.5 -4.0 | lockSettingsLockedLayout +2.2 -2.6 | lockSettingsLockOnJoin +2.2
            lockSettingsLockOnJoinConfigurable +2.2 | lockSettingsHideViewersCursor +2.5
            lockSettingsHideViewersAnnotation +2.7 | lockSettingsPresenterPolicy +4.0 | guestPolicy +0.9
            allowPromoteGuestToModerator +2.7.9 | meetingKeepEvents +2.3 | keepEvents +2.2 -2.3
            endWhenNoModerator +2.3 | endWhenNoModeratorDelayInMinutes +2.3 | meetingLayout +2.4
            learningDashboardEnabled +2.4 ~2.5 -3.0 | learningDashboardCleanupDelayInMinutes +2.4
            allowRequestsWithoutSession +2.4.3 | virtualBackgroundsDisabled +2.4 ~2.5 | userCameraCap +2.4.5
            meetingCameraCap +2.5 | maxPinnedCameras +2.6 | cameraBridge +3.0 | screenShareBridge +3.0
            audioBridge +3.0 | meetingExpireIfNoUserJoinedInMinutes +2.5 | meetingExpireWhenLastUserLeftInMinutes +2.5
            groups +2.5 | disabledFeatures +2.5 | disabledFeaturesExclude +2.6.9
            preUploadedPresentationOverrideDefault +2.5 | preUploadedPresentation +2.7.2
            preUploadedPresentationName +2.7.2 | maxNumPages +3.0 | presentationConversionCacheEnabled +3.0
            notifyRecordingIsOn +2.6 | notifyRecordingAppend +4.0 | presentationUploadExternalUrl +2.6
            presentationUploadExternalDescription +2.6 | pluginManifests +3.0 | pluginManifestsFetchUrl +3.0
            clientSettingsOverride +3.0 | clientSettingsOverrideJsonUrl +3.0.25 | sharedNotesEditor +3.0.25
            sharedNotesInitialContentJsonUrl +3.0.25 | sharedNotesInitialContentMarkdown +3.0.33
            sharedNotesInitialContentMarkdownUrl +3.0.33 | meetingEndedURL +2.2
            """;

    private static final String JOIN = """
            fullName ! | meetingID ! | password ~2.5 | role +2.4 | createTime | userID | avatarURL
            webcamBackgroundURL +2.7.10 | redirect | errorRedirectUrl +2.7 | logoutURL | guest +2.0 | auth
            excludeFromDashboard +2.4 | bot +3.0 | enforceLayout +3.0 | defaultLayout | firstName +3.0 | lastName +3.0
            existingUserID +3.0 | replaceSessionToken +3.0 | sessionName +3.0 | webVoiceConf -4.0 | configToken -2.4
            clientURL -2.3 | joinViaHtml5 -2.3 | userdata-
            """;

    /** Since and gone are the parameter's, not the call's: role came to join with 2.4. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("create", CREATE),
            Map.entry("join", JOIN),
            Map.entry("version", ""),
            Map.entry("isMeetingRunning", "meetingID !"),
            Map.entry("end", "meetingID ! | password ~2.5"),
            Map.entry("getMeetingInfo", "meetingID !"),
            Map.entry("getMeetings", ""),
            Map.entry("getSessions", ""),
            Map.entry("insertDocument", "meetingID !"),
            Map.entry("sendChatMessage", "meetingID ! | message ! | userName"),
            Map.entry("getRecordings", "meetingID | recordID | state +1.0 | meta_ +1.0 | offset +2.6 | limit +2.6"),
            Map.entry("publishRecordings", "recordID ! | publish !"),
            Map.entry("deleteRecordings", "recordID !"),
            Map.entry("updateRecordings", "recordID ! | meta_"),
            Map.entry("getRecordingTextTracks", "recordID !"),
            Map.entry("putRecordingTextTrack", "recordID ! | kind ! | lang ! | label"),
            Map.entry(
                    "getJoinUrl",
                    "sessionToken ! | replaceSession | sessionName +3.0 | enforceLayout +3.0 | role +2.4 | fullName"
                            + " | userID | avatarURL | redirect | excludeFromDashboard +2.4 | userdata-"),
            Map.entry("learningDashboard", "sessionToken !"),
            Map.entry("hooks/create", "callbackURL ! | meetingID | eventID | getRaw"),
            Map.entry("hooks/list", "meetingID"),
            Map.entry("hooks/destroy", "hookID !"),
            Map.entry("hooks/ping", ""));

    private static final String DISABLED_FEATURES = """
            chat privateChat deleteChatMessage editChatMessage replyChatMessage chatMessageReactions chatEmojiPicker
            pinChatMessage presentation downloadPresentationWithAnnotations downloadPresentationConvertedToPdf
            downloadPresentationOriginalFile snapshotOfCurrentSlide infiniteWhiteboard breakoutRooms
            importPresentationWithAnnotationsFromBreakoutRooms importSharedNotesFromBreakoutRooms screenshare
            cameraAsContent virtualBackgrounds customVirtualBackgrounds liveTranscription captions polls quizzes
            raiseHand userReactions externalVideos timer sharedNotes learningDashboard
            learningDashboardDownloadSessionData plugins layouts multiFunctionalMode webcamGrid lockSettings
            """;

    private static final String CLIENT_SETTINGS = """
            auto_join_audio client_title force_listen_only listen_only_mode skip_check_audio
            skip_check_audio_on_first_join skip_echotest_if_previous_device override_default_locale
            direct_leave_button parent_room_moderator record_permission record_permission_tooltip
            show_session_details_on_join display_branding_area shortcuts auto_share_webcam preferred_camera_profile
            enable_video record_video skip_video_preview skip_video_preview_on_first_join
            skip_video_preview_if_previous_device mirror_own_webcam fullaudio_bridge transparent_listen_only
            force_restore_presentation_on_new_events multi_user_pen_only presenter_tools multi_user_tools
            initial_selected_tool custom_style custom_style_url prefer_dark_theme hide_presentation_on_join
            show_participants_on_login show_public_chat_on_login hide_nav_bar hide_actions_bar default_layout
            hide_notifications hide_controls auto_swap_layout hide_presentation
            """;

    @TestFactory
    Stream<DynamicTest> everyCallTakesWhatItsDocumentsName() {
        return ApiCall.values().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(),
                        () -> assertThat(known(call))
                                .containsExactlyEntriesOf(
                                        documented(Objects.requireNonNull(CALLS.get(call.toString()))))));
    }

    @Test
    void everyFeatureThatCanBeDisabledIsAConstant() throws IllegalAccessException {
        assertThat(constants(DisabledFeature.class)).containsExactlyInAnyOrder(words(DISABLED_FEATURES));
    }

    @Test
    void everySwitchOfTheClientIsAConstant() throws IllegalAccessException {
        assertThat(constants(ClientSetting.class))
                .containsExactlyInAnyOrder(Stream.of(words(CLIENT_SETTINGS))
                        .map(word -> "bbb_" + word)
                        .toArray(String[]::new));
    }

    @Test
    void otherOpenSetsHaveTheDocumentedWords() throws IllegalAccessException {
        assertThat(constants(GuestPolicy.class))
                .contains("ALWAYS_ACCEPT", "ALWAYS_DENY", "ASK_MODERATOR", "ALWAYS_ACCEPT_AUTH");
        assertThat(constants(MeetingLayout.class))
                .contains("CUSTOM_LAYOUT", "SMART_LAYOUT", "PRESENTATION_FOCUS", "VIDEO_FOCUS", "CAMERAS_ONLY")
                .contains("PRESENTATION_ONLY", "PARTICIPANTS_AND_CHAT_ONLY", "MEDIA_ONLY", "UNIFIED_LAYOUT");
        assertThat(constants(PresenterPolicy.class))
                .containsExactlyInAnyOrder("moderatorOnly", "requireApproval", "freeForAll");
        assertThat(constants(MediaBridge.class)).containsExactlyInAnyOrder("bbb-webrtc-sfu", "livekit", "freeswitch");
        assertThat(constants(NotesEditor.class)).containsExactlyInAnyOrder("blockNote", "etherpad");
        assertThat(constants(Role.class)).containsExactlyInAnyOrder("MODERATOR", "VIEWER");
        assertThat(constants(RecordingState.class))
                .containsExactlyInAnyOrder("processing", "processed", "published", "unpublished", "deleted", "any");
        assertThat(constants(TextTrackKind.class)).containsExactlyInAnyOrder("subtitles", "captions");
    }

    private static Map<String, String> known(ApiCall call) {
        Map<String, String> known = new TreeMap<>();
        for (Parameter row : Parameter.values()) {
            if (row.calls().contains(call) && row != Parameter.CHECKSUM) {
                known.put(row.wireName(), facts(row, call));
            }
        }
        return known;
    }

    private static String facts(Parameter row, ApiCall call) {
        List<String> facts = new ArrayList<>();
        facts.add(row.requiredBy().contains(call) ? "!" : "");
        facts.add(row.since() == null ? "" : "+" + row.since());
        facts.add(row.deprecated() == null ? "" : "~" + row.deprecated());
        facts.add(row.gone() == null ? "" : "-" + row.gone());
        facts.removeIf(String::isEmpty);
        return String.join(" ", facts);
    }

    private static Map<String, String> documented(String list) {
        Map<String, String> documented = new TreeMap<>();
        for (String row : list.split("[|\\n]", -1)) {
            String[] words = row.strip().split(" ", 2);
            documented.put(words[0], words.length < 2 ? "" : words[1]);
        }
        documented.remove("");
        return documented;
    }

    private static List<String> constants(Class<?> set) throws IllegalAccessException {
        List<String> texts = new ArrayList<>();
        for (Field field : set.getFields()) {
            if (field.getType() == set) {
                texts.add(String.valueOf(field.get(null)));
            }
        }
        return texts;
    }

    private static String[] words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }
}
