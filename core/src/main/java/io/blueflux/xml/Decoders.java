// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static io.blueflux.xml.ElementName.API_VERSION;
import static io.blueflux.xml.ElementName.AUTH_TOKEN;
import static io.blueflux.xml.ElementName.BBB_VERSION;
import static io.blueflux.xml.ElementName.DELETED;
import static io.blueflux.xml.ElementName.GUEST_STATUS;
import static io.blueflux.xml.ElementName.INNER_MEETING_ID;
import static io.blueflux.xml.ElementName.INNER_USER_ID;
import static io.blueflux.xml.ElementName.MEETING;
import static io.blueflux.xml.ElementName.MEETINGS;
import static io.blueflux.xml.ElementName.RECORDING;
import static io.blueflux.xml.ElementName.RECORDINGS;
import static io.blueflux.xml.ElementName.RUNNING;
import static io.blueflux.xml.ElementName.SESSION_TOKEN;
import static io.blueflux.xml.ElementName.URL;
import static io.blueflux.xml.ElementName.VERSION;

import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.GuestStatus;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import java.util.function.Supplier;

/** The decoders, one a shape of answer. */
public final class Decoders {
    private static final Names NO_NAMES = new Names();
    private static final Names VERSION_NAMES = new Names(VERSION, API_VERSION, BBB_VERSION);
    private static final Names JOIN_NAMES =
            new Names(INNER_MEETING_ID, INNER_USER_ID, AUTH_TOKEN, SESSION_TOKEN, GUEST_STATUS, URL);
    private static final Names RUNNING_NAMES = new Names(RUNNING);
    private static final Names DELETED_NAMES = new Names(DELETED);
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
        return new AnswerDecoder<>(context, false, out -> {
            TextFields fields = new TextFields(VERSION_NAMES);
            return new ValueAnswer<>(
                    fields,
                    status -> new ApiVersion(
                            status,
                            fields.text(VERSION),
                            fields.text(API_VERSION),
                            fields.text(BBB_VERSION),
                            fields.unknownElements()));
        });
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
            return new ValueAnswer<>(fields, status -> {
                String guestStatus = fields.text(GUEST_STATUS);
                return new JoinedMeeting(
                        status,
                        fields.text(INNER_MEETING_ID),
                        fields.text(INNER_USER_ID),
                        guestStatus == null ? null : GuestStatus.of(guestStatus),
                        fields.text(AUTH_TOKEN),
                        fields.text(SESSION_TOKEN),
                        fields.text(URL),
                        context.cookies(),
                        fields.unknownElements());
            });
        });
    }

    /**
     * Decodes the answer of isMeetingRunning.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<MeetingRunning> isMeetingRunning(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> {
            TextFields fields = new TextFields(RUNNING_NAMES);
            return new ValueAnswer<>(
                    fields, status -> new MeetingRunning(status, fields.flag(RUNNING), fields.unknownElements()));
        });
    }

    /**
     * Decodes the answer of end.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<EndedMeeting> end(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> {
            TextFields fields = new TextFields(NO_NAMES);
            return new ValueAnswer<>(fields, status -> new EndedMeeting(status, fields.unknownElements()));
        });
    }

    /**
     * Decodes the answer of getMeetingInfo.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<Meeting> getMeetingInfo(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> {
            MeetingHandler fields = new MeetingHandler();
            return new ValueAnswer<>(fields, status -> fields.meeting());
        });
    }

    /**
     * Decodes the answer of getMeetings.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Meeting> getMeetings(AnswerContext context) {
        return new AnswerDecoder<>(
                context, true, out -> list(MEETINGS_NAMES, MEETING, () -> new MeetingItemHandler(out)));
    }

    /**
     * Decodes the answer of getRecordings.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Recording> getRecordings(AnswerContext context) {
        return new AnswerDecoder<>(
                context, true, out -> list(RECORDINGS_NAMES, RECORDING, () -> new RecordingHandler(out)));
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
     * Decodes the answer of deleteRecordings.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<DeletedRecordings> deleteRecordings(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> {
            TextFields fields = new TextFields(DELETED_NAMES);
            return new ValueAnswer<>(
                    fields, status -> new DeletedRecordings(status, fields.flag(DELETED), fields.unknownElements()));
        });
    }

    /** Decodes an envelope alone, whatever is in it. */
    static ChunkDecoder<EndedMeeting> envelope(AnswerContext context) {
        return end(context);
    }

    private static <T> Answer<T> list(Names names, ElementName itemName, Supplier<Handler> items) {
        return new ListAnswer<>(names, itemName, items);
    }
}
