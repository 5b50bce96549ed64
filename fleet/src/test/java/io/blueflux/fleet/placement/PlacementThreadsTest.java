// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetForTests;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Callers and servers on threads of their own: each meeting is created once. */
class PlacementThreadsTest {
    private static final int SERVERS = 10;
    private static final int CALLERS = 200;
    private static final int MEETINGS = 20;

    private final Map<String, SimServer> servers = new TreeMap<>();
    private final Map<String, Scheduler> threads = new TreeMap<>();
    private final Set<String> twice = ConcurrentHashMap.newKeySet();

    PlacementThreadsTest() {
        for (int i = 0; i < SERVERS; i++) {
            String name = "bbb-%02d".formatted(i);
            threads.put(name, Schedulers.newSingle(name));
            SimServer server = new SimServer(name, requireNonNull(threads.get(name)));
            server.latency = Duration.ofMillis(1 + i % 3);
            servers.put(name, server);
        }
    }

    @AfterEach
    void endThreads() {
        threads.values().forEach(Scheduler::dispose);
    }

    @RepeatedTest(3)
    void twoHundredCallersOfTwentyMeetingsCreateTwenty() {
        Set<String> creating = ConcurrentHashMap.newKeySet();
        BbbFleet fleet = FleetForTests.of(
                PollPlan.of(PollSchedule.every(Duration.ofSeconds(10))),
                Schedulers.parallel(),
                Clock.systemUTC(),
                server -> requireNonNull(servers.get(server.name())).client(server, id -> {
                    if (!creating.add(id)) {
                        twice.add(id);
                    }
                    return () -> {};
                }));
        servers.keySet().forEach(name -> fleet.add(FleetServer.of(SimFleet.server(name))));
        MeetingPlacement placement = MeetingPlacement.of(fleet);

        Flux.range(0, CALLERS)
                .flatMap(
                        i -> placement
                                .findOrCreate(SimFleet.request("room-" + i % MEETINGS))
                                .subscribeOn(Schedulers.parallel()),
                        CALLERS)
                .collect(Collectors.groupingBy(
                        placed -> requireNonNull(placed.meeting().meetingId()),
                        Collectors.mapping(PlacedMeeting::server, Collectors.toSet())))
                .as(StepVerifier::create)
                .assertNext(found -> {
                    assertThat(found).hasSize(MEETINGS);
                    assertThat(found.values())
                            .allSatisfy(each -> assertThat(each).hasSize(1));
                })
                .expectComplete()
                .verify(Duration.ofSeconds(60));

        List<Long> creates =
                servers.values().stream().map(server -> server.calls("create")).toList();
        assertThat(twice).isEmpty();
        assertThat(creates.stream().mapToLong(Long::longValue).sum()).isEqualTo(MEETINGS);
        assertThat(((DefaultMeetingPlacement) placement).flights()).isZero();
    }
}
