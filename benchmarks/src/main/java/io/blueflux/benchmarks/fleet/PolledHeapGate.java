// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Heap;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.server.LoopbackServers;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.time.Duration;
import java.util.List;

/** The heap of 5,000 servers in a fleet that polls them, each with a meeting of eight: clients, schedule and state. */
final class PolledHeapGate implements Gate {
    private static final int SERVERS = 5_000;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(1, 8)) {
            dispose(polled(100, process.port())); // loads the classes
            long before = Heap.used();
            BbbFleet fleet = polled(SERVERS, process.port());
            long bytes = Heap.used() - before;
            dispose(fleet);
            return List.of(
                    Figure.free("T3 heap a server in a fleet, its meeting included", bytes / 1e3 / SERVERS, "KB"));
        }
    }

    private static BbbFleet polled(int servers, int port) {
        BbbFleet fleet = BbbFleet.builder(PollPlan.of(PollSchedule.every(Duration.ofSeconds(5))))
                .build();
        fleet.replaceAll(
                Addresses.plain(servers, port).stream().map(FleetServer::of).toList());
        fleet.reports()
                .doOnSubscribe(subscribed -> fleet.start())
                .take(2L * servers)
                .blockLast(LIMIT);
        return fleet;
    }

    private static void dispose(BbbFleet fleet) {
        fleet.disposeLater().block(LIMIT);
    }
}
