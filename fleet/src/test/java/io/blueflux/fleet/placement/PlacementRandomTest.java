// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Polls that overlap and come late, joins, creates that succeed, fail or leave doubt, servers that die and are taken out, in any
 * order: of what is placed nothing is lost or counted twice, and no server gets a meeting that must not.
 */
class PlacementRandomTest {
    private static final int SERVERS = 8;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int STEPS = 1_500;
    private static final ServerState[] STATES = ServerState.values();

    private final PlacementRules rules = PlacementRules.LEAST_LOAD.withCandidates(3);
    private final PlacementRule rule = new PlacementRule(rules);
    private final PlacementLedger ledger = new PlacementLedger(rules);
    private final PriorityQueue<Later> agenda = new PriorityQueue<>(
            (a, b) -> a.at() == b.at() ? Long.compare(a.number(), b.number()) : Long.compare(a.at(), b.at()));
    private final Map<String, Machine> machines = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private long now = 1_700_000_000_000L;
    private long numbers;

    private record Later(long at, long number, Runnable what) {}

    private static final class Machine {
        private final SiteEntry entry;
        private final List<Placed> rooms = new ArrayList<>();
        private ServerState state = ServerState.UP;
        private boolean draining;
        private boolean cordoned;
        private int failedInARow;
        private long failedAt;

        Machine(FleetServer server) {
            entry = SiteEntry.of(server);
        }

        /** Told without the ledger: after two failures in a row nothing goes there for half a minute at least. */
        boolean isPenalised(long now) {
            return failedInARow >= 2 && now < failedAt + 30_000;
        }
    }

    /** A create, what the server made of it, and what is known here. */
    private final class Placed {
        private final String id = "room-" + numbers++;
        private final Machine machine;
        private final long begun = now;
        private final Reservation reservation;
        private long created = NEVER;
        private boolean ended;
        private boolean released;
        private long knownFrom = Long.MAX_VALUE;
        private int people;

        Placed(Machine machine, CountedMeeting meeting) {
            this.machine = machine;
            this.reservation = requireNonNull(ledger.reserve(machine.entry.name(), meeting, now));
        }

        Meeting meeting() {
            return Rooms.meeting(id, id + "-internal", Instant.ofEpochMilli(created), people, null);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("blueflux.seeds", 15));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostAndNothingCountsTwice(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SERVERS; i++) {
            FleetServer server = Rooms.server("s" + i).withWeight(1 + random.nextInt(3));
            machines.put(server.name(), new Machine(random.nextInt(4) == 0 ? server.withMaxMeetings(9) : server));
        }
        for (int i = 0; i < STEPS; i++) {
            now += random.nextInt(400);
            while (!agenda.isEmpty() && agenda.peek().at() <= now) {
                agenda.poll().what().run();
            }
            step(random);
            check();
        }
    }

    private void step(Random random) {
        Machine machine = requireNonNull(machines.get("s" + random.nextInt(SERVERS)));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> poll(machine, random);
            case 3, 4, 5, 6 -> place(random);
            case 7, 8 -> join(machine, random);
            case 9 -> end(machine, random);
            case 10 -> machine.state = STATES[random.nextInt(STATES.length)];
            default -> {
                machine.draining = random.nextInt(4) == 0;
                machine.cordoned = random.nextInt(4) == 0;
            }
        }
    }

    /** What an answer says was so at some moment between its start and its end, which others overtake. */
    private void poll(Machine machine, Random random) {
        long startedAt = now;
        long readAt = startedAt + random.nextInt(1_000);
        long finishedAt = readAt + random.nextInt(3_000);
        later(readAt, () -> {
            List<Meeting> meetings = machine.rooms.stream().map(Placed::meeting).toList();
            later(
                    finishedAt,
                    () -> ledger.answered(
                            machine.entry.name(),
                            SiteAnswer.of(rules, meetings, startedAt, finishedAt, Instant.ofEpochMilli(finishedAt))));
        });
    }

    private void place(Random random) {
        List<Site> sites = machines.values().stream()
                .map(each ->
                        new Site(each.entry, each.state, each.draining, each.cordoned, ledger.book(each.entry.name())))
                .toList();
        NewMeeting wanted = NewMeeting.of(rules, "room-" + numbers, PlacementHints.NONE, 0, now);
        Candidate best = rule.decide(wanted, sites, Map.of(), now).best();
        if (best == null) {
            return;
        }
        Machine machine = requireNonNull(machines.get(best.site().name()));
        assertThat(machine.state).isNotEqualTo(ServerState.DOWN);
        assertThat(machine.draining || machine.cordoned).isFalse();
        assertThat(machine.isPenalised(now))
                .as("in a pause after failed creates")
                .isFalse();
        assertThat(best.site().book().meetings()).isLessThan(machine.entry.maxMeetings());
        Placed create = new Placed(machine, wanted.meeting());
        placed.add(create);
        create(create, random);
    }

    private void create(Placed create, Random random) {
        long effect = now + random.nextInt(2_000);
        long answer = effect + random.nextInt(2_000);
        switch (random.nextInt(6)) {
            case 0 -> later(answer, () -> fail(create));
            case 1 -> later(answer, () -> doubt(create, answer + 5_000));
            case 2 -> {
                later(effect + 6_000, () -> begin(create));
                later(answer, () -> doubt(create, answer + 11_000));
            }
            default -> {
                later(effect, () -> begin(create));
                later(answer, () -> succeed(create));
            }
        }
    }

    private void begin(Placed create) {
        create.created = now;
        create.machine.rooms.add(create);
    }

    private void succeed(Placed create) {
        create.knownFrom = now;
        create.machine.failedInARow = 0;
        CountedMeeting meeting =
                CountedMeeting.placed(rules, create.id, create.id + "-internal", 0, null, create.created);
        ledger.created(create.reservation, meeting, now);
    }

    private void fail(Placed create) {
        create.released = true;
        ledger.released(create.reservation);
        ledger.failed(create.machine.entry.name(), create.begun, now);
        boolean isNews = create.machine.failedInARow < 2 || create.begun >= create.machine.failedAt;
        create.machine.failedAt = isNews ? now : create.machine.failedAt;
        create.machine.failedInARow++;
    }

    private void doubt(Placed create, long until) {
        create.knownFrom = until;
        ledger.doubted(create.reservation, until);
    }

    private void join(Machine machine, Random random) {
        if (!machine.rooms.isEmpty()) {
            machine.rooms.get(random.nextInt(machine.rooms.size())).people += random.nextInt(30);
        }
    }

    private void end(Machine machine, Random random) {
        if (!machine.rooms.isEmpty()) {
            Placed room = machine.rooms.remove(random.nextInt(machine.rooms.size()));
            room.ended = true;
        }
    }

    /** Each meeting that is there, or may come to be, counts once; loads are numbers. */
    private void check() {
        for (Placed each : placed) {
            SiteBook book = ledger.book(each.machine.entry.name());
            long times = counted(book).filter(id -> id.equals(each.id)).count();
            boolean mayBeKnown = book.answer() != null && book.answer().startedAt() > each.knownFrom;
            if (each.released) {
                assertThat(times).as(each.id).isZero();
            } else if (each.ended || (each.created == NEVER && mayBeKnown)) {
                assertThat(times).as(each.id).isLessThanOrEqualTo(1);
            } else {
                assertThat(times).as(each.id).isEqualTo(1);
            }
        }
        for (Machine each : machines.values()) {
            double load = rule.load(ledger.book(each.entry.name()), now);
            assertThat(load).isGreaterThanOrEqualTo(0).isFinite();
        }
    }

    private static Stream<String> counted(SiteBook book) {
        Stream<CountedMeeting> seen = book.answer() == null ? Stream.empty() : book.answer().meetings().stream();
        return Stream.concat(seen, book.unseen().stream().map(Reservation::meeting))
                .map(each -> String.valueOf(each.meeting().meetingId()));
    }

    private void later(long at, Runnable what) {
        agenda.add(new Later(at, numbers++, what));
    }
}
