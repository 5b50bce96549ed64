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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Chunks of other sizes beside chunks of 16 KB. */
final class ChunksGate implements Gate {
    private static final Map<Bar, Integer> CHUNKS = new EnumMap<>(Map.of(
            Bar.P5_1K, 1 << 10, Bar.P5_4K, 4 << 10, Bar.P5_8K, 8 << 10, Bar.P5_32K, 32 << 10, Bar.P5_64K, 64 << 10));

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        byte[] body = MeetingsBody.of(500, 20);
        List<Meeting> meetings = StreamingParse.meetings(body, StreamingParse.CHUNK);
        Paired paired = Paired.ofThread().add(() -> StreamingParse.meetings(body, StreamingParse.CHUNK));
        for (int chunk : CHUNKS.values()) {
            Variants.checkEqual(StreamingParse.meetings(body, chunk), meetings);
            paired.add(() -> StreamingParse.meetings(body, chunk));
        }
        paired.run(pace);
        List<Figure> figures = new ArrayList<>();
        for (Bar bar : CHUNKS.keySet()) {
            figures.add(Figure.of(bar, paired.ratio(figures.size() + 1, 0)));
        }
        return figures;
    }
}
