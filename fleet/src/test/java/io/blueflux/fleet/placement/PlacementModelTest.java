// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.placement.SimFleet.Replica;
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
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of find-or-create on simulated servers: creates that time out before and after their effect, duplicates, slow
 * answers, several callers and processes at once, some without polls of their own, servers that die, hang and come back, are
 * cordoned, drained, removed and added again, clocks that differ.
 *
 * <p>Two running meetings of one meetingID are excused only on a server of which a process said that the meeting may be there, or
 * that said nothing, or was not in the fleet, while it had it. All others have to be on one server.
 */
class PlacementModelTest {
    private static final int SEEDS = Integer.getInteger("blueflux.seeds", 100);
    private static final List<String> IDS = List.of("alpha", "beta", "gamma", "delta", "epsilon");
    private static final Duration DEADLINE = PlacementRules.LEAST_LOAD.deadline();

    static LongStream seeds() {
        Long only = Long.getLong("blueflux.seed");
        return only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
    }

    /** A call, and when it was made. */
    private record Call(String meetingId, Replica process, Result result, long at) {}

    /** One history. */
    private static final class History {
        final Random random;
        final boolean hasFaults;
        final SimFleet sim;
        final List<Replica> processes = new ArrayList<>();
        final List<Call> calls = new ArrayList<>();
        final Map<Replica, List<MeetingDoubled>> doubled = new HashMap<>();

        final Map<String, Long> silentAt = new HashMap<>(); // when a server was last out of reach
        final boolean clocksDiffer;

        History(long seed, boolean hasFaults) {
            this.random = new Random(seed);
            this.hasFaults = hasFaults;
            this.sim = new SimFleet(2 + random.nextInt(9));
            this.clocksDiffer = hasFaults && random.nextBoolean();
            if (clocksDiffer) {
                sim.servers
                        .values()
                        .forEach(server -> server.clockAhead = Duration.ofMillis(random.nextInt(4_000) - 2_000));
            }
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                Replica process = sim.new Replica(UnaryOperator.identity(), random.nextInt(4) > 0);
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

        Replica process() {
            return processes.get(random.nextInt(processes.size()));
        }

        void step() {
            sim.servers.values().stream()
                    .filter(each -> each.hangs || each.refuses)
                    .forEach(each -> silentAt.put(each.name, sim.now()));
            switch (random.nextInt(hasFaults ? 14 : 9)) {
                case 0, 1, 2 -> ask();
                case 3 ->
                    sim.servers.values().forEach(each -> each.latency = Duration.ofMillis(1 + random.nextInt(150)));
                case 4 ->
                    server().meetings.keySet().stream()
                            .findFirst()
                            .ifPresent(id -> populated(id).join(id, 3));
                case 5 -> server().meetings.clear();
                case 6 -> IDS.forEach(id -> processes.forEach(process -> ask(id, process))); // all want all
                case 7 -> marked(server().name);
                case 8 -> everywhere(server().name, BbbFleet::resume);
                case 9 -> trouble(server -> server.hangs = random.nextBoolean());
                case 10 -> trouble(server -> server.refuses = random.nextBoolean());
                case 11 -> trouble(server -> server.faults.add(fault(server.name)));
                case 12 -> {
                    SimServer server = server();
                    silentAt.put(server.name, sim.now());
                    removedOrAdded(server.name);
                }
                default -> sim.servers.values().forEach(server -> server.hangs = server.refuses = false);
            }
            sim.pass(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(400)));
        }

        private void marked(String server) {
            boolean drains = random.nextInt(3) == 0
                    && processes.size() == 1 // each would remove it at its own time
                    && process().fleet.snapshot().servers().containsKey(server); // and only who polls it can
            everywhere(server, drains ? BbbFleet::drain : BbbFleet::cordon);
        }

        private void everywhere(String server, BiConsumer<BbbFleet, String> what) {
            for (Replica process : processes) {
                if (isIn(process.fleet, server)) {
                    what.accept(process.fleet, server);
                }
            }
        }

        private void removedOrAdded(String server) {
            boolean isAdded = random.nextBoolean();
            for (Replica process : processes) {
                if (!isAdded) {
                    process.fleet.remove(server);
                } else if (!isIn(process.fleet, server)) {
                    process.fleet.add(FleetServer.of(SimFleet.server(server)));
                }
            }
        }

        static boolean isIn(BbbFleet fleet, String server) {
            return fleet.servers().stream().anyMatch(each -> each.name().equals(server));
        }

        /** Returns those of several meetings of one meetingID that nothing excuses. */
        List<String> unexcused(String meetingId) {
            return sim.running(meetingId).stream()
                    .filter(name -> processes.stream()
                            .noneMatch(
                                    process -> process.heard.doubts(meetingId).contains(name)))
                    .filter(name -> silentAt.getOrDefault(name, -1L) < createdAt(name, meetingId))
                    .toList();
        }

        private long createdAt(String server, String meetingId) {
            SimServer at = sim.at(server);
            return requireNonNull(at.add(meetingId).times().createTime())
                            .minus(at.clockAhead)
                            .toEpochMilli()
                    - 1;
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
                ask(id, process());
            }
            if (random.nextInt(20) == 0) {
                calls.remove(calls.size() - 1).result().subscription.dispose();
            }
        }

        private void ask(String id, Replica process) {
            calls.add(new Call(id, process, process.ask(id), sim.now()));
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

        void allAreBack() {
            for (Replica process : processes) {
                sim.servers.keySet().stream()
                        .filter(name -> !isIn(process.fleet, name))
                        .forEach(name -> process.fleet.add(FleetServer.of(SimFleet.server(name))));
                sim.servers.keySet().forEach(process.fleet::resume);
            }
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
    void withoutFaultsNothingIsEverDoubled(long seed) {
        History history = history(seed, false);

        IDS.forEach(id -> assertThat(history.sim.running(id)).as(id).hasSizeLessThanOrEqualTo(1));
        assertThat(history.calls)
                .allSatisfy(call -> assertThat(call.result().signals.get(0).getThrowable())
                        .satisfiesAnyOf(
                                error -> assertThat(error).isNull(),
                                error -> assertThat(error)
                                        .isInstanceOf(NoServerException.class))); // all may be cordoned
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDoubledCameOfDoubtAndIsToldAndDecidedAlikeByAll(long seed) {
        History history = history(seed, true);
        if (!history.clocksDiffer) {
            IDS.forEach(id -> assertThat(history.unexcused(id)).as(id).hasSizeLessThanOrEqualTo(1));
        }
        history.allAreBack();
        history.sim.pass(Duration.ofMinutes(6)); // all servers are up again, and polled
        isToldAndDecidedAlike(history);
        history.sim.pass(Duration.ofMinutes(12)); // nothing is in doubt any more
        history.sim.servers.values().forEach(server -> server.meetings.clear());
        history.sim.pass(Duration.ofSeconds(30));
        history.processes.stream().filter(process -> process.polls).forEach(PlacementModelTest::hasNoReservation);
    }

    private static void isToldAndDecidedAlike(History history) {
        for (String id : IDS) {
            List<String> running = history.sim.running(id);
            if (running.size() > 1) {
                assertThat(history.processes)
                        .filteredOn(process -> process.polls)
                        .allSatisfy(process -> assertThat(history.doubled.get(process))
                                .anyMatch(each -> each.meetingId().equals(id) && running.containsAll(each.servers())));
            }
            Set<String> answers = new LinkedHashSet<>();
            for (Replica process : history.processes) {
                Result result = process.ask(id);
                history.sim.pass(Duration.ofSeconds(3));
                if (process.polls) {
                    answers.add(result.placed().server());
                }
            }
            assertThat(answers).as(id).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void hasNoReservation(Replica process) {
        process.fleet.servers().forEach(server -> {
            assertThat(process.placement.reserved(server.name()))
                    .as(server.name())
                    .isZero();
            assertThat(process.placement.load(server.name())).as(server.name()).isZero();
        });
    }

    private static History history(long seed, boolean hasFaults) {
        History history = new History(seed, hasFaults);
        for (int i = 0; i < 60; i++) {
            history.step();
        }
        history.calmDown();
        assertThat(history.calls)
                .as("each caller gets one answer")
                .allSatisfy(call -> assertThat(call.result().signals).hasSizeBetween(1, 2));
        assertThat(history.processes).allSatisfy(process -> {
            assertThat(process.heard.wrong).isEmpty();
            assertThat(((DefaultMeetingPlacement) process.placement).flights()).isZero();
        });
        return history;
    }
}
