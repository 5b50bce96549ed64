// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.ApiFailedException;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.fleet.placement.SimFleet.Result;
import io.blueflux.fleet.placement.SimServer.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FindOrCreateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimFleet sim = new SimFleet(10);
    private final Replica process = sim.process();

    FindOrCreateTest() {
        sim.pass(Duration.ofSeconds(30)); // all are up
    }

    private String chosen(String meetingId) {
        CompletableFuture<PlacementChoice> choice =
                process.placement.choose(meetingId, PlacementHints.NONE).toFuture();
        sim.pass(SECOND);
        return requireNonNull(choice.join().server());
    }

    @Test
    void aNewMeetingIsLookedForCreatedAndConfirmed() {
        sim.forgetCalls();
        Result result = process.ask("room");
        sim.pass(SECOND);

        assertThat(result.placed().created()).isTrue();
        assertThat(result.placed().known()).isTrue();
        assertThat(result.placed().supersedes()).isNull();
        assertThat(sim.running("room")).containsExactly(result.placed().server());
        assertThat(result.placed().createTime())
                .isEqualTo(sim.at(result.placed().server()).add("room").times().createTime());
        assertThat(sim.calls("create")).isEqualTo(1);
        assertThat(sim.calls("getMeetings")).isEqualTo(6);
        assertThat(sim.calls("getMeetingInfo")).isEqualTo(5); // the other candidates
    }

    @Test
    void aMeetingSeenAMomentAgoCostsNoCall() {
        Result first = process.ask("room");
        sim.pass(Duration.ofMillis(500));
        sim.forgetCalls();
        Result again = process.ask("room");

        assertThat(again.placed().server()).isEqualTo(first.placed().server());
        assertThat(again.placed().created()).isFalse();
        assertThat(sim.calls("getMeetingInfo") + sim.calls("getMeetings") + sim.calls("create"))
                .isZero();
    }

    @Test
    void aMeetingKnownForLongerIsAskedForWhereItIs() {
        Result first = process.ask("room");
        sim.pass(Duration.ofSeconds(25));
        sim.forgetCalls();
        Result again = process.ask("room");
        sim.pass(SECOND);

        assertThat(again.placed().server()).isEqualTo(first.placed().server());
        assertThat(again.placed().created()).isFalse();
        assertThat(sim.at(first.placed().server()).calls("getMeetingInfo")).isEqualTo(1);
        assertThat(sim.calls("create")).isZero();
    }

    @Test
    void oneThatEndedMeanwhileIsCreatedAnew() {
        Result first = process.ask("room");
        sim.pass(Duration.ofSeconds(5));
        sim.at(first.placed().server()).meetings.clear();
        Result again = process.ask("room");
        sim.pass(SECOND);

        assertThat(again.placed().created()).isTrue();
        assertThat(sim.running("room")).hasSize(1);
    }

    @Test
    void whoComesAtTheSameTimeSharesTheFlight() {
        List<Result> all = List.of(process.ask("room"), process.ask("room"), process.ask("room"));
        sim.pass(Duration.ofMillis(30));
        Result late = process.ask("room");
        sim.pass(SECOND);

        assertThat(sim.calls("create")).isEqualTo(1);
        assertThat(all).allSatisfy(each -> assertThat(each.placed()).isEqualTo(late.placed()));
    }

    @Test
    void aMeetingThatAnotherProcessCreatedOnACandidateIsFoundByTheLook() {
        Replica other = sim.process();
        sim.pass(Duration.ofSeconds(30));
        Result theirs = other.ask("room");
        sim.pass(Duration.ofMillis(200));
        Result ours = process.ask("room");
        sim.pass(SECOND);

        assertThat(ours.placed().server()).isEqualTo(theirs.placed().server());
        assertThat(ours.placed().created()).isFalse();
        assertThat(sim.calls("create")).isEqualTo(1);
    }

    @Test
    void twoProcessesAtTheSameMomentChooseTheSameServer() {
        Replica other = sim.process();
        sim.pass(Duration.ofSeconds(30));
        Result theirs = other.ask("room");
        Result ours = process.ask("room");
        sim.pass(SECOND);

        assertThat(ours.placed().server()).isEqualTo(theirs.placed().server());
        assertThat(sim.running("room")).hasSize(1);
    }

    @Test
    void aRefusedCreateGoesToTheNextServerAtOnce() {
        String first = chosen("room");
        sim.at(first).faults.add(new Fault(null, Duration.ofMillis(1), () -> SimServer.refused(first, "create")));
        Result result = process.ask("room");
        sim.pass(SECOND);

        assertThat(result.placed().server()).isNotEqualTo(first);
        assertThat(result.placed().created()).isTrue();
        assertThat(result.placed().supersedes()).isNull();
        assertThat(process.heard.lines).containsExactly("failed over from " + first);
        assertThat(process.placement.reserved(first)).isZero();
    }

    @Test
    void whatCreatesFailedOfIsToldInTheOrderInWhichTheyWereTried() {
        sim.servers
                .values()
                .forEach(server -> server.faults.add(
                        new Fault(null, Duration.ofMillis(1), () -> SimServer.refused(server.name, "create"))));
        for (int i = 0; i < 5; i++) {
            process.heard.lines.clear();
            Result result = process.ask("room-" + i);
            sim.pass(SECOND);
            if (!result.signals.get(0).isOnError()) {
                continue; // the servers whose creates fail are used up
            }
            NoServerException error = (NoServerException) result.error();

            List<String> tried = process.heard.lines.stream()
                    .filter(line -> line.startsWith("failed over from "))
                    .map(line -> line.substring("failed over from ".length()))
                    .toList();
            assertThat(tried).hasSize(3);
            assertThat(error.createErrors().keySet()).containsExactlyElementsOf(tried);
            assertThat(error).hasCause(error.createErrors().get(tried.get(2)));
        }
        assertThat(sim.calls("create")).isGreaterThanOrEqualTo(10);
    }

    @Test
    void whatTheRequestIsAtFaultForIsTriedNowhereElse() {
        String first = chosen("room");
        sim.at(first)
                .faults
                .add(new Fault(
                        null, Duration.ofMillis(1), () -> SimServer.failed(first, "create", "nonUniqueVoiceBridge")));
        Result result = process.ask("room");
        sim.pass(SECOND);

        assertThat(result.error()).isInstanceOf(ApiFailedException.class);
        assertThat(sim.calls("create")).isEqualTo(1);
        assertThat(process.placement.reserved(first)).isZero();
    }

    @Test
    void aCreateThatTimedOutAfterItsEffectIsFoundOnTheSameServer() {
        String first = chosen("room");
        sim.at(first)
                .faults
                .add(new Fault(Duration.ofMillis(50), Duration.ofSeconds(5), () -> SimServer.timeout(first, "create")));
        Result result = process.ask("room");
        sim.pass(Duration.ofSeconds(7));

        assertThat(result.placed().server()).isEqualTo(first);
        assertThat(sim.running("room")).containsExactly(first);
        assertThat(sim.calls("create")).isEqualTo(1);
        assertThat(process.heard.lines).containsExactly("ambiguous on " + first);
    }

    @Test
    void aCreateThatTimedOutWithoutEffectIsRepeatedOnTheSameServer() {
        String first = chosen("room");
        sim.at(first).faults.add(new Fault(null, Duration.ofSeconds(5), () -> SimServer.timeout(first, "create")));
        Result result = process.ask("room");
        sim.pass(Duration.ofSeconds(7));

        assertThat(result.placed().server()).isEqualTo(first);
        assertThat(sim.running("room")).containsExactly(first);
        assertThat(sim.calls("create")).isEqualTo(2);
    }

    @Test
    void aServerThatFallsSilentInTheCreateIsSuperseded() {
        String first = chosen("room");
        sim.at(first).faults.add(new Fault(null, SECOND, () -> SimServer.reset(first, "create")));
        Result result = process.ask("room");
        sim.pass(Duration.ofMillis(500));
        sim.at(first).hangs = true;
        sim.pass(Duration.ofSeconds(10));

        assertThat(result.placed().server()).isNotEqualTo(first);
        assertThat(result.placed().supersedes()).isEqualTo(first);
        assertThat(process.placement.reserved(first)).isPositive(); // for ten minutes nobody knows
    }

    @Test
    void withNoOtherServerADoubtIsAnErrorAndAskingAgainFindsTheMeeting() {
        sim.servers.keySet().stream().skip(1).forEach(process.fleet::remove);
        String only = "bbb-00";
        sim.at(only).faults.add(new Fault(Duration.ofSeconds(8), SECOND, () -> SimServer.reset(only, "create")));
        Result result = process.ask("room");
        sim.pass(Duration.ofMillis(500));
        sim.at(only).hangs = true;
        sim.pass(Duration.ofSeconds(10));
        assertThat(result.error()).isInstanceOf(MeetingUncertainException.class).hasMessageContaining(only);

        sim.at(only).hangs = false;
        Result again = process.ask("room");
        sim.pass(SECOND);
        assertThat(again.placed().server()).isEqualTo(only);
        assertThat(sim.at(only).calls("create")).isEqualTo(1);
    }

    @Test
    void idNotUniqueMeansThatItExists() {
        String first = chosen("room");
        sim.at(first)
                .faults
                .add(new Fault(
                        Duration.ofMillis(1),
                        Duration.ofMillis(10),
                        () -> SimServer.failed(first, "create", "idNotUnique")));
        Result result = process.ask("room");
        sim.pass(SECOND);

        assertThat(result.placed().server()).isEqualTo(first);
        assertThat(result.placed().created()).isFalse();
    }

    @Test
    void aMeetingOfAServerThatHiccupsIsThereStill() {
        Result first = process.ask("room");
        sim.pass(Duration.ofSeconds(15));
        SimServer server = sim.at(first.placed().server());
        server.hangs = true;
        sim.pass(Duration.ofSeconds(21));
        assertThat(process.state(server.name)).isEqualTo(ServerState.UNSTABLE);
        Result again = process.ask("room");
        sim.pass(Duration.ofSeconds(2));

        assertThat(again.placed().server()).isEqualTo(server.name);
        assertThat(again.placed().known()).isFalse();
        assertThat(sim.calls("create")).isEqualTo(1);
    }

    @Test
    void aMeetingOfAServerThatIsDownIsPlacedAnew() {
        Result first = process.ask("room");
        sim.pass(Duration.ofSeconds(15));
        SimServer server = sim.at(first.placed().server());
        server.refuses = true;
        sim.pass(Duration.ofMinutes(2));
        assertThat(process.state(server.name)).isEqualTo(ServerState.DOWN);
        Result again = process.ask("room");
        sim.pass(Duration.ofSeconds(2));

        assertThat(again.placed().server()).isNotEqualTo(server.name);
        assertThat(again.placed().created()).isTrue();
        assertThat(again.placed().supersedes()).isEqualTo(server.name);

        server.refuses = false; // it comes back with the meeting
        sim.pass(Duration.ofMinutes(4));
        Result third = process.ask("room");
        sim.pass(Duration.ofSeconds(2));
        assertThat(third.placed().server()).isEqualTo(server.name); // the earlier one wins
        assertThat(process.heard.lines).anyMatch(line -> line.startsWith("doubled on [" + server.name));
        assertThat(sim.running("room")).hasSize(2); // nobody ended anything
    }

    @Test
    void aHouseMayPreferAnErrorToAnotherServer() {
        Replica keeping = sim
        .new Replica(builder -> builder.rules(PlacementRules.LEAST_LOAD.withOnDown(PlacementRules.OnDown.KEEP)), true);
        sim.pass(Duration.ofSeconds(30));
        Result first = keeping.ask("room");
        sim.pass(Duration.ofSeconds(15));
        sim.at(first.placed().server()).refuses = true;
        sim.pass(Duration.ofMinutes(2));
        Result again = keeping.ask("room");
        sim.pass(Duration.ofSeconds(2));

        assertThat(again.error())
                .isInstanceOf(MeetingUnreachableException.class)
                .hasMessageContaining(first.placed().server());
    }

    @Test
    void noServerAtAllSaysWhyOfEach() {
        sim.servers.values().forEach(server -> server.refuses = true);
        Result result = process.ask("room");
        sim.pass(Duration.ofSeconds(10));

        assertThat(result.error())
                .isInstanceOf(NoServerException.class)
                .hasMessage("no server may take the meeting room: 10 servers, 10 did not answer");
    }

    @Test
    void theLastToLeaveEndsTheFlightUnlessACreateIsOnItsWay() {
        Result one = process.ask("room");
        Result two = process.ask("room");
        one.subscription.dispose();
        two.subscription.dispose();
        sim.pass(SECOND);
        assertThat(sim.calls("create")).isZero();

        Result three = process.ask("room");
        sim.pass(Duration.ofMillis(25)); // looked
        assertThat(sim.calls("create")).isEqualTo(1);
        three.subscription.dispose();
        sim.pass(SECOND);
        assertThat(sim.running("room")).hasSize(1);
        Result four = process.ask("room");
        sim.pass(SECOND);
        assertThat(four.placed().server()).isEqualTo(sim.running("room").get(0));
        assertThat(sim.calls("create")).isEqualTo(1);
    }

    @Test
    void claimsOfOthersAreFollowed() {
        String ours = chosen("room");
        String theirs = ours.equals("bbb-03") ? "bbb-04" : "bbb-03";
        Replica claiming =
                sim.new Replica(builder -> builder.claims((meetingId, server, ttl) -> Mono.just(theirs)), true);
        sim.pass(Duration.ofSeconds(30));
        Result result = claiming.ask("room");
        sim.pass(SECOND);

        assertThat(result.placed().server()).isEqualTo(theirs);
    }

    @Test
    void claimsThatThrowAreDoneWithout() {
        UnaryOperator<MeetingPlacementBuilder> claims = builder -> builder.claims((meetingId, server, ttl) -> {
            throw new StackOverflowError("claims");
        });
        Replica claiming = sim.new Replica(claims, true);
        sim.pass(Duration.ofSeconds(30));
        Result result = claiming.ask("room");
        sim.pass(SECOND);

        assertThat(result.placed().created()).isTrue();
    }
}
