// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A feature that can be taken away from a meeting. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record DisabledFeature(String text) {
    /** The public chat. */
    public static final DisabledFeature CHAT = new DisabledFeature("chat");

    /** Chats of two. */
    public static final DisabledFeature PRIVATE_CHAT = new DisabledFeature("privateChat");

    /** Deleting messages; BBB 3.0. */
    public static final DisabledFeature DELETE_CHAT_MESSAGE = new DisabledFeature("deleteChatMessage");

    /** Editing messages; BBB 3.0. */
    public static final DisabledFeature EDIT_CHAT_MESSAGE = new DisabledFeature("editChatMessage");

    /** Replying to a message; BBB 3.0. */
    public static final DisabledFeature REPLY_CHAT_MESSAGE = new DisabledFeature("replyChatMessage");

    /** Reactions to messages; BBB 3.0. */
    public static final DisabledFeature CHAT_MESSAGE_REACTIONS = new DisabledFeature("chatMessageReactions");

    /** Choosing emoji; BBB 3.0. */
    public static final DisabledFeature CHAT_EMOJI_PICKER = new DisabledFeature("chatEmojiPicker");

    /** Pinning messages; BBB 4.0. */
    public static final DisabledFeature PIN_CHAT_MESSAGE = new DisabledFeature("pinChatMessage");

    /** Slides. */
    public static final DisabledFeature PRESENTATION = new DisabledFeature("presentation");

    /** Downloading slides with drawings. */
    public static final DisabledFeature DOWNLOAD_PRESENTATION_WITH_ANNOTATIONS =
            new DisabledFeature("downloadPresentationWithAnnotations");

    /** Downloading slides as PDF. */
    public static final DisabledFeature DOWNLOAD_PRESENTATION_CONVERTED_TO_PDF =
            new DisabledFeature("downloadPresentationConvertedToPdf");

    /** Downloading slides as uploaded. */
    public static final DisabledFeature DOWNLOAD_PRESENTATION_ORIGINAL_FILE =
            new DisabledFeature("downloadPresentationOriginalFile");

    /** Pictures of a slide. */
    public static final DisabledFeature SNAPSHOT_OF_CURRENT_SLIDE = new DisabledFeature("snapshotOfCurrentSlide");

    /** The endless whiteboard; BBB 3.0. */
    public static final DisabledFeature INFINITE_WHITEBOARD = new DisabledFeature("infiniteWhiteboard");

    /** Breakout rooms. */
    public static final DisabledFeature BREAKOUT_ROOMS = new DisabledFeature("breakoutRooms");

    /** Taking over the slides of breakout rooms. */
    public static final DisabledFeature IMPORT_PRESENTATION_WITH_ANNOTATIONS_FROM_BREAKOUT_ROOMS =
            new DisabledFeature("importPresentationWithAnnotationsFromBreakoutRooms");

    /** Taking over the notes of breakout rooms. */
    public static final DisabledFeature IMPORT_SHARED_NOTES_FROM_BREAKOUT_ROOMS =
            new DisabledFeature("importSharedNotesFromBreakoutRooms");

    /** Sharing a screen. */
    public static final DisabledFeature SCREENSHARE = new DisabledFeature("screenshare");

    /** Showing a camera as content. */
    public static final DisabledFeature CAMERA_AS_CONTENT = new DisabledFeature("cameraAsContent");

    /** Virtual backgrounds. */
    public static final DisabledFeature VIRTUAL_BACKGROUNDS = new DisabledFeature("virtualBackgrounds");

    /** Virtual backgrounds of the user. */
    public static final DisabledFeature CUSTOM_VIRTUAL_BACKGROUNDS = new DisabledFeature("customVirtualBackgrounds");

    /** Live transcription. */
    public static final DisabledFeature LIVE_TRANSCRIPTION = new DisabledFeature("liveTranscription");

    /** Captions. */
    public static final DisabledFeature CAPTIONS = new DisabledFeature("captions");

    /** Polls. */
    public static final DisabledFeature POLLS = new DisabledFeature("polls");

    /** Quizzes; BBB 3.0. */
    public static final DisabledFeature QUIZZES = new DisabledFeature("quizzes");

    /** Raising a hand; BBB 3.0. */
    public static final DisabledFeature RAISE_HAND = new DisabledFeature("raiseHand");

    /** Reactions of users; BBB 3.0. */
    public static final DisabledFeature USER_REACTIONS = new DisabledFeature("userReactions");

    /** Videos of other sites. */
    public static final DisabledFeature EXTERNAL_VIDEOS = new DisabledFeature("externalVideos");

    /** Timer and stopwatch. */
    public static final DisabledFeature TIMER = new DisabledFeature("timer");

    /** Shared notes. */
    public static final DisabledFeature SHARED_NOTES = new DisabledFeature("sharedNotes");

    /** The learning dashboard. */
    public static final DisabledFeature LEARNING_DASHBOARD = new DisabledFeature("learningDashboard");

    /** Downloading the data of the learning dashboard. */
    public static final DisabledFeature LEARNING_DASHBOARD_DOWNLOAD_SESSION_DATA =
            new DisabledFeature("learningDashboardDownloadSessionData");

    /** Client plugins; BBB 3.0. */
    public static final DisabledFeature PLUGINS = new DisabledFeature("plugins");

    /** Choosing a layout; gone in BBB 4.0. */
    public static final DisabledFeature LAYOUTS = new DisabledFeature("layouts");

    /** The multi-functional mode. */
    public static final DisabledFeature MULTI_FUNCTIONAL_MODE = new DisabledFeature("multiFunctionalMode");

    /** The grid of cameras. */
    public static final DisabledFeature WEBCAM_GRID = new DisabledFeature("webcamGrid");

    /** The lock settings; BBB 4.0. */
    public static final DisabledFeature LOCK_SETTINGS = new DisabledFeature("lockSettings");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public DisabledFeature {
        Objects.requireNonNull(text, "text");
        OpenWord.check("DisabledFeature", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DisabledFeature of(String text) {
        Objects.requireNonNull(text, "text");
        return new DisabledFeature(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
