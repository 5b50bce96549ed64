// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.MeetingsBody;
import java.util.List;
import java.util.function.DoubleFunction;

/** The full parse beside what the same bytes cost in the parser alone. */
final class TokensGate implements Gate {
    private final DoubleFunction<Figure> figure;
    private final int meetings;
    private final int attendees;

    TokensGate(DoubleFunction<Figure> figure, int meetings, int attendees) {
        this.figure = figure;
        this.meetings = meetings;
        this.attendees = attendees;
    }

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        byte[] body = MeetingsBody.of(meetings, attendees);
        Variants.checkEqual(StreamingParse.meetings(body, StreamingParse.CHUNK), WoodstoxMeetings.meetings(body));
        Paired paired = Paired.ofThread()
                .add(() -> BareTokens.count(body, StreamingParse.CHUNK))
                .add(() -> StreamingParse.meetings(body, StreamingParse.CHUNK))
                .run(pace);
        return List.of(figure.apply(paired.ratio(1, 0)));
    }
}
