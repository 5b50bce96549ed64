// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import java.time.Duration;
import java.util.List;
import reactor.netty.resources.LoopResources;

/** A fleet, which polls. */
final class FleetLane implements Lane {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BbbFleet fleet;

    FleetLane(List<BbbServer> servers, PollPlan plan, LoopResources loops) {
        this.fleet = BbbFleet.builder(plan).loopResources(loops).build();
        fleet.replaceAll(servers.stream().map(FleetServer::of).toList());
    }

    BbbFleet fleet() {
        return fleet;
    }

    @Override
    public void begin() {
        fleet.start();
    }

    @Override
    public void end() {
        fleet.stop().block(PATIENCE);
    }

    @Override
    public void check() {
        fleet.snapshot().servers().values().stream()
                .filter(server -> server.health().failuresInARow() > 0)
                .findFirst()
                .ifPresent(server -> {
                    throw new IllegalStateException(server.name() + " fails: " + server.health());
                });
    }

    @Override
    public void close() {
        fleet.disposeLater().block(PATIENCE);
    }
}
