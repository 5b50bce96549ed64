// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.API_URL;
import static io.blueflux.xml.ElementName.API_VERSION;
import static io.blueflux.xml.ElementName.AUTH_TOKEN;
import static io.blueflux.xml.ElementName.BBB_VERSION;
import static io.blueflux.xml.ElementName.BUILD;
import static io.blueflux.xml.ElementName.CALLBACK_URL;
import static io.blueflux.xml.ElementName.DELETED;
import static io.blueflux.xml.ElementName.EVENT_ID;
import static io.blueflux.xml.ElementName.GRAPHQL_API_URL;
import static io.blueflux.xml.ElementName.GRAPHQL_WEBSOCKET_URL;
import static io.blueflux.xml.ElementName.GUEST_STATUS;
import static io.blueflux.xml.ElementName.HOOK;
import static io.blueflux.xml.ElementName.HOOKS;
import static io.blueflux.xml.ElementName.HOOK_ID;
import static io.blueflux.xml.ElementName.HTML5_PLUGIN_SDK_VERSION;
import static io.blueflux.xml.ElementName.INFO;
import static io.blueflux.xml.ElementName.INNER_MEETING_ID;
import static io.blueflux.xml.ElementName.INNER_USER_ID;
import static io.blueflux.xml.ElementName.MEETING;
import static io.blueflux.xml.ElementName.MEETINGS;
import static io.blueflux.xml.ElementName.MEETING_ID;
import static io.blueflux.xml.ElementName.MEETING_NAME;
import static io.blueflux.xml.ElementName.PERMANENT_HOOK;
import static io.blueflux.xml.ElementName.PUBLISHED;
import static io.blueflux.xml.ElementName.RAW_DATA;
import static io.blueflux.xml.ElementName.RECORDING;
import static io.blueflux.xml.ElementName.RECORDINGS;
import static io.blueflux.xml.ElementName.REMOVED;
import static io.blueflux.xml.ElementName.RUNNING;
import static io.blueflux.xml.ElementName.SESSIONS;
import static io.blueflux.xml.ElementName.SESSION_TOKEN;
import static io.blueflux.xml.ElementName.UPDATED;
import static io.blueflux.xml.ElementName.URL;
import static io.blueflux.xml.ElementName.USER_NAME;
import static io.blueflux.xml.ElementName.VERSION;

import io.blueflux.error.MessageKey;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedHook;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.Element;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.GuestStatus;
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
import io.blueflux.model.Status;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.model.UploadedTextTrack;
import io.blueflux.xml.Names;
import java.util.List;
import java.util.function.BiFunction;

/** The decoders, one a shape of answer. */
public final class Decoders {
    private static final Names NO_NAMES = new Names();
    static final Names VERSION_NAMES = new Names(
            VERSION,
            API_VERSION,
            BBB_VERSION,
            GRAPHQL_WEBSOCKET_URL,
            GRAPHQL_API_URL,
            HTML5_PLUGIN_SDK_VERSION,
            API_URL,
            BUILD,
            INFO);
    private static final Names JOIN_NAMES =
            new Names(INNER_MEETING_ID, INNER_USER_ID, AUTH_TOKEN, SESSION_TOKEN, GUEST_STATUS, URL);
    private static final Names RUNNING_NAMES = new Names(RUNNING);
    private static final Names DELETED_NAMES = new Names(DELETED);
    private static final Names PUBLISHED_NAMES = new Names(PUBLISHED);
    private static final Names UPDATED_NAMES = new Names(UPDATED);
    private static final Names REMOVED_NAMES = new Names(REMOVED);
    private static final Names CREATED_HOOK_NAMES = new Names(HOOK_ID, PERMANENT_HOOK, RAW_DATA);
    private static final Names SESSIONS_NAMES = new Names(SESSIONS);
    private static final Names SESSION_NAMES = new Names(MEETING_ID, MEETING_NAME, USER_NAME);
    private static final Names HOOKS_NAMES = new Names(HOOKS);
    private static final Names HOOK_NAMES =
            new Names(HOOK_ID, CALLBACK_URL, MEETING_ID, EVENT_ID, PERMANENT_HOOK, RAW_DATA);
    private static final Names MEETINGS_NAMES = new Names(MEETINGS);
    private static final Names RECORDINGS_NAMES = new Names(RECORDINGS);

    private Decoders() {}

    /**
     * Decodes the answer of the API's root.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<ApiVersion> version(AnswerContext context) {
        return value(context, VERSION_NAMES, Decoders::version);
    }

    private static ApiVersion version(Status status, TextFields fields) {
        if (fields.isEmpty()) {
            fields.needed(VERSION);
        }
        return new ApiVersion(
                status,
                fields.text(VERSION),
                fields.text(API_VERSION),
                fields.text(BBB_VERSION),
                fields.text(HTML5_PLUGIN_SDK_VERSION),
                new ApiVersion.Urls(
                        fields.text(GRAPHQL_WEBSOCKET_URL), fields.text(GRAPHQL_API_URL), fields.text(API_URL)),
                new ApiVersion.Balancer(fields.text(BUILD), fields.text(INFO)),
                fields.unknownElements());
    }

    /**
     * Decodes the answer of create.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<CreatedMeeting> create(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> {
            CreateHandler fields = new CreateHandler();
            return new ValueAnswer<>(fields, fields::created);
        });
    }

    /**
     * Decodes the answer of join.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<JoinedMeeting> join(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> {
            TextFields fields = new TextFields(JOIN_NAMES);
            return new ValueAnswer<>(fields, status -> joined(context, status, fields));
        });
    }

    private static JoinedMeeting joined(AnswerContext context, Status status, TextFields fields) {
        String guestStatus = fields.text(GUEST_STATUS);
        JoinedMeeting joined = new JoinedMeeting(
                status,
                fields.text(INNER_MEETING_ID),
                fields.text(INNER_USER_ID),
                guestStatus == null ? null : GuestStatus.of(guestStatus),
                fields.text(AUTH_TOKEN),
                fields.text(SESSION_TOKEN),
                fields.text(URL),
                context.cookies(),
                fields.unknownElements());
        if (fields.isEmpty() && !joined.isDenied() && !joined.isWaiting()) {
            fields.needed(SESSION_TOKEN); // who is let in, is let in by something
        }
        return joined;
    }

    /**
     * Decodes the answer of isMeetingRunning.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<MeetingRunning> isMeetingRunning(AnswerContext context) {
        return value(
                context,
                RUNNING_NAMES,
                (status, fields) -> new MeetingRunning(status, fields.flag(RUNNING), fields.unknownElements()));
    }

    /**
     * Decodes the answer of end.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<EndedMeeting> end(AnswerContext context) {
        return value(context, NO_NAMES, (status, fields) -> new EndedMeeting(status, fields.unknownElements()));
    }

    /**
     * Decodes the answer of getMeetingInfo.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<Meeting> getMeetingInfo(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> {
            MeetingHandler fields = new MeetingHandler(MeetingFields.ALL);
            return new ValueAnswer<>(fields, status -> fields.identified());
        });
    }

    /**
     * Decodes the answer of getMeetings.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Meeting> getMeetings(AnswerContext context) {
        return getMeetings(context, MeetingFields.ALL);
    }

    /**
     * Decodes the answer of getMeetings in part.
     *
     * @param context the call
     * @param fields what of each meeting is read
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Meeting> getMeetings(AnswerContext context, MeetingFields fields) {
        return new AnswerDecoder<>(
                context,
                true,
                out -> new ListAnswer<>(
                        MEETINGS_NAMES, MessageKey.NO_MEETINGS, MEETING, () -> new MeetingItemHandler(fields, out)));
    }

    /**
     * Decodes the answer of getSessions.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Session> getSessions(AnswerContext context) {
        return new AnswerDecoder<>(
                context,
                true,
                out -> new ListAnswer<>(
                        SESSIONS_NAMES,
                        MessageKey.NO_SESSIONS,
                        MEETING,
                        () -> new TextItemHandler<>(SESSION_NAMES, Decoders::session, out)));
    }

    private static Session session(TextFields fields) {
        return new Session(
                fields.text(MEETING_ID), fields.text(MEETING_NAME), fields.text(USER_NAME), fields.unknownElements());
    }

    /**
     * Decodes the answer of insertDocument.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<InsertedDocuments> insertDocument(AnswerContext context) {
        return value(context, NO_NAMES, (status, fields) -> new InsertedDocuments(status, fields.unknownElements()));
    }

    /**
     * Decodes the answer of sendChatMessage.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<SentChatMessage> sendChatMessage(AnswerContext context) {
        return value(context, NO_NAMES, (status, fields) -> new SentChatMessage(status, fields.unknownElements()));
    }

    /**
     * Decodes the answer of getRecordings.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Recording> getRecordings(AnswerContext context) {
        return new AnswerDecoder<>(
                context,
                true,
                out -> new ListAnswer<>(
                        RECORDINGS_NAMES, MessageKey.NO_RECORDINGS, RECORDING, () -> new RecordingHandler(out)));
    }

    /**
     * Decodes the answer of publishRecordings.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<PublishedRecordings> publishRecordings(AnswerContext context) {
        return value(context, PUBLISHED_NAMES, Decoders::published);
    }

    /** The server echoes what it was asked for, be it true, false or another word. */
    private static PublishedRecordings published(Status status, TextFields fields) {
        fields.present(PUBLISHED);
        return new PublishedRecordings(status, fields.flagOrNull(PUBLISHED), fields.unknownElements());
    }

    /**
     * Decodes the answer of getRecordings with what it says of all recordings.
     *
     * @param context the call
     * @return a decoder of the list's items, then of the rest
     */
    public static ChunkDecoder<RecordingsPart> getRecordingsParts(AnswerContext context) {
        return new AnswerDecoder<>(context, true, RecordingsAnswer::new);
    }

    /**
     * Decodes the answer of getRecordings, collected.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<RecordingsPage> getRecordingsPage(AnswerContext context) {
        return new PageDecoder(context);
    }

    /**
     * Decodes the answer of deleteRecordings.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<DeletedRecordings> deleteRecordings(AnswerContext context) {
        return value(
                context,
                DELETED_NAMES,
                (status, fields) -> new DeletedRecordings(status, fields.flag(DELETED), fields.unknownElements()));
    }

    /**
     * Decodes the answer of updateRecordings.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<UpdatedRecordings> updateRecordings(AnswerContext context) {
        return value(
                context,
                UPDATED_NAMES,
                (status, fields) -> new UpdatedRecordings(status, fields.flag(UPDATED), fields.unknownElements()));
    }

    /**
     * Decodes the answer of getRecordingTextTracks.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<TextTrack> getRecordingTextTracks(AnswerContext context) {
        return elements(context, TreeValues.TRACKS, TreeValues::textTracks);
    }

    /**
     * Decodes the answer of putRecordingTextTrack.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<UploadedTextTrack> putRecordingTextTrack(AnswerContext context) {
        return elements(
                context,
                TreeValues.UPLOADED,
                (status, content) -> List.of(TreeValues.uploadedTextTrack(status, content)));
    }

    /**
     * Decodes the answer of getJoinUrl.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<JoinUrl> getJoinUrl(AnswerContext context) {
        return elements(
                context, TreeValues.JOIN_URL, (status, content) -> List.of(TreeValues.joinUrl(status, content)));
    }

    /**
     * Decodes the answer of learningDashboard.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<LearningDashboard> learningDashboard(AnswerContext context) {
        return elements(
                context,
                TreeValues.DASHBOARD,
                (status, content) -> List.of(TreeValues.learningDashboard(status, content)));
    }

    /**
     * Decodes the answer of hooks/create.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<CreatedHook> hooksCreate(AnswerContext context) {
        return value(context, CREATED_HOOK_NAMES, Decoders::createdHook);
    }

    private static CreatedHook createdHook(Status status, TextFields fields) {
        return new CreatedHook(
                status,
                fields.needed(HOOK_ID),
                fields.flagOrNull(PERMANENT_HOOK),
                fields.flagOrNull(RAW_DATA),
                fields.unknownElements());
    }

    /**
     * Decodes the answer of hooks/list.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Hook> hooksList(AnswerContext context) {
        return new AnswerDecoder<>(
                context,
                true,
                out -> new ListAnswer<>(
                        HOOKS_NAMES, null, HOOK, () -> new TextItemHandler<>(HOOK_NAMES, Decoders::hook, out)));
    }

    private static Hook hook(TextFields fields) {
        return new Hook(
                fields.text(HOOK_ID),
                fields.text(CALLBACK_URL),
                fields.text(MEETING_ID),
                fields.words(EVENT_ID),
                fields.flagOrNull(PERMANENT_HOOK),
                fields.flagOrNull(RAW_DATA),
                fields.unknownElements());
    }

    /**
     * Decodes the answer of hooks/destroy.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<DestroyedHook> hooksDestroy(AnswerContext context) {
        return value(
                context,
                REMOVED_NAMES,
                (status, fields) -> new DestroyedHook(status, fields.flag(REMOVED), fields.unknownElements()));
    }

    /**
     * Decodes the answer of hooks/ping, which is plain text.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<String> hooksPing(AnswerContext context) {
        return new TextDecoder(context);
    }

    /**
     * Decodes the answer of a call that is known by name only: any root, whole.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<Element> tree(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> new TreeAnswer(true));
    }

    /**
     * Decodes the answer of a call that is made by its name although we know it: any root but that of the version, whole.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<Element> treeOfCall(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> new TreeAnswer(false));
    }

    /** Decodes an envelope alone, whatever is in it. */
    static ChunkDecoder<EndedMeeting> envelope(AnswerContext context) {
        return end(context);
    }

    private static <T> ChunkDecoder<T> value(
            AnswerContext context, Names names, BiFunction<Status, TextFields, T> value) {
        return new AnswerDecoder<>(context, false, out -> {
            TextFields fields = new TextFields(names);
            return new ValueAnswer<>(fields, status -> value.apply(status, fields));
        });
    }

    private static <T> ChunkDecoder<T> elements(
            AnswerContext context, Names names, BiFunction<Status, List<Element>, List<T>> values) {
        return new AnswerDecoder<>(context, false, out -> new ElementsAnswer<>(names, values));
    }
}
