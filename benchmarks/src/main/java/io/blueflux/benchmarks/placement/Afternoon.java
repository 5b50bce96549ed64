// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerState;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedAttendee;
import io.blueflux.testkit.SimulatedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * A fleet in the middle of an afternoon, as one that polls knows it: a seventh of the servers half as strong as most, a fifth twice
 * as strong, and on each some 22 meetings of a few to some hundred participants, begun within the last 90 minutes. The same on
 * every run.
 */
final class Afternoon {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SEED = 538;
    private static final int MEETINGS = 22;
    private static final int LONGEST_MINUTES = 90;

    private Afternoon() {}

    /** Returns a fleet that has polled each server, and polls no more; it has to be disposed of. */
    static BbbFleet fleet(int servers) {
        Instant now = Instant.now();
        AtomicReference<InstantSource> time = new AtomicReference<>(InstantSource.system());
        try (BbbSimulator simulator = BbbSimulator.builder()
                .servers(servers)
                .clock(clock(time))
                .build()
                .start()) {
            Random random = new Random(SEED);
            for (SimulatedServer server : simulator.servers()) {
                int meetings = MEETINGS / 2 + random.nextInt(MEETINGS + 1);
                for (int i = 0; i < meetings; i++) {
                    time.set(InstantSource.fixed(now.minus(Duration.ofSeconds(random.nextInt(LONGEST_MINUTES * 60)))));
                    List<SimulatedAttendee> users = users(random);
                    server.createMeeting(
                            "lecture-" + i, meeting -> meeting.expires(0, 0).addAttendees(users));
                }
            }
            time.set(InstantSource.system());
            return polled(simulator.servers());
        }
    }

    private static Clock clock(AtomicReference<InstantSource> time) {
        InstantSource moving = () -> Objects.requireNonNull(time.get()).instant();
        return moving.withZone(ZoneOffset.UTC);
    }

    /** Most are small, a few are large. */
    private static List<SimulatedAttendee> users(Random random) {
        int size = (int) Math.min(300, Math.max(1, Math.round(15 * Math.exp(0.95 * random.nextGaussian()))));
        return IntStream.range(0, size)
                .mapToObj(i -> SimulatedAttendee.viewer("u" + i, "User " + i))
                .toList();
    }

    private static BbbFleet polled(List<SimulatedServer> servers) {
        BbbFleet fleet = BbbFleet.builder(
                        PollPlan.of(PollSchedule.every(INTERVAL)).withDepth(PollDepth.COUNTERS))
                .build();
        fleet.replaceAll(IntStream.range(0, servers.size())
                .mapToObj(index -> FleetServer.of(servers.get(index).bbbServer().withName("bbb-" + index))
                        .withWeight(weight(index)))
                .toList());
        fleet.start();
        fleet.snapshots(Duration.ofMillis(50))
                .filter(snapshot -> snapshot.serversIn(ServerState.UP) == servers.size())
                .blockFirst(PATIENCE);
        fleet.stop().block(PATIENCE);
        return fleet;
    }

    private static double weight(int index) {
        return switch (index % 15) {
            case 0, 7 -> 0.5;
            case 3, 8, 13 -> 2;
            default -> 1;
        };
    }
}
