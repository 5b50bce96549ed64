// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static io.blueflux.fleet.placement.Bench.NOW;
import static io.blueflux.fleet.placement.PlacementHints.NONE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementRuleTest {

    @Test
    void emptyServersShareTheMeetingsOfOneMoment() {
        Bench bench = new Bench(22);
        Set<String> chosen =
                IntStream.range(0, 200).mapToObj(i -> bench.chosen("room-" + i)).collect(Collectors.toSet());

        assertThat(chosen).hasSize(22); // ties go by the order of the meeting, not to the first of the list
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        Bench bench = new Bench(30);
        List<Site> sites = new ArrayList<>(bench.now());
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(sites, new Random(i));
            Decision decision = bench.rule.decide(bench.wanted("room-" + i, NONE), sites, Map.of(), NOW);

            assertThat(requireNonNull(decision.best()).site().name()).isEqualTo(bench.chosen("room-" + i));
        }
    }

    @Test
    void theCandidatesAreTheFirstInTheOrderOfTheMeeting() {
        Bench bench = new Bench(22);
        List<PlacementChoice.Server> servers = bench.explained("room", NONE).servers();

        assertThat(servers.subList(0, 6)).allMatch(each -> each.obstacle() == null);
        assertThat(servers.subList(6, 22)).allMatch(each -> each.obstacle() == PlacementObstacle.LATER_IN_ORDER);
    }

    @Test
    void aServerThatFlapsMovesNoOtherCandidate() {
        Bench bench = new Bench(22);
        List<String> before = candidates(bench);
        bench.state(before.get(2), ServerState.DOWN);
        List<String> during = candidates(bench);

        assertThat(during).hasSize(6);
        assertThat(during.subList(0, 5))
                .isEqualTo(before.stream()
                        .filter(name -> !name.equals(before.get(2)))
                        .toList());
        bench.state(before.get(2), ServerState.UP);
        assertThat(candidates(bench)).isEqualTo(before);
    }

    @Test
    void theNewMeetingCountsByTheWeightOfTheServer() {
        Bench bench = new Bench(0);
        bench.server(Rooms.server("strong").withWeight(2));
        bench.server(Rooms.server("weak"));
        bench.answers("strong", NOW, Rooms.meeting("a", 0, 40, null)); // 45 of 2, 22.5
        bench.answers("weak", NOW, Rooms.meeting("b", 0, 15, null)); // 20 of 1

        assertThat(bench.chosen("room", PlacementHints.expecting(1))).isEqualTo("strong"); // 25.5 to 26
        assertThat(bench.chosen("room", PlacementHints.expecting(200))).isEqualTo("strong");
        bench.answers("strong", NOW, Rooms.meeting("a", 0, 49, null)); // 27
        assertThat(bench.chosen("room", PlacementHints.expecting(1))).isEqualTo("weak"); // 30 to 26
        assertThat(bench.chosen("room", PlacementHints.expecting(100))).isEqualTo("strong"); // 79.5 to 125
    }

    @Test
    void stickyIsTheFirstOfTheOrderWhateverItsLoad() {
        Bench bench = new Bench(PlacementRules.STICKY, 22);
        String chosen = bench.chosen("room");
        bench.answers(chosen, NOW, Rooms.meeting("big", NOW, 5_000, null));

        assertThat(bench.chosen("room")).isEqualTo(chosen);
        bench.marked(chosen, false, true);
        assertThat(bench.chosen("room")).isNotEqualTo(chosen);
    }

    @Test
    void moreCandidatesThanServersAreAllServers() {
        Bench bench = new Bench(PlacementRules.LEAST_LOAD.withCandidates(Integer.MAX_VALUE), 9);

        assertThat(candidates(bench)).hasSize(9);
    }

    @Test
    void eachObstacleIsNamed() {
        Bench bench = new Bench(12);
        bench.state("s0", ServerState.DOWN);
        bench.state("s1", ServerState.UNSTABLE);
        bench.state("s2", ServerState.RECOVERING);
        bench.marked("s3", true, false);
        bench.marked("s4", false, true);
        bench.change("s5", server -> server.withMaxMeetings(1));
        bench.answers("s5", NOW, Rooms.meeting("m", NOW, 0, null));
        bench.change("s6", server -> server.withMaxParticipants(19));
        bench.change("s7", server -> server.withTags("reserved"));
        bench.ledger.failed("s8", NOW, NOW);
        bench.ledger.failed("s8", NOW, NOW);
        bench.without.put("s9", PlacementObstacle.NO_ANSWER);
        bench.without.put("s10", PlacementObstacle.CREATE_FAILED);

        assertThat(bench.explained("room", NONE).servers().stream()
                        .collect(Collectors.toMap(
                                PlacementChoice.Server::name, each -> String.valueOf(each.obstacle()))))
                .containsOnly(
                        Map.entry("s0", "DOWN"),
                        Map.entry("s1", "UNSTABLE"),
                        Map.entry("s2", "RECOVERING"),
                        Map.entry("s3", "DRAINING"),
                        Map.entry("s4", "CORDONED"),
                        Map.entry("s5", "MEETINGS_FULL"),
                        Map.entry("s6", "PARTICIPANTS_FULL"),
                        Map.entry("s7", "OTHER_GROUP"),
                        Map.entry("s8", "CREATE_FAILED"),
                        Map.entry("s9", "NO_ANSWER"),
                        Map.entry("s10", "CREATE_FAILED"),
                        Map.entry("s11", "null"));
        assertThat(bench.chosen("room")).isEqualTo("s11");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSTABLE", "RECOVERING"})
    void aServerThatIsNotWellIsTakenOnlyWhereThereIsNoOther(ServerState state) {
        Bench bench = new Bench(2);
        bench.state("s0", state);
        assertThat(bench.chosen("room")).isEqualTo("s1");

        bench.state("s1", ServerState.DOWN);
        assertThat(bench.chosen("room")).isEqualTo("s0");
        assertThat(bench.obstacle("s0", NONE)).isNull();

        bench.without.put("s0", PlacementObstacle.NO_ANSWER);
        assertThat(bench.chosen("room")).isEqualTo("none");
    }

    @Test
    void aNewServerIsTakenBeforeItsFirstPoll() {
        Bench bench = new Bench(0);
        FleetServer server = Rooms.server("s0");
        bench.sites.put("s0", Site.of(SiteEntry.of(server), null, SiteBook.EMPTY));

        assertThat(bench.chosen("room")).isEqualTo("s0");
    }

    @Test
    void groupsAreTriedInTheirOrder() {
        Bench bench = new Bench(0);
        bench.server(Rooms.server("eu-large").withTags("eu", "large"));
        bench.server(Rooms.server("eu").withTags("eu"));
        bench.server(Rooms.server("us").withTags("us"));
        bench.server(Rooms.server("plain"));
        bench.server(Rooms.server("tenant").withTags("acme", "reserved"));
        PlacementHints large = NONE.on("eu", "large").orOn("eu");

        assertThat(bench.chosen("room", large)).isEqualTo("eu-large");
        assertThat(all(bench, NONE.on("eu"))).containsExactly("eu", "eu-large");
        assertThat(all(bench, NONE)).containsExactly("eu", "eu-large", "plain", "us");
        assertThat(all(bench, NONE.notOn("eu", "us"))).containsExactly("plain");
        assertThat(all(bench, NONE.on("acme"))).containsExactly("tenant");
        assertThat(all(bench, NONE.on("eu").notOn("large"))).containsExactly("eu");

        bench.state("eu-large", ServerState.UNSTABLE);
        assertThat(bench.chosen("room", large)).isEqualTo("eu-large"); // rather than another group
        bench.state("eu-large", ServerState.DOWN);
        assertThat(bench.chosen("room", large)).isEqualTo("eu");
        bench.state("eu", ServerState.DOWN);
        assertThat(bench.chosen("room", large)).isEqualTo("none");
        assertThat(all(bench, large.orAnywhere())).containsExactly("plain", "us");
    }

    @Test
    void boundsCountWhatIsReservedAndWhoIsExpected() {
        Bench bench = new Bench(0);
        bench.server(Rooms.server("s0").withMaxMeetings(2).withMaxParticipants(100));
        bench.answers("s0", NOW, Rooms.meeting("a", NOW - 600_000, 3, 40)); // 20 still expected

        assertThat(bench.chosen("room", PlacementHints.expecting(80))).isEqualTo("s0");
        assertThat(bench.chosen("room", PlacementHints.expecting(81))).isEqualTo("none");
        assertThat(bench.obstacles(PlacementHints.expecting(81))).containsOnlyKeys(PlacementObstacle.PARTICIPANTS_FULL);

        bench.placed("s0", "b", PlacementHints.expecting(30), NOW);
        assertThat(bench.obstacles(NONE)).containsOnlyKeys(PlacementObstacle.MEETINGS_FULL);
    }

    @Test
    void fullCandidatesGiveWayToLaterOnes() {
        Bench bench = new Bench(22);
        List<String> before = candidates(bench);
        before.subList(0, 5).forEach(name -> {
            bench.change(name, server -> server.withMaxMeetings(1));
            bench.placed(name, "m", NONE, NOW);
        });

        assertThat(candidates(bench))
                .hasSize(6)
                .startsWith(before.get(5))
                .doesNotContainAnyElementsOf(before.subList(0, 5));
    }

    @Test
    void theChoiceSaysWhyInOneLine() {
        Bench bench = new Bench(PlacementRules.LEAST_LOAD.withCandidates(2), 4);
        List<String> order = bench.explained("room", NONE).servers().stream()
                .map(PlacementChoice.Server::name)
                .toList();
        bench.answers(order.get(0), NOW, Rooms.meeting("m", 0, 7, null));
        bench.state(order.get(3), ServerState.DOWN);
        PlacementChoice choice = bench.explained("room", PlacementHints.expecting(30));

        assertThat(choice.server()).isEqualTo(order.get(1));
        assertThat(choice)
                .hasToString("room (30 expected): " + order.get(1) + " at 35 before " + order.get(0)
                        + " at 47; others: 1 down, 1 later in the order");
        assertThat(choice.servers().get(0))
                .isEqualTo(new PlacementChoice.Server(order.get(0), 1, 1, 7, 12, 0, 47, null));
    }

    @Test
    void noServerIsSaidWithCountsFirstAndAReasonForEach() {
        Bench bench = new Bench(4);
        bench.state("s0", ServerState.DOWN);
        bench.state("s1", ServerState.DOWN);
        bench.marked("s2", false, true);
        bench.without.put("s3", PlacementObstacle.CREATE_FAILED);
        BbbException failed = new HttpStatusException(new CallSite("s3", "create"), 503, "");
        NoServerException error = new NoServerException(bench.explained("room\n7", NONE), Map.of("s3", failed));

        assertThat(error)
                .hasMessage("no server may take the meeting room 7: 4 servers, 1 cordoned, 2 down, 1 failed to create")
                .hasCause(failed);
        assertThat(error.meetingId()).isEqualTo("room\n7");
        assertThat(error.obstacles())
                .containsOnly(
                        Map.entry("s0", PlacementObstacle.DOWN),
                        Map.entry("s1", PlacementObstacle.DOWN),
                        Map.entry("s2", PlacementObstacle.CORDONED),
                        Map.entry("s3", PlacementObstacle.CREATE_FAILED));
        assertThat(error.createErrors()).containsOnly(Map.entry("s3", failed));
        assertThat(new NoServerException(new Bench(0).explained("room", NONE), Map.of()))
                .hasMessage("no server may take the meeting room: the fleet has none");
        assertThat(new MeetingUncertainException("room", "s3", failed))
                .hasMessage("the meeting room may or may not have been created on s3");
    }

    private static List<String> candidates(Bench bench) {
        return bench.rule.decide(bench.wanted("room", NONE), bench.now(), bench.without, NOW).candidates().stream()
                .map(each -> each.site().name())
                .toList();
    }

    private static Set<String> all(Bench bench, PlacementHints hints) {
        return bench.rule.decide(bench.wanted("room", hints), bench.now(), bench.without, NOW).candidates().stream()
                .map(each -> each.site().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
