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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Creates whose effect is not plain at once, and what is said of them afterwards. */
class DoubtTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimFleet sim = new SimFleet(10);
    private final Replica process = sim.process();

    DoubtTest() {
        sim.pass(Duration.ofSeconds(30)); // all are up
    }

    private String chosen(String meetingId) {
        return chosen(process, meetingId);
    }

    private String chosen(Replica asked, String meetingId) {
        CompletableFuture<PlacementChoice> choice =
                asked.placement.choose(meetingId, PlacementHints.NONE).toFuture();
        sim.pass(SECOND);
        return requireNonNull(choice.join().server());
    }

    private SimServer failing(String meetingId, Throwable... errors) {
        SimServer server = sim.at(chosen(meetingId));
        for (Throwable error : errors) {
            server.faults.add(new Fault(null, Duration.ofMillis(10), () -> error));
        }
        return server;
    }

    @Test
    void aDoubtThatNobodyEndedIsNoMeetingTenMinutesLater() {
        Replica unpolled = sim.new Replica(builder -> builder, false);
        SimServer first = sim.at(chosen(unpolled, "room"));
        first.faults.add(new Fault(null, SECOND, () -> SimServer.reset(first.name, "create")));
        Result result = unpolled.ask("room");
        sim.pass(Duration.ofMillis(500));
        first.hangs = true;
        sim.pass(Duration.ofSeconds(10));
        assertThat(result.placed().supersedes()).isEqualTo(first.name);
        sim.at(result.placed().server()).meetings.clear();

        sim.pass(Duration.ofSeconds(591)); // the doubt ended half a second ago
        Result again = unpolled.ask("room");
        sim.pass(Duration.ofSeconds(10));
        assertThat(again.placed().server()).isNotEqualTo(first.name);
        assertThat(again.placed().created()).isTrue();
    }

    @Test
    void aServerThatHadADoubtfulCreateAndHasTheMeetingSupersedesNobody() {
        sim.servers.keySet().stream().skip(1).forEach(process.fleet::remove);
        SimServer only = sim.at("bbb-00");
        only.faults.add(new Fault(Duration.ofSeconds(5), SECOND, () -> SimServer.reset(only.name, "create")));
        Result first = process.ask("room");
        sim.pass(Duration.ofMillis(500));
        only.hangs = true;
        sim.pass(Duration.ofSeconds(8));
        assertThat(first.error()).isInstanceOf(MeetingUncertainException.class);

        Result again = process.ask("room"); // it does not answer when it is asked, and then does
        sim.pass(Duration.ofMillis(990));
        only.hangs = false;
        sim.pass(Duration.ofSeconds(2));
        assertThat(again.placed().server()).isEqualTo(only.name);
        assertThat(again.placed().supersedes()).isNull();
    }

    @Test
    void aRepeatedCreateThatCreatedIsConfirmedAsOthersAre() {
        SimServer first = failing("room", SimServer.reset("bbb", "create"));
        Result result = process.ask("room");
        sim.pass(Duration.ofMillis(100));
        sim.forgetCalls();
        sim.pass(Duration.ofSeconds(3));

        assertThat(result.placed().server()).isEqualTo(first.name);
        assertThat(result.placed().created()).isTrue();
        assertThat(sim.calls("getMeetingInfo")).isEqualTo(1 + 5); // the same server, then the other candidates
    }

    @Test
    void thatItExistsIsNoErrorWhereTheServerCannotBeAskedAtOnce() {
        SimServer first = failing("room", SimServer.failed("bbb", "create", "idNotUnique"));
        first.add("room");
        first.scripts.put("getMeetings", arguments -> reactor.core.publisher.Flux.empty());
        int[] asked = {0};
        first.scripts.put(
                "getMeetingInfo",
                arguments -> ++asked[0] == 1
                        ? Mono.error(SimServer.reset(first.name, "getMeetingInfo"))
                        : Mono.just(first.add("room")));
        Result result = process.ask("room");
        sim.pass(Duration.ofSeconds(5));

        assertThat(result.placed().server()).isEqualTo(first.name);
        assertThat(result.placed().created()).isFalse();
    }

    @Test
    void aMeetingThatIsJustEndingIsWaitedForAndCreatedAnew() {
        String first = chosen("room");
        SimServer server = sim.at(first);
        for (int i = 0; i < 2; i++) { // BBB ends within 0.7 s
            server.faults.add(new Fault(
                    null, Duration.ofMillis(10), () -> SimServer.failed(first, "create", "duplicateWarning")));
        }
        Result result = process.ask("room");
        sim.pass(Duration.ofSeconds(5));

        assertThat(result.placed().server()).isEqualTo(first);
        assertThat(result.placed().created()).isTrue();
        assertThat(sim.running("room")).containsExactly(first);
    }

    @Test
    void whatTheRequestIsAtFaultForIsTriedNowhereElseAfterADoubtEither() {
        SimServer first =
                failing("room", SimServer.reset("bbb", "create"), SimServer.failed("bbb", "create", "sizeError"));
        Result result = process.ask("room");
        sim.pass(Duration.ofSeconds(15));

        assertThat(result.error()).isInstanceOf(ApiFailedException.class).hasMessageContaining("sizeError");
        assertThat(sim.calls("create")).isEqualTo(first.calls("create")).isEqualTo(2);
    }

    @Test
    void aDoubtDoesNotMakeAHouseForgetWhatIsOnAServerThatIsDown() {
        Replica keeping = sim
        .new Replica(builder -> builder.rules(PlacementRules.LEAST_LOAD.withOnDown(PlacementRules.OnDown.KEEP)), true);
        sim.pass(Duration.ofSeconds(30));
        SimServer silent = sim.at(chosen(keeping, "room"));
        silent.faults.add(new Fault(null, Duration.ofMillis(10), () -> SimServer.reset(silent.name, "create")));
        silent.scripts.put("getMeetingInfo", arguments -> Mono.never());
        Result first = keeping.ask("room");
        sim.pass(Duration.ofSeconds(15));
        SimServer down = sim.at(first.placed().server());
        assertThat(first.placed().supersedes()).isEqualTo(silent.name);
        down.refuses = true;
        sim.pass(Duration.ofMinutes(2));
        assertThat(requireNonNull(keeping.fleet.snapshot().servers().get(down.name))
                        .state())
                .isEqualTo(ServerState.DOWN);
        Result result = keeping.ask("room");
        sim.pass(Duration.ofSeconds(3));

        assertThat(result.error())
                .isInstanceOfSatisfying(
                        MeetingUnreachableException.class,
                        error -> assertThat(error.unanswered()).containsExactly(down.name));
    }
}
