// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.MeetingsBody;
import java.util.List;

/** The full parse beside what the same bytes cost in the parser alone. */
final class TokensGate implements Gate {
    private final Bar bar;
    private final int meetings;
    private final int attendees;

    TokensGate(Bar bar, int meetings, int attendees) {
        this.bar = bar;
        this.meetings = meetings;
        this.attendees = attendees;
    }

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        byte[] body = MeetingsBody.of(meetings, attendees);
        Variants.checkEqual(BareTokens.count(body, StreamingParse.CHUNK), DomByTag.count(body));
        Variants.checkEqual(StreamingParse.meetings(body, StreamingParse.CHUNK), DomByTag.meetings(body));
        Paired paired = Paired.ofThread()
                .add(() -> BareTokens.count(body, StreamingParse.CHUNK))
                .add(() -> StreamingParse.meetings(body, StreamingParse.CHUNK))
                .run(pace);
        return List.of(Figure.of(bar, paired.ratio(1, 0)));
    }
}
