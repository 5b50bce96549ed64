// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.support.NewThreads;
import io.blueflux.testkit.BbbSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Flux;

/** Three fleets in one JVM that poll simulated servers together. */
@Isolated("looks for threads of all")
class FleetsIT {
    private static final int SERVERS = 12;

    @Test
    void allKnowTheWholeFleetAndAMoveInventsNothing() throws InterruptedException {
        NewThreads threads = new NewThreads("blueflux-cluster");
        try (BbbSimulator simulator = BbbSimulator.start(SERVERS);
                Clusters clusters = new Clusters(3)) {
            simulator.servers().forEach(server -> server.populate(2, 3));
            List<BbbFleet> fleets = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    fleets.add(fleet(simulator, clusters.cluster(i)));
                }
                await(fleets, FleetsIT::areShared);
                fleets.forEach(fleet ->
                        assertThat(fleet.totals().counts().participants()).isEqualTo(SERVERS * 2 * 3));
                await(fleets, all -> all.stream().allMatch(FleetsIT::hasNoForeignPassword));
                Queue<FleetEvent> told = new ConcurrentLinkedQueue<>();
                List<BbbFleet> rest = fleets.subList(0, 2);
                rest.forEach(fleet -> fleet.events().subscribe(told::add));
                told.clear(); // what is there is told at once
                simulator.server(0).createMeeting("while-it-moves");
                fleets.get(2).stop().block(Clusters.LONG);
                await(
                        rest,
                        left -> left.stream()
                                        .mapToInt(fleet -> fleet.cluster().polled())
                                        .sum()
                                == SERVERS);
                await(
                        rest,
                        left -> left.stream()
                                .allMatch(fleet -> fleet.snapshot()
                                        .findMeeting("while-it-moves")
                                        .isPresent()));
                assertThat(rest).noneMatch(fleet -> fleet.cluster().isMissingMembers());
                await(rest, left -> told.size() >= 2); // an event is told after the snapshot has it
                assertThat(told).hasSize(2).allMatch(FleetEvent.MeetingCreated.class::isInstance);
            } finally {
                Flux.fromIterable(fleets).flatMap(BbbFleet::disposeLater, 3).blockLast(Clusters.LONG);
            }
            threads.end();
        }
    }

    private static BbbFleet fleet(BbbSimulator simulator, InfinispanCluster cluster) {
        BbbFleet fleet =
                BbbFleet.builder(Duration.ofMillis(500)).cluster(cluster).build();
        fleet.replaceAll(simulator.servers().stream()
                .map(server -> FleetServer.of(server.bbbServer()))
                .toList());
        return fleet.start();
    }

    /** Names and ports are random, and so is who is first for what: one of three may have none, hardly ever one has all. */
    private static boolean areShared(List<BbbFleet> fleets) {
        return fleets.stream()
                        .allMatch(fleet -> fleet.cluster().members() == 3
                                && fleet.cluster().polled() < SERVERS
                                && fleet.snapshot().serversIn(ServerState.UP) == SERVERS
                                && fleet.totals().counts().meetings() == SERVERS * 2)
                && fleets.stream().mapToInt(fleet -> fleet.cluster().polled()).sum() == SERVERS;
    }

    /** What this process polled before the server moved is told anew with the owner's next poll. */
    private static boolean hasNoForeignPassword(BbbFleet fleet) {
        return fleet.snapshot().servers().values().stream()
                .filter(view -> !fleet.isPolledHere(view.name()))
                .flatMap(view -> view.meetings().values().stream())
                .map(FleetMeeting::meeting)
                .allMatch(meeting -> meeting.access().moderatorPw() == null
                        && meeting.access().attendeePw() == null);
    }

    private static void await(List<BbbFleet> fleets, Predicate<List<BbbFleet>> isSo) {
        Flux.interval(Duration.ofMillis(50)).filter(tick -> isSo.test(fleets)).blockFirst(Clusters.LONG);
    }
}
