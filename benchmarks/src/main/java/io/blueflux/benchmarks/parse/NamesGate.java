// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Heap;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.HostileNames;
import io.blueflux.model.Meeting;
import java.util.List;

/**
 * A server that makes up new element names without end, at which a parser that learns names would slow down and grow.
 */
final class NamesGate implements Gate {
    private static final int BLOCK = 1_000;
    private static final int BLOCKS = 10;
    private static final int WARM_UP_BLOCKS = 5;

    private final HostileNames names = new HostileNames();
    private final byte[] ordinary = names.next(); // the same for ever
    private final CpuClock clock = CpuClock.ofThread();

    @Override
    public List<Figure> measure(Pace pace) {
        for (int block = 0; block < WARM_UP_BLOCKS; block++) {
            hostileToOrdinary();
        }
        long heap = Heap.used();
        double first = hostileToOrdinary();
        double last = first;
        for (int block = 1; block < BLOCKS; block++) {
            last = hostileToOrdinary();
        }
        return List.of(
                Figure.of(Bar.R1_TIME, last / first),
                Figure.of(Bar.R1_HEAP, (Heap.used() - heap) / 1_000.0),
                Figure.free("Documents with 100 new names ÷ with 100 known names", last, "×"));
    }

    /** Reads a block of documents, each beside the ordinary one, so that the levels of the machine fall out. */
    private double hostileToOrdinary() {
        long hostile = 0;
        long known = 0;
        for (int i = 0; i < BLOCK; i++) {
            hostile += nanos(names.next());
            known += nanos(ordinary);
        }
        return (double) hostile / known;
    }

    private long nanos(byte[] body) {
        long begin = clock.nanos();
        Meeting meeting = StreamingParse.meetings(body, StreamingParse.CHUNK).get(0);
        long nanos = clock.nanos() - begin;
        Variants.checkEqual(meeting.metadata().size(), HostileNames.A_DOCUMENT);
        return nanos;
    }
}
