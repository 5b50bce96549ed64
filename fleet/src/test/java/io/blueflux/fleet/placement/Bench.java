// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;

import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fleet as the rule sees it, and a process that places on it: for one question at a time. */
final class Bench {
    static final long NOW = 1_700_000_000_000L;

    final PlacementRules rules;
    final PlacementRule rule;
    final PlacementLedger ledger;
    final Map<String, Site> sites = new LinkedHashMap<>();
    final Map<String, PlacementObstacle> without = new LinkedHashMap<>();

    Bench(PlacementRules rules, int servers) {
        this.rules = rules;
        this.rule = new PlacementRule(rules);
        this.ledger = new PlacementLedger(rules);
        IntStream.range(0, servers).forEach(i -> server(Rooms.server("s" + i)));
    }

    Bench(int servers) {
        this(PlacementRules.LEAST_LOAD, servers);
    }

    void server(FleetServer server) {
        sites.put(server.name(), new Site(SiteEntry.of(server), ServerState.UP, false, false, SiteBook.EMPTY));
    }

    void state(String server, ServerState state) {
        Site site = requireNonNull(sites.get(server));
        sites.put(server, new Site(site.entry(), state, site.draining(), site.cordoned(), site.book()));
    }

    void marked(String server, boolean draining, boolean cordoned) {
        Site site = requireNonNull(sites.get(server));
        sites.put(server, new Site(site.entry(), site.state(), draining, cordoned, site.book()));
    }

    void change(String server, UnaryOperator<FleetServer> how) {
        server(how.apply(Rooms.server(server)));
    }

    void answers(String server, long startedAt, Meeting... meetings) {
        ledger.answered(
                server, SiteAnswer.of(rules, List.of(meetings), startedAt, startedAt, Instant.ofEpochMilli(startedAt)));
    }

    NewMeeting wanted(String meetingId, PlacementHints hints) {
        return NewMeeting.of(rules, meetingId, hints, 0, NOW);
    }

    List<Site> now() {
        return sites.values().stream()
                .map(site -> new Site(
                        site.entry(), site.state(), site.draining(), site.cordoned(), ledger.book(site.name())))
                .toList();
    }

    String chosen(String meetingId, PlacementHints hints) {
        Candidate best =
                rule.decide(wanted(meetingId, hints), now(), without, NOW).best();
        return best == null ? "none" : best.site().name();
    }

    String chosen(String meetingId) {
        return chosen(meetingId, PlacementHints.NONE);
    }

    PlacementChoice explained(String meetingId, PlacementHints hints) {
        return rule.explain(wanted(meetingId, hints), now(), without, NOW);
    }

    @Nullable
    PlacementObstacle obstacle(String server, PlacementHints hints) {
        return explained("room", hints).servers().stream()
                .filter(each -> each.name().equals(server))
                .findFirst()
                .orElseThrow()
                .obstacle();
    }

    /** Places, with an answer to create at once. */
    Reservation placed(String server, String meetingId, PlacementHints hints, long now) {
        Reservation reservation =
                requireNonNull(ledger.reserve(server, wanted(meetingId, hints).meeting(), now));
        ledger.created(
                reservation,
                CountedMeeting.placed(rules, meetingId, meetingId + "-" + now, 0, hints.expectedParticipants(), now),
                now);
        return reservation;
    }

    /** Where the process placed a meeting that the server's newest answer lacks. */
    List<Reservation> unseen(String meetingId) {
        return sites.keySet().stream()
                .flatMap(server -> ledger.book(server).unseen().stream())
                .filter(each -> meetingId.equals(each.meeting().meeting().meetingId()))
                .toList();
    }

    double load(String server, long now) {
        return rule.load(ledger.book(server), now);
    }

    Map<PlacementObstacle, Integer> obstacles(PlacementHints hints) {
        Map<PlacementObstacle, Integer> counts = new EnumMap<>(PlacementObstacle.class);
        explained("room", hints).servers().stream()
                .flatMap(each -> Stream.ofNullable(each.obstacle()))
                .forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }
}
