// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Heap;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.util.List;

/** The heap of 1,000 servers that speak TLS by the JDK's provider, and how often they shook hands. */
final class TlsGate implements Gate {
    private static final int SERVERS = 1_000;
    private static final int PASSES = 20;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers process = LoopbackServers.tls(1, 8)) {
            Trust trust = new Trust(process.certificate());
            List<BbbServer> some = Addresses.tls(20, process.port());
            try (Pass small = BluefluxPass.healthy(some, trust)) {
                small.run(); // loads the classes
            }
            int handshakes = process.counts().handshakes();
            long before = Heap.used();
            try (Pass ours = BluefluxPass.healthy(Addresses.tls(SERVERS, process.port()), trust)) {
                for (int i = 0; i < PASSES; i++) {
                    ours.run();
                }
                long bytes = Heap.used() - before;
                ours.run(); // the clients are alive until here
                return List.of(
                        Figure.of(Bar.T3_HEAP_TLS, bytes / 1e3 / SERVERS),
                        Figure.of(Bar.T3_HANDSHAKES, (process.counts().handshakes() - handshakes) / (double) SERVERS));
            }
        }
    }
}
