// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.ApiCall;
import io.blueflux.answer.HookDecoders;
import io.blueflux.answer.MeetingDecoders;
import io.blueflux.answer.RecordingDecoders;
import io.blueflux.answer.RecordingsPart;
import io.blueflux.answer.RootDecoders;
import io.blueflux.answer.TextTrackDecoders;
import io.blueflux.answer.TreeDecoders;
import io.blueflux.answer.UserDecoders;
import io.blueflux.endpoint.Endpoint.Effect;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedHook;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.Element;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Hook;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.JoinUrl;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.LearningDashboard;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.PublishedRecordings;
import io.blueflux.model.Recording;
import io.blueflux.model.RecordingsPage;
import io.blueflux.model.SentChatMessage;
import io.blueflux.model.Session;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.model.UploadedTextTrack;

/** The catalogue of the calls. Each call that {@link ApiCall} lists has a row of the same name here. */
public final class Endpoints {
    /** The API's root. */
    public static final Endpoint<ApiVersion> VERSION =
            new Endpoint<>(ApiCall.VERSION, Effect.READS, RootDecoders::version, new RootRedirect());
    /** create. */
    public static final Endpoint<CreatedMeeting> CREATE =
            new Endpoint<>(ApiCall.CREATE, Effect.CHANGES, MeetingDecoders::create);
    /** join, answered. */
    public static final Endpoint<JoinedMeeting> JOIN =
            new Endpoint<>(ApiCall.JOIN, Effect.CHANGES, UserDecoders::join, new JoinRedirect());
    /** isMeetingRunning. */
    public static final Endpoint<MeetingRunning> IS_MEETING_RUNNING =
            new Endpoint<>(ApiCall.IS_MEETING_RUNNING, Effect.READS, MeetingDecoders::isMeetingRunning);
    /** end. */
    public static final Endpoint<EndedMeeting> END =
            new Endpoint<>(ApiCall.END, Effect.CHANGES_ONCE, MeetingDecoders::end);
    /** getMeetings. */
    public static final Endpoint<Meeting> GET_MEETINGS =
            new Endpoint<>(ApiCall.GET_MEETINGS, Effect.READS, MeetingDecoders::getMeetings);
    /** getMeetingInfo. */
    public static final Endpoint<Meeting> GET_MEETING_INFO =
            new Endpoint<>(ApiCall.GET_MEETING_INFO, Effect.READS, MeetingDecoders::getMeetingInfo);
    /** getRecordings. */
    public static final Endpoint<Recording> GET_RECORDINGS =
            new Endpoint<>(ApiCall.GET_RECORDINGS, Effect.READS, RecordingDecoders::getRecordings);
    /** getRecordings, collected, with what is said of all recordings. */
    public static final Endpoint<RecordingsPage> GET_RECORDINGS_PAGE =
            new Endpoint<>(ApiCall.GET_RECORDINGS, Effect.READS, RecordingDecoders::getRecordingsPage);
    /** getRecordings with what is said of all recordings. */
    public static final Endpoint<RecordingsPart> GET_RECORDINGS_PARTS =
            new Endpoint<>(ApiCall.GET_RECORDINGS, Effect.READS, RecordingDecoders::getRecordingsParts);
    /** deleteRecordings. */
    public static final Endpoint<DeletedRecordings> DELETE_RECORDINGS =
            new Endpoint<>(ApiCall.DELETE_RECORDINGS, Effect.CHANGES_ONCE, RecordingDecoders::deleteRecordings);
    /** getSessions. */
    public static final Endpoint<Session> GET_SESSIONS =
            new Endpoint<>(ApiCall.GET_SESSIONS, Effect.READS, UserDecoders::getSessions);
    /** insertDocument. */
    public static final Endpoint<InsertedDocuments> INSERT_DOCUMENT =
            new Endpoint<>(ApiCall.INSERT_DOCUMENT, Effect.CHANGES, MeetingDecoders::insertDocument);
    /** sendChatMessage. */
    public static final Endpoint<SentChatMessage> SEND_CHAT_MESSAGE =
            new Endpoint<>(ApiCall.SEND_CHAT_MESSAGE, Effect.CHANGES, MeetingDecoders::sendChatMessage);
    /** publishRecordings. */
    public static final Endpoint<PublishedRecordings> PUBLISH_RECORDINGS =
            new Endpoint<>(ApiCall.PUBLISH_RECORDINGS, Effect.CHANGES_ONCE, RecordingDecoders::publishRecordings);
    /** updateRecordings. */
    public static final Endpoint<UpdatedRecordings> UPDATE_RECORDINGS =
            new Endpoint<>(ApiCall.UPDATE_RECORDINGS, Effect.CHANGES_ONCE, RecordingDecoders::updateRecordings);
    /** getRecordingTextTracks. */
    public static final Endpoint<TextTrack> GET_RECORDING_TEXT_TRACKS =
            new Endpoint<>(ApiCall.GET_RECORDING_TEXT_TRACKS, Effect.READS, TextTrackDecoders::getRecordingTextTracks);
    /** putRecordingTextTrack. */
    public static final Endpoint<UploadedTextTrack> PUT_RECORDING_TEXT_TRACK =
            new Endpoint<>(ApiCall.PUT_RECORDING_TEXT_TRACK, Effect.CHANGES, TextTrackDecoders::putRecordingTextTrack);
    /** getJoinUrl. */
    public static final Endpoint<JoinUrl> GET_JOIN_URL =
            new Endpoint<>(ApiCall.GET_JOIN_URL, Effect.CHANGES, UserDecoders::getJoinUrl);
    /** learningDashboard. */
    public static final Endpoint<LearningDashboard> LEARNING_DASHBOARD =
            new Endpoint<>(ApiCall.LEARNING_DASHBOARD, Effect.READS, UserDecoders::learningDashboard);
    /** hooks/create. */
    public static final Endpoint<CreatedHook> HOOKS_CREATE =
            new Endpoint<>(ApiCall.HOOKS_CREATE, Effect.CHANGES_ONCE, HookDecoders::hooksCreate);
    /** hooks/list. */
    public static final Endpoint<Hook> HOOKS_LIST =
            new Endpoint<>(ApiCall.HOOKS_LIST, Effect.READS, HookDecoders::hooksList);
    /** hooks/destroy. */
    public static final Endpoint<DestroyedHook> HOOKS_DESTROY =
            new Endpoint<>(ApiCall.HOOKS_DESTROY, Effect.CHANGES_ONCE, HookDecoders::hooksDestroy);
    /** hooks/ping. */
    public static final Endpoint<String> HOOKS_PING =
            new Endpoint<>(ApiCall.HOOKS_PING, Effect.READS, HookDecoders::hooksPing);

    private static final Endpoint<Meeting> GET_MEETING_COUNTERS = new Endpoint<>(
            ApiCall.GET_MEETINGS,
            Effect.READS,
            context -> MeetingDecoders.getMeetings(context, MeetingFields.COUNTERS));

    private static final Endpoint<Meeting> GET_MEETING_COUNTERS_AND_METADATA = new Endpoint<>(
            ApiCall.GET_MEETINGS,
            Effect.READS,
            context -> MeetingDecoders.getMeetings(context, MeetingFields.COUNTERS_AND_METADATA));

    private Endpoints() {}

    /**
     * Returns the row of getMeetings that reads a part of each meeting.
     *
     * @param fields which part
     * @return its row
     */
    public static Endpoint<Meeting> getMeetings(MeetingFields fields) {
        return switch (fields) {
            case ALL -> GET_MEETINGS;
            case COUNTERS -> GET_MEETING_COUNTERS;
            case COUNTERS_AND_METADATA -> GET_MEETING_COUNTERS_AND_METADATA;
        };
    }

    /**
     * Makes the row of a call that is made by its name: it is never repeated, and its answer is any tree.
     *
     * @param call the call
     * @return its row
     */
    public static Endpoint<Element> unknown(ApiCall call) {
        boolean known = ApiCall.values().contains(call) && !call.equals(ApiCall.VERSION);
        return new Endpoint<>(call, Effect.CHANGES, known ? TreeDecoders::treeOfCall : TreeDecoders::tree);
    }
}
