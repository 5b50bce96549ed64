// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A thousand servers, a quarter of them sick: the rhythm of the others does not move. */
class SickServersTest {
    private static final int SERVERS = 1_000;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int SECONDS = 60;

    private final VirtualTime time = new VirtualTime();
    private final Map<String, List<Long>> starts = new ConcurrentHashMap<>();

    @Test
    void everyHealthyServerIsPolledInEveryIntervalAndOnTime() {
        BbbFleet fleet = fleet(512);
        List<ServerReport> late = new ArrayList<>();
        fleet.reports()
                .filter(report -> report.lag().compareTo(Duration.ofMillis(1)) > 0)
                .subscribe(late::add);
        fleet.start();
        long start = time.nanos();
        time.advance(Duration.ofSeconds(SECONDS + 2));

        List<Long> all = LongStream.range(0, SECONDS).boxed().toList();
        for (int i = 0; i < SERVERS; i++) {
            if (isHealthy(i)) {
                assertThat(slots("bbb" + i, start)).as("intervals of bbb%d", i).containsAll(all);
            }
        }
        assertThat(late).filteredOn(report -> !report.server().state().isSick()).isEmpty();
        assertThat(fleet.snapshot().states()).containsEntry(ServerState.UP, 750).containsEntry(ServerState.DOWN, 250);
    }

    @Test
    void sickServersNeverHoldMoreThanTheirBudget() {
        BbbFleet fleet = fleet(400);
        fleet.start();
        time.advance(Duration.ofSeconds(20));
        for (int i = 0; i < 100; i++) {
            time.advanceMillis(100);
            assertThat(fleet.load().sickInFlight()).isLessThanOrEqualTo(40);
            assertThat(fleet.load().inFlight()).isLessThanOrEqualTo(360);
            assertThat(fleet.load().waiting()).isZero();
        }
    }

    @Test
    void atMostOnePollOfAServerIsInFlight() {
        Map<String, Integer> inFlight = new ConcurrentHashMap<>();
        BbbFleet fleet = time.fleet(plan(), new Scripted(server -> {
                    assertThat(inFlight.merge(server.name(), 1, Integer::sum)).isEqualTo(1);
                    return answer(server).doFinally(end -> inFlight.merge(server.name(), -1, Integer::sum));
                }))
                .build();
        fleet.replaceAll(servers());
        fleet.start();
        time.advance(Duration.ofSeconds(30));
        assertThat(fleet.snapshot().servers().values())
                .allMatch(server -> server.poll().number() > 1);
    }

    private BbbFleet fleet(int maxInFlight) {
        BbbFleet fleet = time.fleet(plan(), new Scripted(server -> {
                    starts.computeIfAbsent(server.name(), name -> new ArrayList<>())
                            .add(time.nanos());
                    return answer(server);
                }))
                .maxInFlight(maxInFlight)
                .build();
        fleet.replaceAll(servers());
        return fleet;
    }

    /** Returns in which intervals, counted by the server's own phase, polls started. */
    private List<Long> slots(String name, long start) {
        long interval = INTERVAL.toNanos();
        long phase = (long) (NameHash.fraction(name) * interval);
        return requireNonNull(starts.get(name)).stream()
                .map(at -> (at - start - phase) / interval)
                .distinct()
                .toList();
    }

    private static PollPlan plan() {
        return PollPlan.of(PollSchedule.every(INTERVAL)).withVersionEvery(0).withDeadline(Duration.ofSeconds(5));
    }

    private static List<FleetServer> servers() {
        return IntStream.range(0, SERVERS)
                .mapToObj(i -> FleetServer.of(Scripted.server("bbb" + i)))
                .toList();
    }

    private static boolean isHealthy(int index) {
        return index % 20 >= 5;
    }

    /** Of twenty servers two hang, one refuses, one answers HTML, one drips. */
    private Flux<Meeting> answer(BbbServer server) {
        return switch (Integer.parseInt(server.name().substring(3)) % 20) {
            case 0, 1 -> Flux.never();
            case 2, 3 -> Flux.error(new HttpStatusException(new CallSite(server.name(), "getMeetings"), 502, ""));
            case 4 -> Flux.interval(INTERVAL, time.scheduler()).map(i -> Meetings.meeting("m" + i));
            default -> Flux.just(Meetings.meeting("m")).delaySubscription(Duration.ofMillis(80), time.scheduler());
        };
    }
}
