// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks;

import io.blueflux.AnswerLimits;
import io.blueflux.SharedSecret;
import io.blueflux.error.CallSite;
import io.blueflux.model.Meeting;
import io.blueflux.request.Blotter;
import io.blueflux.request.RequestParameters;
import io.blueflux.xml.AnswerContext;
import io.blueflux.xml.ChunkDecoder;
import io.blueflux.xml.Decoders;
import java.util.ArrayList;
import java.util.List;

/** Blueflux: bytes to the public model, chunk by chunk. */
final class StreamingParse {
    private static final AnswerContext CONTEXT = new AnswerContext(
            new CallSite("benchmark", "getMeetings"),
            200,
            AnswerLimits.DEFAULT,
            Blotter.of(SharedSecret.of("benchmark"), RequestParameters.NONE));

    private StreamingParse() {}

    static List<Meeting> meetings(byte[] body, int chunk) {
        List<Meeting> meetings = new ArrayList<>();
        ChunkDecoder<Meeting> decoder = Decoders.getMeetings(CONTEXT);
        for (int offset = 0; offset < body.length; offset += chunk) {
            decoder.decode(body, offset, Math.min(chunk, body.length - offset), meetings::add);
        }
        decoder.finish(meetings::add);
        return meetings;
    }
}
