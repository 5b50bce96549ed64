// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** A quarter of a fleet is sick in four ways. Is every other server polled in every interval, and on time? */
@Command(
        name = "sick-fleet",
        description = "Polls a fleet of which 10 % hang, 5 % refuse, 5 % answer HTML and 5 % drip a byte a second.",
        mixinStandardHelpOptions = true)
final class SickFleet implements Runnable {
    @Mixin
    private final Size size = new Size();

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "From one poll of a server to the next; 5 by default.")
    private int interval = 5;

    @Override
    public void run() {
        size.check(20);
        try (BbbSimulator simulator =
                BbbSimulator.builder().servers(size.servers()).build().start()) {
            System.out.printf("servers=%d interval=%ds time=%s%n", size.servers(), interval, size.time());
            poll(members(simulator.servers()));
        }
    }

    private static List<FleetServer> members(List<SimulatedServer> servers) {
        List<FleetServer> members = new ArrayList<>();
        for (SimulatedServer server : servers) {
            members.add(FleetServer.of(Sickness.of(members.size()).inflict(server)));
        }
        return members;
    }

    private void poll(List<FleetServer> members) {
        Duration every = Duration.ofSeconds(interval);
        SickFleetTable table = new SickFleetTable(members, every);
        BbbFleet fleet = BbbFleet.builder(PollPlan.of(PollSchedule.every(every)))
                .task(polled -> polled.reports().doOnNext(table::add))
                .build();
        fleet.replaceAll(members);
        Instant begin = Instant.now();
        fleet.start();
        Mono.delay(size.time()).block();
        Instant end = Instant.now();
        fleet.stop().block();
        table.print(fleet.snapshot(), begin, end);
        fleet.disposeLater().block();
    }
}
