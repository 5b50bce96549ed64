// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of a list of servers, as if it were one. */
@Timeout(60)
class FleetCallIT {
    private final BbbSimulator simulator = BbbSimulator.start(3);
    private final SimulatedServer first = simulator.server(0);
    private final SimulatedServer second = simulator.server(1);
    private final SimulatedServer third = simulator.server(2);

    @TempDir
    private Path folder;

    private ServerList list;

    @BeforeEach
    void furnish() throws IOException {
        first.createMeeting("room-a").moderatorPw("mp");
        second.createMeeting("room-b").addAttendee("u1", "Ann").moderatorPw("mp");
        second.populateRecordings(2);
        Files.writeString(folder.resolve("slides.txt"), "hello");
        list = ServerList.of(folder, simulator.servers());
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aCreateGoesWhereThereIsLeastToDo() {
        first.populate(3, 10);
        second.populate(3, 10);

        CommandRun run = list.run("call create -p meetingID=room-new -p name=Room -p record=true --document "
                + folder.resolve("slides.txt"));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines()).singleElement().asString().startsWith("{\"server\":\"s3\",\"created\":true,");
        assertThat(run.out()).contains("\"meetingID\":\"room-new\"");
        assertThat(third.meeting("room-new").createParameters()).containsEntry("record", "true");
        assertThat(third.meeting("room-new").documents()).hasSize(1);
    }

    @Test
    void aCreateOfWhatIsThereCreatesNothing() {
        CommandRun run = list.run("call create -p meetingID=room-b -p name=Room");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("{\"server\":\"s2\",\"created\":false,");
        assertThat(servers())
                .allSatisfy(server -> assertThat(server.requestCount("create")).isZero());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            join           | join -p meetingID=room-b -p fullName=Zoe -p role=VIEWER  | "messageKey":"successfullyJoined"
            isMeetingRunning | isMeetingRunning -p meetingID=room-b                   | "running":true
            getMeetingInfo | getMeetingInfo -p meetingID=room-b                       | "meetingID":"room-b"
            end            | end -p meetingID=room-b                                  | "messageKey":"sentEndMeetingRequest"
            end            | end -p meetingID=room-b -p password=mp                   | "messageKey":"sentEndMeetingRequest"
            insertDocument | insertDocument -p meetingID=room-b --document {slides}   | "returncode":"SUCCESS"
            sendChatMessage | sendChatMessage -p meetingID=room-b -p message=hello    | "returncode":"SUCCESS"
            sendChatMessage | sendChatMessage -p meetingID=room-b -p message=hello -p userName=Bo | "returncode":"SUCCESS"
            """)
    void aCallOfAMeetingGoesToItsServer(String call, String args, String answer) {
        CommandRun run = list.run("call " + filledIn(args));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains(answer);
        assertThat(second.requestCount(call)).isPositive();
        if (!call.equals("getMeetingInfo")) { // by which it is looked for
            assertThat(first.requestCount(call) + third.requestCount(call)).isZero();
        }
    }

    private String filledIn(String args) {
        return args.replace("{slides}", folder.resolve("slides.txt").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            join -p meetingID=room-x -p fullName=Zoe -p role=VIEWER
            getMeetingInfo -p meetingID=room-x
            end -p meetingID=room-x
            """)
    void aMeetingThatNobodyHasIsNotFound(String args) {
        CommandRun run = list.run("call " + args);

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("messageKey=notFound");
    }

    @Test
    void aMeetingThatNobodyHasIsNotRunning() {
        CommandRun run = list.run("call isMeetingRunning -p meetingID=room-x");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"running\":false");
    }

    @Test
    void whoDidNotAnswerIsNamed() {
        third.fault("getMeetingInfo", Fault.hang());

        CommandRun run = list.run("call getMeetingInfo -p meetingID=room-x");

        assertThat(run.status()).isEqualTo(ExitStatus.NO_ANSWER);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("error=meeting-unreachable", "room-x; no answer from s3");
    }

    @Test
    void aListIsThatOfAllServers() {
        CommandRun run = list.run("call getMeetings");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines())
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line).startsWith("{\"server\":\"s1\",").contains("room-a"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("{\"server\":\"s2\",").contains("room-b"));
        assertThat(run.errLines()).containsExactly("blueflux: call=getMeetings meetings=2 failed=0");
    }

    @Test
    void aServerThatFailsIsNoGapInAList() {
        first.fault("getMeetings", Fault.status(502));

        CommandRun run = list.run("call getMeetings");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.outLines()).singleElement().asString().contains("room-b");
        assertThat(run.errLines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("blueflux: call=getMeetings server=s1 error=http-status status=502"))
                .contains("blueflux: call=getMeetings meetings=1 failed=1");
    }

    @Test
    void aTimeoutBoundsEachCall() {
        first.fault("getMeetings", Fault.hang());

        CommandRun run = list.run("call getMeetings --timeout 1500ms");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.outLines()).singleElement().asString().contains("room-b");
        assertThat(run.err()).contains("server=s1 error=timeout");
    }

    @Test
    void recordingsAreChangedWhereTheyAre() {
        String id = second.recordings().get(0).recordId();

        assertThat(list.run("call getRecordings").outLines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"server\":\"s2\","));
        assertThat(list.run("call publishRecordings -p publish=false -p recordID=" + id)
                        .outLines())
                .containsExactly("{\"recordID\":\"" + id + "\",\"server\":\"s2\"}");
        assertThat(list.run("call updateRecordings -p meta_a=b -p recordID=" + id)
                        .status())
                .isZero();
        CommandRun run = list.run("call deleteRecordings -p recordID=" + id + ",none-1");
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("recordID=\"none-1\" message=\"no server has it\"");
        assertThat(List.of(first, third))
                .allSatisfy(server ->
                        assertThat(server.requestCount("deleteRecordings")).isZero());
    }

    @Test
    void theUrlOfAJoinIsThatOfTheMeetingsServer() {
        CommandRun run = list.run("url join -p meetingID=room-b -p fullName=Ann -p role=VIEWER");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith(second.url())
                .contains("createTime=" + second.meeting("room-b").createTime())
                .contains("checksum=");
        assertThat(run.err()).contains("this URL is a credential");
    }

    @Test
    void oneServerOfTheListMayBeNamed() {
        assertThat(list.run("call getMeetings --server s1").outLines())
                .singleElement()
                .asString()
                .startsWith("{\"meetingName\":")
                .contains("room-a");
        assertThat(list.run("call version --server s3").status()).isZero();
        assertThat(list.run("url getMeetings --server s2").out()).startsWith(second.url());
        assertThat(second.requestCount("*")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            call version                                       | version is for one server: name it with --server
            call getSessions                                   | getSessions is for one server: name it with --server
            call callOfTomorrow --any                          | callOfTomorrow is for one server: name it with --server
            call getMeetings --any -p a=b                      | the parameter a of getMeetings is for one server
            call end --any -p meetingID=room-a -p a=b          | the parameter a of end is for one server
            call end -p meetingID=room-a -p hologram=1         | the parameter hologram of end is for one server
            call create -p meetingID=m1 -p name=Room --body-file pom.xml --content-type a/b | --body-file is for one server
            url getMeetings                                    | the URL of getMeetings is for one server: name it with --server
            call getMeetings --server s4                       | --server: the list has no server s4
            call getMeetings --url http://h                    | are mutually exclusive
            call publishRecordings -p publish=true             | recordID is required by publishRecordings
            """)
    void whatAListCannotDoIsSaid(String args, String line) {
        CommandRun run = list.run(args);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errLines()).singleElement().asString().contains(line);
        assertThat(servers())
                .allSatisfy(server -> assertThat(server.requestCount("*")).isZero());
    }

    private List<SimulatedServer> servers() {
        return Stream.of(first, second, third).toList();
    }
}
