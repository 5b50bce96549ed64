// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.fleet.MeetingSearch;
import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.fleet.placement.SimFleet.Result;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final SimFleet sim = new SimFleet(4);
    private final Replica process = sim.process();

    FindingTest() {
        sim.pass(Duration.ofSeconds(30)); // all are up
        sim.servers.values().forEach(server -> server.clockAhead = Duration.ofSeconds(7));
    }

    private MeetingSearch find(String meetingId) {
        CompletableFuture<MeetingSearch> found =
                process.placement.find(meetingId).toFuture();
        sim.pass(SECOND);
        return Objects.requireNonNull(found.getNow(null));
    }

    @Test
    void aMeetingJustCreatedIsFoundWithTheTimeThatItsServerPrinted() {
        PlacedMeeting placed = created("room");
        sim.forgetCalls();
        Result again = process.ask("room");

        assertThat(sim.calls("getMeetingInfo")).isZero();
        assertThat(again.placed().createTime())
                .isEqualTo(placed.createTime())
                .isEqualTo(sim.at(placed.server()).add("room").times().createTime());
    }

    @Test
    void aRememberedMeetingIsAskedForTheTimeOfItsCreation() {
        sim.at("bbb-02").add("room");
        process.placement.remember("room", "bbb-02");
        LocatedMeeting found = requireNonNull(find("room").found());

        assertThat(found.server()).isEqualTo("bbb-02");
        assertThat(found.meeting().times().createTime())
                .isEqualTo(sim.at("bbb-02").add("room").times().createTime());
    }

    @Test
    void aMeetingThatEndedSinceTheLastPollIsNotFoundByIt() {
        String server = created("room").server();
        sim.pass(Duration.ofSeconds(12)); // a poll shows it
        sim.at(server).meetings.clear();

        assertThat(find("room").isAbsent()).isTrue();
        assertThat(find("room").isAbsent())
                .as("asked again, with nothing left to be forgotten")
                .isTrue();
    }

    @Test
    void aMeetingThatMovedSinceTheLastPollIsFoundWhereItIs() {
        String server = created("room").server();
        sim.pass(Duration.ofSeconds(12));
        sim.at(server).meetings.clear();
        String other = server.equals("bbb-00") ? "bbb-01" : "bbb-00";
        sim.at(other).add("room");

        assertThat(find("room").found())
                .isNotNull()
                .extracting(LocatedMeeting::server)
                .isEqualTo(other);
    }

    @Test
    void whoIsSilentIsNamedWhereTheMeetingEnded() {
        String server = created("room").server();
        sim.pass(Duration.ofSeconds(12));
        sim.at(server).meetings.clear();
        String other = server.equals("bbb-00") ? "bbb-01" : "bbb-00";
        sim.at(other).hangs = true;
        CompletableFuture<MeetingSearch> found = process.placement.find("room").toFuture();
        sim.pass(Duration.ofSeconds(3));

        assertThat(found.getNow(null)).isEqualTo(new MeetingSearch(null, List.of(other)));
    }

    private PlacedMeeting created(String meetingId) {
        Result result = process.ask(meetingId);
        sim.pass(MOMENT);
        return result.placed();
    }
}
