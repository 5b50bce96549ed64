// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;

import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Servers in virtual time, whose meetings fill up within ten minutes, and processes that look at them and place. */
final class Machines {
    final List<Machine> all;

    Machines(int count, IntToDoubleFunction weights) {
        all = IntStream.range(0, count)
                .mapToObj(i -> new Machine(Rooms.server("bbb-%02d".formatted(i)).withWeight(weights.applyAsDouble(i))))
                .toList();
    }

    /** A meeting, and how it goes. Times are milliseconds. */
    record Room(String id, long created, int size, @Nullable Integer hint, long end) {
        int participants(long now) {
            return (int) Math.floor(size * Math.min(1, Math.max(0, (now - created) / 1_000.0 / 600)));
        }

        boolean isOn(long now) {
            return created <= now && now < end;
        }
    }

    /** A server. */
    static final class Machine {
        final SiteEntry entry;
        final List<Room> rooms = new ArrayList<>();

        Machine(FleetServer server) {
            entry = SiteEntry.of(server);
        }

        List<Meeting> meetings(long now) {
            return rooms.stream()
                    .filter(room -> room.isOn(now))
                    .map(room -> Rooms.meeting(room.id(), room.created(), room.participants(now), room.hint()))
                    .toList();
        }

        double participants(long now) {
            return rooms.stream()
                    .filter(room -> room.isOn(now))
                    .mapToInt(room -> room.participants(now))
                    .sum();
        }

        double load(long now) {
            return participants(now) / entry.weight();
        }
    }

    /** Mean over all servers of participants by weight. */
    double mean(long now) {
        double people = all.stream().mapToDouble(each -> each.participants(now)).sum();
        return people / all.stream().mapToDouble(each -> each.entry.weight()).sum();
    }

    /** The fullest server beside the mean. */
    double ratio(long now) {
        return all.stream().mapToDouble(each -> each.load(now)).max().orElseThrow() / mean(now);
    }

    /** A process: what it saw and what it placed. */
    final class Placer {
        private final PlacementRules rules;
        private final PlacementRule rule;
        private final PlacementLedger ledger;

        Placer(PlacementRules rules) {
            this.rules = rules;
            this.rule = new PlacementRule(rules);
            this.ledger = new PlacementLedger(rules);
        }

        void look(Machine machine, long now) {
            ledger.answered(
                    machine.entry.name(),
                    SiteAnswer.of(rules, machine.meetings(now), now, now, Instant.ofEpochMilli(now)));
        }

        /** Returns where a meeting would go, after a look at the candidates. */
        Machine chosen(Room room, long now) {
            NewMeeting wanted = wanted(room, now);
            for (Candidate each : rule.decide(wanted, sites(), Map.of(), now).candidates()) {
                look(machine(each), now);
            }
            return machine(
                    requireNonNull(rule.decide(wanted, sites(), Map.of(), now).best()));
        }

        Machine place(Room room, long now) {
            Machine machine = chosen(room, now);
            NewMeeting wanted = wanted(room, now);
            Reservation reservation = ledger.reserve(machine.entry.name(), wanted.meeting(), now);
            machine.rooms.add(room);
            CountedMeeting created =
                    CountedMeeting.placed(rules, room.id(), room.id() + "-" + now, 0, room.hint(), now);
            ledger.created(requireNonNull(reservation), created, now);
            return machine;
        }

        private NewMeeting wanted(Room room, long now) {
            PlacementHints hints = room.hint() == null ? PlacementHints.NONE : PlacementHints.expecting(room.hint());
            return NewMeeting.of(rules, room.id(), hints, 0, now);
        }

        private List<Site> sites() {
            return all.stream()
                    .map(each -> new Site(each.entry, ServerState.UP, false, false, ledger.book(each.entry.name())))
                    .toList();
        }

        private Machine machine(Candidate candidate) {
            return all.stream()
                    .filter(each -> each.entry == candidate.site().entry())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
