// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats of lists. */
@Timeout(60)
class OutputFormatIT {
    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void jsonIsOneArray() throws IOException {
        server.populate(3, 2);

        CommandRun run = run("meetings", "json");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("[{\"meetingName\":").endsWith("}\n]\n");
        assertThat(values(run.out())).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetings", "recordings"})
    void anEmptyListIsAnEmptyArrayOrTheHeadAlone(String command) {
        assertThat(run(command, "json").out()).isEqualTo("[]\n");
        assertThat(run(command, "jsonl").out()).isEmpty();
        assertThat(run(command, "csv").outLines()).singleElement().asString().contains("meetingID,");
        assertThat(run(command, "table").outLines()).singleElement().asString().contains("people");
    }

    @Test
    void anArrayThatBrokeOffIsNoJson() {
        server.populateRecordings(7);
        server.faultWhen(request -> "3".equals(request.parameter("offset")), Fault.failed("someKey"));

        CommandRun run = CommandRun.against(server, "recordings", "--page-size", "3", "--output", "json");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.outLines()).hasSize(3);
        assertThat(run.out()).endsWith("}\n");
    }

    @Test
    void csvHasARowEachAndNoPassword() {
        server.createMeeting("m1").moderatorPw("s3cr3t-mp").addAttendee("u1", "Ann");

        CommandRun run = run("meetings", "csv");

        assertThat(run.out().split("\r\n", -1)).hasSize(3);
        assertThat(run.out())
                .startsWith(
                        "meetingID,participantCount,videoCount,createTime,meetingName,internalMeetingID,running,recording,"
                                + "moderatorCount,listenerCount,voiceParticipantCount,isBreakout\r\nm1,1,")
                .doesNotContain("s3cr3t");
        assertThat(run("meetings", "table").out()).doesNotContain("s3cr3t");
    }

    @Test
    void csvQuotesWhatNeedsItAndNoTextIsAFormula() {
        create("m1", "Maths, \"A\"");
        create("m2", "=HYPERLINK(\"https://evil.example.org\")");
        create("m3", "-2+3");
        create("m4", "\t@SUM(A1)");
        create("m5", "two\r\nlines");

        assertThat(run("meetings", "csv").out())
                .contains(",\"Maths, \"\"A\"\"\",")
                .contains(",\"'=HYPERLINK(\"\"https://evil.example.org\"\")\",")
                .contains(",'-2+3,")
                .contains("'@SUM(A1),")
                .contains(",two lines,");
    }

    @Test
    void csvHasNoFormulaWhereASpreadsheetPartsCellsAtSemicolonsEither() {
        create("m1", "Room;=HYPERLINK(A1)");

        assertThat(run("meetings", "csv").out()).doesNotContain(",Room;=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json", "jsonl"})
    void noFormatLetsAServersWordsSteerTheTerminal(String format) {
        create("m1", "\u009b2J\u202eevil\r\u0085x");

        CommandRun run = run("meetings", format);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("evil").doesNotContain("\u009b", "\u202e", "\u0085");
    }

    @Test
    void aTableIsWhatIsSeenOnATerminal() {
        server.createMeeting("m1").addAttendee("u1", "Ann");

        CommandRun run = CommandRun.onScreen(CommandRun.secretOf(server), CommandRun.withUrl(server, "meetings"));

        assertThat(run.outLines()).hasSize(2);
        assertThat(run.outLines().get(0)).startsWith("meetingID  ").contains("people");
        assertThat(run.outLines().get(1)).startsWith("m1     ").hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void aNarrowScreenShowsTheNamesToo() {
        String id = "m".repeat(40);
        create(id, "Algebra");

        CommandRun run = CommandRun.onScreen(CommandRun.secretOf(server), CommandRun.withUrl(server, "meetings"));

        assertThat(run.outLines().get(1)).startsWith("mmm").contains("… ").endsWith(" Algebra");
    }

    @Test
    void aTableInAPipeIsNotCut() {
        String id = "m".repeat(60);
        create(id, "n".repeat(120));

        assertThat(run("meetings", "table").outLines().get(1)).contains(id).endsWith("n".repeat(120));
    }

    @Test
    void recordingsHaveTheirFormatsInCsv() {
        server.populateRecordings(1);

        assertThat(run("recordings", "csv").outLines().get(0))
                .isEqualTo(
                        "recordID,state,startTime,participants,name,meetingID,internalMeetingID,published,endTime,size,formats");
        assertThat(run("recordings", "csv").outLines().get(1))
                .startsWith(server.recordings().get(0).recordId() + ",")
                .endsWith(",presentation video");
        assertThat(run("recordings", "table").outLines().get(1))
                .startsWith(server.recordings().get(0).recordId());
    }

    @Test
    void aProfileIsARowToo() {
        assertThat(run("probe", "csv").outLines())
                .containsExactly(
                        "version,oldest,balancer,strongest,formPost,paging,hooks,hooksAlgorithm,urlBudget",
                        ",3.0,unknown,sha512,yes,unknown,unknown,sha512,8000");
        assertThat(run("probe", "table").outLines().get(1)).matches(" +3.0 +unknown +sha512 +yes +unknown +unknown");
        assertThat(run("probe", "json").out())
                .startsWith("[{\"oldest\":\"3.0\",")
                .endsWith("}\n]\n");
    }

    private void create(String id, String name) {
        server.createMeeting(id).name(name);
    }

    private CommandRun run(String command, String format) {
        return CommandRun.of(
                Map.copyOf(CommandRun.secretOf(server)),
                CommandRun.withUrl(
                        server, Stream.of(command, "--output", format).toArray(String[]::new)));
    }

    private static int values(String json) throws IOException {
        int values = 0;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
                values++;
            }
        }
        return values;
    }
}
