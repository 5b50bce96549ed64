// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.AnswerLimits;
import io.blueflux.SharedSecret;
import io.blueflux.answer.AnswerContext;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.answer.MeetingDecoders;
import io.blueflux.answer.RecordingDecoders;
import io.blueflux.error.CallSite;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.model.Recording;
import io.blueflux.parameter.Blotter;
import io.blueflux.parameter.RequestParameters;
import java.util.ArrayList;
import java.util.List;

/** Blueflux: bytes to the public model, chunk by chunk. */
public final class StreamingParse {
    /** How many bytes are fed at a time where the size of chunks is not the question. */
    public static final int CHUNK = 16 << 10;

    private static final AnswerContext CONTEXT = new AnswerContext(
            new CallSite("benchmark", "getMeetings"),
            200,
            AnswerLimits.DEFAULT,
            Blotter.of(SharedSecret.of("benchmark"), RequestParameters.NONE));

    private StreamingParse() {}

    /**
     * Reads an answer to getMeetings.
     *
     * @param body the answer
     * @param chunk how many bytes are fed at a time
     * @return the meetings
     */
    public static List<Meeting> meetings(byte[] body, int chunk) {
        return items(meetingsDecoder(), body, chunk);
    }

    /**
     * Reads an answer to getMeetings for its counters.
     *
     * @param body the answer
     * @param chunk how many bytes are fed at a time
     * @return the meetings
     */
    public static List<Meeting> counters(byte[] body, int chunk) {
        return items(MeetingDecoders.getMeetings(CONTEXT, MeetingFields.COUNTERS), body, chunk);
    }

    /**
     * Reads an answer to getMeetings for its counters and metadata.
     *
     * @param body the answer
     * @param chunk how many bytes are fed at a time
     * @return the meetings
     */
    public static List<Meeting> countersAndMetadata(byte[] body, int chunk) {
        return items(MeetingDecoders.getMeetings(CONTEXT, MeetingFields.COUNTERS_AND_METADATA), body, chunk);
    }

    /**
     * Reads an answer to getRecordings.
     *
     * @param body the answer
     * @param chunk how many bytes are fed at a time
     * @return the recordings
     */
    public static List<Recording> recordings(byte[] body, int chunk) {
        return items(RecordingDecoders.getRecordings(CONTEXT), body, chunk);
    }

    /**
     * Makes what reads one answer to getMeetings.
     *
     * @return the decoder
     */
    public static ChunkDecoder<Meeting> meetingsDecoder() {
        return MeetingDecoders.getMeetings(CONTEXT);
    }

    private static <T> List<T> items(ChunkDecoder<T> decoder, byte[] body, int chunk) {
        List<T> items = new ArrayList<>();
        for (int offset = 0; offset < body.length; offset += chunk) {
            decoder.decode(body, offset, Math.min(chunk, body.length - offset), items::add);
        }
        decoder.finish(items::add);
        return items;
    }
}
