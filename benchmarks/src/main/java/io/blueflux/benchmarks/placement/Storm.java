// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacementChoice;
import io.blueflux.fleet.placement.PlacementHints;
import io.blueflux.fleet.placement.PlacementRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Many meetings are created within a second on a fleet of empty servers, which is polled meanwhile; by one process, without hints.
 *
 * @param servers the servers, all of weight 1
 * @param meetings what is created, in this order
 * @param interval from one poll of a server to the next
 */
record Storm(List<FleetServer> servers, List<StormMeeting> meetings, Duration interval) {
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Runs it, by a new fleet, and empties the servers again. */
    Outcome run(Placing placing) {
        BbbFleet fleet = BbbFleet.builder(PollPlan.of(PollSchedule.every(interval)))
                .task(polled -> polled.reports().doOnNext(placing::polled))
                .build();
        try {
            fleet.replaceAll(servers);
            fleet.start();
            fleet.snapshots(Duration.ofMillis(20))
                    .filter(snapshot -> snapshot.serversIn(ServerState.UP) == servers.size())
                    .blockFirst(PATIENCE);
            Outcome outcome = run(fleet, placing);
            empty(fleet);
            return outcome;
        } finally {
            fleet.disposeLater().block();
        }
    }

    private Outcome run(BbbFleet fleet, Placing placing) {
        Map<StormMeeting, String> placed = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        Flux.range(0, meetings.size())
                .flatMap(
                        i -> Mono.delay(WITHIN.multipliedBy(i).dividedBy(meetings.size()))
                                .then(created(fleet, placing, meetings.get(i), placed)),
                        meetings.size())
                .blockLast(PATIENCE);
        int millis = (int) ((System.nanoTime() - start) / 1_000_000);
        PlacementChoice now = weighed(fleet);
        int there = now.servers().stream()
                .mapToInt(PlacementChoice.Server::meetings)
                .sum();
        return new Outcome(
                placed.size(),
                meetings.size() - placed.size(),
                there - distinct(fleet),
                Spread.of(now.servers().stream().mapToDouble(PlacementChoice.Server::load)),
                Spread.of(fleet.servers().stream().mapToDouble(server -> participants(placed, server))),
                millis);
    }

    private static Mono<Void> created(
            BbbFleet fleet, Placing placing, StormMeeting meeting, Map<StormMeeting, String> placed) {
        return placing.create(fleet, meeting.request())
                .doOnNext(server -> placed.put(meeting, server))
                .doOnError(error -> System.err.println("benchmarks: " + meeting.id() + " failed: " + error))
                .onErrorComplete()
                .then();
    }

    /** Looks at all servers, so that all rules are weighed by the same load: ours. */
    private PlacementChoice weighed(BbbFleet fleet) {
        PlacementRules rules = PlacementRules.LEAST_LOAD
                .withCandidates(servers.size())
                .withLook(new PlacementRules.Look(Duration.ZERO, Duration.ofSeconds(10)));
        PlacementChoice choice = Objects.requireNonNull(MeetingPlacement.builder(fleet)
                .rules(rules)
                .build()
                .choose("whatever comes next", PlacementHints.NONE)
                .block(PATIENCE));
        if (choice.servers().stream().anyMatch(server -> server.obstacle() != null)) {
            throw new IllegalStateException("not every server could be weighed: " + choice);
        }
        return choice;
    }

    private static int distinct(BbbFleet fleet) {
        return Objects.requireNonNull(Flux.fromIterable(fleet.servers())
                        .flatMap(server -> fleet.client(server.name()).getMeetings(), 8, 1)
                        .map(meeting -> String.valueOf(meeting.meetingId()))
                        .distinct()
                        .count()
                        .block(PATIENCE))
                .intValue();
    }

    private static void empty(BbbFleet fleet) {
        Flux.fromIterable(fleet.servers())
                .map(server -> fleet.client(server.name()))
                .flatMap(
                        client -> client.getMeetings()
                                .map(meeting -> String.valueOf(meeting.meetingId()))
                                .flatMap(client::end, 4, 1),
                        8,
                        1)
                .blockLast(PATIENCE);
    }

    private static double participants(Map<StormMeeting, String> placed, FleetServer server) {
        return placed.entrySet().stream()
                .filter(each -> each.getValue().equals(server.name()))
                .mapToInt(each -> each.getKey().size())
                .sum();
    }

    /**
     * What came of it.
     *
     * @param created meetings that were created
     * @param failed creates that ended in an error
     * @param doubled meetings that are on a server beyond the first
     * @param spread of the load by our rule, when all were created: that of the fullest server, divided by the mean
     * @param participantSpread the same of the participants, when all have come
     * @param millis from the first create to the end of the last
     */
    record Outcome(int created, int failed, int doubled, double spread, double participantSpread, int millis) {}
}
