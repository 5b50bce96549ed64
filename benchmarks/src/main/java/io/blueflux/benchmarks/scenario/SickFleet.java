// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** A quarter of a fleet is sick in four ways. Is every other server polled in every interval, and on time? */
@Command(
        name = "sick-fleet",
        description =
                "Polls a fleet of which, at one moment, 10 %% begin to hang, 5 %% to refuse, 5 %% to answer HTML and "
                        + "5 %% to drip a byte a second.",
        mixinStandardHelpOptions = true)
final class SickFleet implements Runnable {
    @Mixin
    private final Size size = new Size();

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "From one poll of a server to the next; 5 by default.")
    private int interval = 5;

    @Option(
            names = "--warmup",
            paramLabel = "SECONDS",
            description = "For how long all are well at first, uncounted; 20 by default.")
    private int warmup = 20;

    @Override
    public void run() {
        size.check(20);
        System.out.printf(
                "servers=%d interval=%ds warmup=%ds seconds=%d%n",
                size.servers(), interval, warmup, size.time().toSeconds());
        try (Ward ward = new Ward(size.servers())) {
            poll(ward);
        }
    }

    private void poll(Ward ward) {
        Duration every = Duration.ofSeconds(interval);
        SickFleetTable table = new SickFleetTable(ward.members(), every);
        BbbFleet fleet = BbbFleet.builder(PollPlan.of(PollSchedule.every(every)))
                .task(polled -> polled.reports().doOnNext(table::add))
                .build();
        fleet.replaceAll(ward.members());
        fleet.start();
        Mono.delay(Duration.ofSeconds(warmup)).block();
        Instant begin = Instant.now();
        ward.fallSick();
        Mono.delay(size.time()).block();
        Instant end = Instant.now();
        fleet.stop().block();
        table.print(fleet.snapshot(), begin, end);
        fleet.disposeLater().block();
    }
}
