// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.model.Meeting;
import java.util.List;

/** The counters, with metadata and without, beside what the same bytes cost in the parser alone and read in full. */
final class CountersGate implements Gate {
    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        byte[] body = MeetingsBody.of(500, 20);
        Variants.checkEqual(
                counted(StreamingParse.counters(body, StreamingParse.CHUNK)), counted(WoodstoxMeetings.meetings(body)));
        Paired paired = Paired.ofThread()
                .add(() -> BareTokens.count(body, StreamingParse.CHUNK))
                .add(() -> StreamingParse.counters(body, StreamingParse.CHUNK))
                .add(() -> StreamingParse.countersAndMetadata(body, StreamingParse.CHUNK))
                .add(() -> StreamingParse.meetings(body, StreamingParse.CHUNK))
                .run(pace);
        return List.of(
                Figure.of(Bar.P6_COUNTERS, paired.ratio(1, 0)),
                Figure.free("Counters and metadata ÷ counters, large", paired.ratio(2, 1), "×"),
                Figure.free("Counters and metadata ÷ full parse, large", paired.ratio(2, 3), "×"));
    }

    /** Returns what the projection keeps of each meeting. */
    static List<List<Object>> counted(List<Meeting> meetings) {
        return meetings.stream().map(CountersGate::counted).toList();
    }

    private static List<Object> counted(Meeting meeting) {
        return List.of(String.valueOf(meeting.meetingId()), meeting.times(), meeting.state(), meeting.counts());
    }
}
