// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Heap;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.util.List;

/** Whether 1,000 passes leave something behind: over 200 servers when quick, else over 5,000. */
final class GrowthGate implements Gate {
    private static final int FIRST = 100;
    private static final int PASSES = 1_000;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        int servers = pace == Pace.QUICK ? 200 : 5_000;
        try (LoopbackServers process = LoopbackServers.plain(1, 8);
                Pass ours = BluefluxPass.healthy(Addresses.plain(servers, process.port()))) {
            run(ours, FIRST);
            long first = Heap.used();
            run(ours, PASSES - FIRST);
            long last = Heap.used();
            ours.run(); // the clients are alive until here
            return List.of(
                    Figure.of(Bar.T3_GROWTH, (double) last / first),
                    Figure.free("T3 growth over servers", servers, ""),
                    Figure.free("T3 connections a server, 1,000 passes", connections(process, servers), ""));
        }
    }

    private static void run(Pass pass, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            pass.run();
        }
    }

    private static double connections(LoopbackServers process, int servers) throws Exception {
        return process.counts().connections() / (double) servers;
    }
}
