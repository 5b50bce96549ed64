// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.placement.SimFleet.Process;
import io.blueflux.fleet.placement.SimFleet.Result;
import io.blueflux.fleet.placement.SimServer.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of find-or-create on simulated servers: creates that time out before and after their effect, duplicates, slow
 * answers, several callers and processes at once, servers that die, hang and come back, clocks that differ.
 */
class PlacementModelTest {
    private static final int SEEDS = Integer.getInteger("blueflux.seeds", 120);
    private static final List<String> IDS = List.of("alpha", "beta", "gamma", "delta", "epsilon");
    private static final Duration DEADLINE = PlacementRules.LEAST_LOAD.deadline();

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    /** A call, and when it was made. */
    private record Call(String meetingId, Process process, Result result, long at) {}

    /** One history. */
    private static final class History {
        final Random random;
        final boolean hasFaults;
        final SimFleet sim;
        final List<Process> processes = new ArrayList<>();
        final List<Call> calls = new ArrayList<>();
        final Map<Process, List<MeetingDoubled>> doubled = new HashMap<>();

        History(long seed, boolean hasFaults) {
            this.random = new Random(seed);
            this.hasFaults = hasFaults;
            this.sim = new SimFleet(2 + random.nextInt(9));
            if (hasFaults) {
                sim.servers.values().forEach(server -> server.clockAhead = Duration.ofMillis(random.nextInt(4_000) - 2_000));
            }
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                Process process = sim.new Process(UnaryOperator.identity(), true);
                processes.add(process);
                List<MeetingDoubled> heard = new ArrayList<>();
                doubled.put(process, heard);
                process.placement.doubled().subscribe(heard::add);
                sim.pass(Duration.ofMillis(random.nextInt(3_000)));
            }
            sim.pass(Duration.ofSeconds(20));
        }

        SimServer server() {
            return List.copyOf(sim.servers.values()).get(random.nextInt(sim.servers.size()));
        }

        Process process() {
            return processes.get(random.nextInt(processes.size()));
        }

        void step() {
            switch (random.nextInt(hasFaults ? 11 : 6)) {
                case 0, 1, 2 -> ask();
                case 3 -> sim.servers.values().forEach(each -> each.latency = Duration.ofMillis(1 + random.nextInt(150)));
                case 4 -> server().meetings.keySet().stream().findFirst().ifPresent(id -> populated(id).join(id, 3));
                case 5 -> server().meetings.clear();
                case 6 -> trouble(server -> server.hangs = random.nextBoolean());
                case 7 -> trouble(server -> server.refuses = random.nextBoolean());
                case 8, 9 -> trouble(server -> server.faults.add(fault(server.name)));
                default -> sim.servers.values().forEach(server -> server.hangs = server.refuses = false);
            }
            sim.pass(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(400)));
        }

        private SimServer populated(String meetingId) {
            return sim.at(sim.running(meetingId).get(0));
        }

        private void trouble(java.util.function.Consumer<SimServer> what) {
            what.accept(server());
        }

        private void ask() {
            String id = IDS.get(random.nextInt(IDS.size()));
            int callers = 1 + random.nextInt(3);
            for (int i = 0; i < callers; i++) {
                Process process = process();
                calls.add(new Call(id, process, process.ask(id), sim.now()));
            }
            if (random.nextInt(20) == 0) {
                calls.remove(calls.size() - 1).result().subscription.dispose();
            }
        }

        private Fault fault(String server) {
            Duration effect = random.nextBoolean() ? Duration.ofMillis(random.nextInt(3_000)) : null;
            Duration end = Duration.ofMillis(random.nextInt(4_000));
            return switch (random.nextInt(6)) {
                case 0 -> new Fault(null, end, () -> SimServer.refused(server, "create"));
                case 1 -> new Fault(effect, end, () -> SimServer.reset(server, "create"));
                case 2 -> new Fault(effect, end, () -> SimServer.status(server, 502));
                case 3 -> new Fault(effect, end, () -> SimServer.failed(server, "create", "internalError"));
                case 4 -> new Fault(null, end, () -> SimServer.failed(server, "create", "checksumError"));
                default -> new Fault(effect, Duration.ofSeconds(60), () -> SimServer.timeout(server, "create"));
            };
        }

        void calmDown() {
            sim.servers.values().forEach(server -> {
                server.hangs = server.refuses = false;
                server.faults.clear();
                server.latency = Duration.ofMillis(20);
            });
            sim.pass(DEADLINE.plus(Duration.ofSeconds(70))); // creates that are on their way too
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCallerGetsOneAnswer(long seed) {
        History history = history(seed, true);

        assertThat(history.calls).allSatisfy(call -> {
            assertThat(call.result().signals).hasSizeBetween(1, 2);
            assertThat(call.result().isOver()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutFaultsNothingIsEverDoubled(long seed) {
        History history = history(seed, false);

        assertThat(history.calls).allSatisfy(call -> assertThat(call.result().placed().known()).isTrue());
        IDS.forEach(id -> assertThat(history.sim.running(id)).as(id).hasSizeLessThanOrEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDoubledCameOfDoubtAndIsToldAndDecidedAlikeByAll(long seed) {
        History history = history(seed, true);
        history.sim.pass(Duration.ofMinutes(6)); // all servers are up again, and polled
        Map<String, Set<String>> answers = new HashMap<>();
        for (String id : IDS) {
            if (history.sim.running(id).size() > 1) {
                assertThat(history.processes.stream().flatMap(process -> process.heard.lines.stream()))
                        .as("doubt about %s", id)
                        .isNotEmpty();
                assertThat(history.processes).allSatisfy(process -> assertThat(history.doubled.get(process))
                        .anyMatch(each -> each.meetingId().equals(id)));
            }
            for (Process process : history.processes) {
                Result result = process.ask(id);
                history.sim.pass(Duration.ofSeconds(3));
                answers.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(result.placed().server());
            }
        }
        assertThat(answers.values()).allSatisfy(servers -> assertThat(servers).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noReservationOutlivesItsMeeting(long seed) {
        History history = history(seed, true);
        history.sim.pass(Duration.ofMinutes(12)); // nothing is in doubt any more
        history.sim.servers.values().forEach(server -> server.meetings.clear());
        history.sim.pass(Duration.ofSeconds(30));

        assertThat(history.processes).allSatisfy(process -> history.sim.servers.keySet().forEach(name -> {
            assertThat(process.placement.reserved(name)).as(name).isZero();
            assertThat(process.placement.load(name)).as(name).isZero();
        }));
    }

    private static History history(long seed, boolean hasFaults) {
        History history = new History(seed, hasFaults);
        for (int i = 0; i < 60; i++) {
            history.step();
        }
        history.calmDown();
        assertThat(history.processes).allSatisfy(process -> assertThat(process.heard.wrong)
                .isEmpty());
        return history;
    }
}
