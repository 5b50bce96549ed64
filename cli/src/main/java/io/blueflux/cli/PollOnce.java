// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;

/** One poll of each server, all at once. */
final class PollOnce {
    private static final Duration NEVER_AGAIN = Duration.ofDays(1);

    private PollOnce() {}

    static PollPlan plan(PollDepth depth) {
        return PollPlan.of(PollSchedule.every(NEVER_AGAIN)).withDepth(depth);
    }

    /** Starts the fleet, and ends when each server has been polled, however it went. */
    static Flux<ServerReport> reports(BbbFleet fleet) {
        List<FleetServer> servers = fleet.servers();
        return fleet.reports()
                .doOnSubscribe(subscription -> {
                    fleet.start();
                    servers.forEach(server -> fleet.poll(server.name()));
                })
                .distinct(report -> report.server().name())
                .take(servers.size());
    }
}
