// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatorProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where meetings are, and where new ones would go. */
@Timeout(60)
class PlaceIT {
    private final BbbSimulator simulator = BbbSimulator.start(4);
    private final SimulatedServer busy = simulator.server(0);
    private final SimulatedServer idle = simulator.server(1);
    private final SimulatedServer cordoned = simulator.server(2);
    private final SimulatedServer strong = simulator.server(3);

    @TempDir
    private Path folder;

    private ServerList list;

    @BeforeEach
    void furnish() throws IOException {
        busy.populate(3, 20);
        idle.createMeeting("room-a");
        strong.populate(4, 10);
        list = ServerList.of(folder, List.of(busy, idle))
                .and(cordoned, "cordoned: true")
                .and(strong, "weight: 2, tags: [big, eu], max-meetings: 4");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aMeetingIsFound() {
        CommandRun run = list.run("find room-a");

        assertThat(run).isEqualTo(new CommandRun(ExitStatus.OK, "s2\n", ""));
    }

    @Test
    void aMeetingThatNobodyHasIsSaidToBeNowhere() {
        CommandRun run = list.run("find room-x");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("blueflux: no server has the meeting \"room-x\"; all have answered\n");
    }

    @Test
    void whoDidNotAnswerMayHaveTheMeeting() {
        busy.fault("getMeetingInfo", Fault.hang());
        strong.fault("getMeetingInfo", Fault.status(502));

        CommandRun run = list.run("find room-x");

        assertThat(run.status()).isEqualTo(ExitStatus.NO_ANSWER);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("error=meeting-unreachable", "no answer from s1, s4");
    }

    @Test
    void aNewMeetingGoesWhereThereIsLeastToDo() {
        CommandRun run = list.run("place room-new");

        assertThat(run).isEqualTo(new CommandRun(ExitStatus.OK, "s2\n", ""));
        assertThat(simulator.servers())
                .allSatisfy(server -> assertThat(server.requestCount("create")).isZero());
    }

    @Test
    void theChoiceIsExplained() {
        CommandRun run = list.run("place room-new --expect 30 --explain");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(6);
        assertThat(run.outLines().get(0))
                .matches("server +weight +meetings +participants +load +reserved +score +reason");
        assertThat(run.outLines().subList(1, 5))
                .anySatisfy(line -> assertThat(line).matches("s1 +1 +3 +6[0-9.]* +[0-9.]+ +0 +[0-9.]+  candidate"))
                .anySatisfy(line -> assertThat(line) // what is expected melts meanwhile
                        .matches("s2 +1 +1 +(20|19\\.[0-9]) +(25|24\\.[0-9]) +0 +(60|59\\.[0-9])  chosen"))
                .anySatisfy(line -> assertThat(line).matches("s3 +1 +- +- +- +- +-  cordoned"))
                .anySatisfy(
                        line -> assertThat(line).matches("s4 +2 +4 +[0-9.]+ +[0-9.]+ +0 +[0-9.]+  full of meetings"));
        assertThat(run.outLines().get(5)).isEqualTo("s2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            place room-new --on big,eu          | 4 servers, 3 of another group, 1 full of meetings
            place room-new --on small           | 4 servers, 4 of another group
            """)
    void noServerIsAReasonForEach(String args, String line) {
        CommandRun run = list.run(args);

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("error=no-server", line);
    }

    @Test
    void aSecondChoiceIsTriedAfterTheFirst() throws IOException {
        list.and(simulator.server(2), "name-of-none: x");
        assertThat(list.run("place room-new --on big").status()).isEqualTo(ExitStatus.USAGE);

        ServerList other =
                ServerList.of(folder, List.of(busy)).and(idle, "tags: small").and(strong, "tags: big");
        assertThat(other.run("place room-new --on none --on small").out()).isEqualTo("s2\n");
        assertThat(other.run("place room-new --on big --on small").out()).isEqualTo("s4\n");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotChosen() {
        idle.fault("getMeetings", Fault.hang());

        CommandRun run = list.run("place room-new --explain");

        assertThat(run.outLines()).anySatisfy(line -> assertThat(line).matches("s2 +1 +- .*  did not answer"));
        assertThat(run.outLines()).last().asString().isEqualTo("s1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            place                        | Missing required parameter: 'MEETING'
            find                         | Missing required parameter: 'MEETING'
            place room-new --expect 0    | must be a whole number from 1 to 100000
            place room-new --on ,        | a tag must not be blank
            find x                       | meetingID must be
            place x                      | meetingID must be
            """)
    void wrongUsageIsOneLine(String args, String line) {
        CommandRun run = list.run(args);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errLines()).singleElement().asString().contains(line);
    }

    @Test
    void aBalancerPlacesByItself() throws IOException {
        try (BbbSimulator balanced = BbbSimulator.builder()
                .servers(2)
                .profile(0, SimulatorProfile.SCALELITE)
                .build()
                .start()) {
            SimulatedServer balancer = balanced.server(0).balance(balanced.server(1));
            ServerList one = ServerList.of(folder, List.of(balancer));

            CommandRun run = one.run("place room-new");

            assertThat(run.status()).isZero();
            assertThat(run.out()).isEqualTo("s1\n");
            assertThat(run.err()).isEqualTo("blueflux: s1 is a balancer: it places meetings by itself\n");
            assertThat(one.run("call create -p meetingID=room-new -p name=Room").out())
                    .startsWith("{\"server\":\"s1\",\"created\":true,");
            assertThat(one.run("find room-new").out()).isEqualTo("s1\n");
        }
    }
}
