// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.MEETING;
import static io.blueflux.xml.ElementName.MEETINGS;
import static io.blueflux.xml.ElementName.RUNNING;

import io.blueflux.error.MessageKey;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.SentChatMessage;
import io.blueflux.xml.Names;

/** The decoders of the calls about meetings. */
public final class MeetingDecoders {
    private static final Names RUNNING_NAMES = new Names(RUNNING);
    private static final Names MEETINGS_NAMES = new Names(MEETINGS);

    private MeetingDecoders() {}

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
     * Decodes the answer of isMeetingRunning.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<MeetingRunning> isMeetingRunning(AnswerContext context) {
        return Shapes.value(
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
        return Shapes.value(
                context, Shapes.NO_NAMES, (status, fields) -> new EndedMeeting(status, fields.unknownElements()));
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
        return Shapes.list(
                context,
                out -> new ListAnswer<>(
                        MEETINGS_NAMES, MessageKey.NO_MEETINGS, MEETING, () -> new MeetingItemHandler(fields, out)));
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
     * Decodes the answer of insertDocument.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<InsertedDocuments> insertDocument(AnswerContext context) {
        return Shapes.value(
                context, Shapes.NO_NAMES, (status, fields) -> new InsertedDocuments(status, fields.unknownElements()));
    }

    /**
     * Decodes the answer of sendChatMessage.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<SentChatMessage> sendChatMessage(AnswerContext context) {
        return Shapes.value(
                context, Shapes.NO_NAMES, (status, fields) -> new SentChatMessage(status, fields.unknownElements()));
    }
}
