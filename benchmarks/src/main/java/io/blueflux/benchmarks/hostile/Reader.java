// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.hostile;

import io.blueflux.AnswerLimits;
import io.blueflux.SharedSecret;
import io.blueflux.answer.AnswerContext;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.answer.MeetingDecoders;
import io.blueflux.answer.RecordingDecoders;
import io.blueflux.answer.TextTrackDecoders;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.MeetingFields;
import io.blueflux.parameter.Blotter;
import io.blueflux.parameter.RequestParameters;
import java.util.function.Supplier;

/** What reads an answer. */
enum Reader {
    MEETINGS(() -> MeetingDecoders.getMeetings(Reader.context())),
    COUNTERS(() -> MeetingDecoders.getMeetings(Reader.context(), MeetingFields.COUNTERS)),
    SHORT_TEXTS(() -> MeetingDecoders.getMeetings(Reader.context(AnswerLimits.DEFAULT.withTextLength(Reader.SHORT)))),
    RECORDINGS(() -> RecordingDecoders.getRecordings(Reader.context())),
    TEXT_TRACKS(() -> TextTrackDecoders.getRecordingTextTracks(Reader.context()));

    /** How many characters {@link #SHORT_TEXTS} may have. */
    static final int SHORT = 1_000;

    @SuppressWarnings("ImmutableEnumChecker") // it makes a new decoder each time
    private final Supplier<ChunkDecoder<?>> decoders;

    Reader(Supplier<ChunkDecoder<?>> decoders) {
        this.decoders = decoders;
    }

    /**
     * What came of an answer.
     *
     * @param bytes how many were fed
     * @param word the limit that was passed, or what else ended it
     */
    record Outcome(long bytes, String word) {}

    Outcome read(byte[] body, int chunk) {
        ChunkDecoder<?> decoder = decoders.get();
        int fed = 0;
        try {
            while (fed < body.length) {
                int count = Math.min(chunk, body.length - fed);
                fed += count;
                decoder.decode(body, fed - count, count, value -> {});
            }
            decoder.finish(value -> {});
            return new Outcome(fed, "read");
        } catch (LimitExceededException e) {
            return new Outcome(fed, e.limit());
        } catch (BbbException e) {
            return new Outcome(fed, e.getClass().getSimpleName().replace("Exception", ""));
        }
    }

    private static AnswerContext context() {
        return context(AnswerLimits.DEFAULT);
    }

    private static AnswerContext context(AnswerLimits limits) {
        return new AnswerContext(
                new CallSite("benchmark", "call"),
                200,
                limits,
                Blotter.of(SharedSecret.of("benchmark"), RequestParameters.NONE));
    }
}
