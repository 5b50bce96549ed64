// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.DELETED;
import static io.blueflux.xml.ElementName.PUBLISHED;
import static io.blueflux.xml.ElementName.RECORDING;
import static io.blueflux.xml.ElementName.RECORDINGS;
import static io.blueflux.xml.ElementName.UPDATED;

import io.blueflux.error.MessageKey;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.PublishedRecordings;
import io.blueflux.model.Recording;
import io.blueflux.model.RecordingsPage;
import io.blueflux.model.Status;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.xml.Names;

/** The decoders of the calls about recordings. */
public final class RecordingDecoders {
    private static final Names RECORDINGS_NAMES = new Names(RECORDINGS);
    private static final Names PUBLISHED_NAMES = new Names(PUBLISHED);
    private static final Names DELETED_NAMES = new Names(DELETED);
    private static final Names UPDATED_NAMES = new Names(UPDATED);

    private RecordingDecoders() {}

    /**
     * Decodes the answer of getRecordings.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Recording> getRecordings(AnswerContext context) {
        return Shapes.list(
                context,
                out -> new ListAnswer<>(
                        RECORDINGS_NAMES, MessageKey.NO_RECORDINGS, RECORDING, () -> new RecordingHandler(out)));
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
     * Decodes the answer of publishRecordings.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<PublishedRecordings> publishRecordings(AnswerContext context) {
        return Shapes.value(context, PUBLISHED_NAMES, RecordingDecoders::published);
    }

    private static PublishedRecordings published(Status status, TextFields fields) {
        fields.present(PUBLISHED);
        return new PublishedRecordings(status, fields.flagOrNull(PUBLISHED), fields.unknownElements());
    }

    /**
     * Decodes the answer of deleteRecordings.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<DeletedRecordings> deleteRecordings(AnswerContext context) {
        return Shapes.value(
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
        return Shapes.value(
                context,
                UPDATED_NAMES,
                (status, fields) -> new UpdatedRecordings(status, fields.flag(UPDATED), fields.unknownElements()));
    }
}
