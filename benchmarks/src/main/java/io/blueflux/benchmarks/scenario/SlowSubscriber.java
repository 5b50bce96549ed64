// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All servers are polled every second, and a subscriber takes one report a second. Does the heap stay flat? */
@Command(
        name = "slow-subscriber",
        description =
                "Polls every server each second, for a subscriber that takes one report a second; prints the heap after "
                        + "a collection, every ten seconds.",
        mixinStandardHelpOptions = true)
final class SlowSubscriber implements Runnable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofSeconds(10);

    @Mixin
    private final Size size = new Size();

    private final AtomicLong taken = new AtomicLong();

    @Override
    public void run() {
        size.check(1);
        try (BbbSimulator simulator =
                BbbSimulator.builder().servers(size.servers()).build().start()) {
            simulator.servers().forEach(server -> server.populate(5, 4));
            poll(simulator.servers());
        }
    }

    private void poll(List<SimulatedServer> servers) {
        BbbFleet fleet = BbbFleet.builder(PollPlan.of(PollSchedule.every(INTERVAL)))
                .task(this::oneASecond)
                .build();
        fleet.replaceAll(servers.stream()
                .map(server -> FleetServer.of(server.bbbServer()))
                .toList());
        fleet.start();
        measure(fleet, servers);
        fleet.disposeLater().block();
    }

    /** The next is asked for when the second is over. */
    private Flux<Long> oneASecond(BbbFleet fleet) {
        return fleet.reports().concatMap(report -> Mono.delay(INTERVAL).doOnNext(time -> taken.incrementAndGet()), 0);
    }

    private void measure(BbbFleet fleet, List<SimulatedServer> servers) {
        Mono.delay(STEP).block(); // what is made once has been made
        long start = heap(servers);
        long end = start;
        System.out.printf("seconds=0 heap_mb=%d%n", start);
        for (Duration time = STEP; time.compareTo(size.time()) <= 0; time = time.plus(STEP)) {
            Mono.delay(STEP).block();
            end = heap(servers);
            System.out.printf("seconds=%d heap_mb=%d reports_taken=%d%n", time.toSeconds(), end, taken.get());
        }
        System.out.printf(
                "heap_start_mb=%d heap_end_mb=%d reports_taken=%d polls=%d%n", start, end, taken.get(), polls(fleet));
    }

    /** What the simulator remembers is not the fleet's. */
    private static long heap(List<SimulatedServer> servers) {
        servers.forEach(SimulatedServer::forgetRequests);
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static long polls(BbbFleet fleet) {
        return fleet.snapshot().servers().values().stream()
                .mapToLong(server -> server.poll().number())
                .sum();
    }
}
