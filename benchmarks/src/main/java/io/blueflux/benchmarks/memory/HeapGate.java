// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.memory;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** The heap in which 200 MB of recordings pass. Smaller ones than the bar's are tried where there is time. */
final class HeapGate implements Gate {
    /** 200 MB of them. */
    private static final int RECORDINGS = 28_500;

    private static final int LARGEST = 1_024;

    private final Bar bar;
    private final int megabytes;
    private final int perSecond;
    private final List<Integer> smaller;

    HeapGate(Bar bar, int megabytes, int perSecond, List<Integer> smaller) {
        this.bar = bar;
        this.megabytes = megabytes;
        this.perSecond = perSecond;
        this.smaller = smaller;
    }

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers server = LoopbackServers.plain(1, 8)) {
            SmallHeap heap = new SmallHeap(server, RECORDINGS, perSecond);
            int size = megabytes;
            OptionalDouble speed = heap.read(size);
            while (speed.isEmpty()) {
                size = doubled(size);
                speed = heap.read(size);
            }
            boolean passedAtOnce = size == megabytes;
            int smallest = passedAtOnce && pace == Pace.FULL ? smallest(heap) : size;
            return List.of(
                    Figure.of(bar, smallest), Figure.free(bar.id() + ", items a second", speed.getAsDouble(), ""));
        }
    }

    private static int doubled(int size) throws IOException {
        if (size >= LARGEST) {
            throw new IOException("the recordings do not pass in " + size + " MB");
        }
        return 2 * size;
    }

    private int smallest(SmallHeap heap) throws IOException, InterruptedException {
        int passed = megabytes;
        for (int size : smaller) {
            if (heap.read(size).isEmpty()) {
                return passed;
            }
            passed = size;
        }
        return passed;
    }
}
