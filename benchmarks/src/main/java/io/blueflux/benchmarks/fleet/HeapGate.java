// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Heap;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.util.List;

/** The heap of 5,000 servers that are asked again and again: what names and signs, client, pool, connection. */
final class HeapGate implements Gate {
    private static final int SERVERS = 5_000;
    private static final int PASSES = 5;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(1, 8)) {
            try (Pass small = BluefluxPass.healthy(Addresses.plain(100, process.port()))) {
                small.run(); // loads the classes
            }
            long before = Heap.used();
            try (Pass ours = BluefluxPass.healthy(Addresses.plain(SERVERS, process.port()))) {
                for (int i = 0; i < PASSES; i++) {
                    ours.run();
                }
                long bytes = Heap.used() - before;
                ours.run(); // the clients are alive until here
                return List.of(Figure.of(Bar.T3_HEAP, bytes / 1e3 / SERVERS));
            }
        }
    }
}
