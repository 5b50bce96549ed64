// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.fleet.placement.SimFleet.Result;
import io.blueflux.fleet.placement.SimServer.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Servers that may not take a meeting, and may have it: found is before chosen. */
class PassedOverTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimFleet sim = new SimFleet(10);
    private final Replica process = sim.process();
    private final Replica other = sim.process();

    PassedOverTest() {
        sim.pass(Duration.ofSeconds(30)); // all are up
    }

    private String chosen(String meetingId) {
        CompletableFuture<PlacementChoice> choice =
                process.placement.choose(meetingId, PlacementHints.NONE).toFuture();
        sim.pass(SECOND);
        return requireNonNull(choice.join().server());
    }

    private Result created(Replica by, String meetingId) {
        Result result = by.ask(meetingId);
        sim.pass(Duration.ofMillis(500));
        return result;
    }

    /** Until the next poll nobody else knows of the meeting. */
    @Test
    void aMeetingThatAnotherProcessCreatedIsFoundOnAServerThatWasCordonedSince() {
        String theirs = created(other, "room").placed().server();
        process.fleet.cordon(theirs);
        other.fleet.cordon(theirs);
        Result ours = created(process, "room");

        assertThat(ours.placed().server()).isEqualTo(theirs);
        assertThat(sim.running("room")).containsExactly(theirs);
    }

    @Test
    void aMeetingThatAnotherProcessCreatedIsFoundOnAServerThatIsDrainedSince() {
        String theirs = created(other, "room").placed().server();
        process.fleet.drain(theirs);
        Result ours = created(process, "room");

        assertThat(ours.placed().server()).isEqualTo(theirs);
        assertThat(sim.running("room")).containsExactly(theirs);
    }

    @Test
    void aMeetingThatAnotherProcessCreatedIsFoundOnAServerOnWhichOurCreatesFailed() {
        String theirs = chosen("room");
        for (int i = 0; i < 2; i++) {
            sim.at(theirs).faults.add(new Fault(null, SECOND, () -> SimServer.refused(theirs, "create")));
        }
        for (int i = 0; sim.at(theirs).faults.size() > 0; i++) {
            process.ask("other-" + i);
            sim.pass(Duration.ofMillis(300));
        }
        sim.pass(Duration.ofSeconds(2));
        sim.at(theirs).add("room"); // by the other process, which it does not refuse
        Result ours = created(process, "room");

        assertThat(ours.placed().server()).isEqualTo(theirs);
        assertThat(sim.running("room")).containsExactly(theirs);
    }

    @Test
    void nobodyIsAskedBesidesTheCandidatesWhereAllMayTakeIt() {
        sim.forgetCalls();
        created(process, "room");

        assertThat(sim.calls("getMeetingInfo")).isEqualTo(5);
    }

    @Test
    void afterAFailOverTheFirstServerIsAskedTooWhetherAnotherProcessWasLuckier() {
        String first = chosen("room");
        sim.at(first).faults.add(new Fault(null, Duration.ofMillis(200), () -> SimServer.refused(first, "create")));
        Result ours = process.ask("room");
        sim.pass(Duration.ofMillis(100));
        sim.at(first).add("room"); // by another process
        sim.pass(SECOND);

        assertThat(ours.placed().server()).isEqualTo(first);
        assertThat(sim.running("room")).containsExactly(first);
    }

    @Test
    void whatAServerSaidItLacksIsNotFoundByALookFromBefore() {
        sim.servers.values().forEach(server -> server.add("room"));
        created(process, "room"); // found by looks, on several
        sim.servers.values().forEach(server -> server.meetings.clear());
        Result again = created(process, "room"); // several are asked, however fresh

        assertThat(again.placed().created()).isTrue();
    }

    @Test
    void aStormAtTheStartIsNoStormOfQuestions() {
        SimFleet fresh = new SimFleet(40);
        fresh.servers
                .values()
                .forEach(server -> server.scripts.put(
                        "getMeetings", arguments -> Flux.defer(() -> Flux.fromIterable(server.meetings.values()))));
        fresh.servers.values().forEach(server -> server.latency = Duration.ofMillis(200));
        Replica starting = fresh.new Replica(builder -> builder, true);
        fresh.servers.values().forEach(server -> server.scripts.clear());
        fresh.pass(SECOND);
        fresh.forgetCalls();
        for (int i = 0; i < 100; i++) {
            starting.ask("room-" + i);
        }
        fresh.pass(Duration.ofSeconds(3));

        assertThat(fresh.calls("create")).isEqualTo(100);
        assertThat(fresh.calls("getMeetingInfo"))
                .isLessThanOrEqualTo(500); // as always: other candidates, after creates
        assertThat(fresh.calls("getMeetings")).isLessThanOrEqualTo(40 * 5);
    }
}
