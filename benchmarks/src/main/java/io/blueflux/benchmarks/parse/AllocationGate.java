// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Allocation;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.input.MeetingsBody;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the parse allocates. */
final class AllocationGate implements Gate {
    private static final int MEETINGS = 500;
    private static final byte[] EMPTY = """
            <response>
            <returncode>SUCCESS</returncode>
            <meetings/>
            <messageKey>noMeetings</messageKey>
            <message>no meetings were found on this server</message>
            </response>
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        byte[] large = MeetingsBody.of(MEETINGS, 20);
        double meetings = Allocation.perOperation(100, () -> StreamingParse.meetings(large, StreamingParse.CHUNK));
        double tokens = Allocation.perOperation(50, () -> BareTokens.count(large, StreamingParse.CHUNK));
        double empty = Allocation.perOperation(20_000, () -> StreamingParse.meetings(EMPTY, StreamingParse.CHUNK));
        return List.of(
                Figure.of(Bar.P4_MEETING, meetings / MEETINGS / 1_000),
                Figure.of(Bar.P4_EMPTY, empty / 1_000),
                Figure.free("Allocated by bare Aalto a meeting of 20 attendees", tokens / MEETINGS / 1_000, "KB"));
    }
}
