// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who begins to read late is told how it is by then, so a first row need not be of the first poll. */
@Timeout(60)
class PollIT {
    private final BbbSimulator simulator = BbbSimulator.start(2);

    @TempDir
    private Path folder;

    private Path servers = Path.of("");

    @BeforeEach
    void listTheServers() throws IOException {
        String yaml = simulator.servers().stream().map(PollIT::entry).collect(Collectors.joining());
        servers = Files.writeString(folder.resolve("servers.yaml"), yaml);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void changesAreJsonLinesInAPipe() throws Exception {
        simulator.server(0).createMeeting("m1");

        CommandRun run = polled(List.of("--interval=500ms"), lines -> {
            String created = readUntil(lines, "\"event\":\"meeting-created\"");
            assertThat(created)
                    .matches("\\{\"event\":\"meeting-created\",\"server\":\"s1\",\"poll\":[1-9][0-9]*,\"at\":.*")
                    .contains("\"meetingID\":\"m1\"");
            simulator.server(0).createMeeting("m2").addAttendee("u1", "Ann");
            assertThat(readUntil(lines, "\"event\":\"attendee-joined\""))
                    .contains("\"meetingID\":\"m2\"")
                    .contains("\"fullName\":\"Ann\"");
            simulator.server(1).fault("getMeetings", Fault.status(502));
            assertThat(readUntil(lines, "\"from\":\"up\""))
                    .contains("\"event\":\"server-state-changed\"", "\"server\":\"s2\"", "502")
                    .containsPattern("\"state\":\"(unstable|down)\"");
        });

        assertThat(run.status()).isEqualTo(130);
    }

    @Test
    void changesAreRowsOfCsvToo() throws Exception {
        simulator.server(0).createMeeting("m1");

        polled(List.of("--interval=500ms", "--output=csv"), lines -> {
            assertThat(lines.readLine()).startsWith("event,server,poll,at,serverDate,from,state,");
            assertThat(readUntil(lines, "meeting-created,")).matches("meeting-created,s1,[1-9][0-9]*,.*,m1,.*");
        });
    }

    @Test
    void reportsAreJsonLines() throws Exception {
        simulator.server(0).populate(3, 2);

        polled(List.of("--interval=500ms", "--reports", "--depth=counters"), lines -> {
            assertThat(readUntil(lines, "\"server\":\"s1\""))
                    .contains("\"state\":\"up\"", "\"latency\":", "\"lag\":", "\"meetingsKnown\":true")
                    .containsPattern("\"poll\":[1-9][0-9]*,")
                    .contains("\"meetings\":3,\"participants\":6");
        });
    }

    @Test
    void anInterruptionPrintsTheSums() throws Exception {
        simulator.server(1).fault("getMeetings", Fault.html());

        CommandRun run = polled(List.of("--interval=500ms", "--reports"), lines -> {
            readUntil(lines, "\"server\":\"s1\"");
            readUntil(lines, "\"server\":\"s2\"");
        });

        assertThat(run.status()).isEqualTo(130);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .matches("blueflux: servers=2 new=0 up=1 unstable=[01] down=[01] recovering=0 polls=[0-9]+ "
                        + "failures=[1-9][0-9]* worst_lag_ms=[0-9]+");
    }

    @Test
    void tablesFollowOneAnotherInAPipe() throws Exception {
        simulator.server(0).populate(3, 2);
        simulator.server(1).fault("getMeetings", Fault.html());

        polled(List.of("--interval=500ms", "--output=table"), lines -> {
            List<String> table = tableWith(lines, "failures=[1-9][0-9]* ");

            assertThat(table.get(0)).matches("server +state +meetings +attendees +latency \\(ms\\) +lag \\(ms\\)");
            assertThat(table.get(1)).matches("s2 +(unstable|down) +0\\? +0\\? +[0-9]+ +[0-9]+");
            assertThat(table.get(2)).matches(" +(?!getMeetings)[^ ].*");
            assertThat(table.get(3)).matches("s1 +(new|up) +[03] +[06] .*");
            assertThat(table.get(4)).startsWith("servers=2 ");
        });
    }

    @Test
    void aReaderThatGoesAwayEndsIt() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        CommandRun run = CommandRun.writingTo(gone, Map.of(), "poll", "--servers", servers.toString());

        assertThat(run.status()).isZero();
        assertThat(run.errLines()).singleElement().asString().startsWith("blueflux: servers=2 ");
    }

    @Test
    void noSecretIsPrinted() throws Exception {
        simulator.servers().forEach(server -> server.fault("getMeetings", Fault.failed("checksumError")));
        StringBuilder out = new StringBuilder();

        CommandRun run = polled(
                List.of("--interval=500ms", "--reports", "--stacktrace"),
                lines -> out.append(lines.readLine()).append(lines.readLine()));

        for (SimulatedServer server : simulator.servers()) {
            assertThat(out + run.err()).doesNotContain(server.secretText()).doesNotContain(server.url());
        }
    }

    @Test
    void anIntervalThatWouldHammerIsRefused() {
        CommandRun run = CommandRun.of("poll", "--servers", servers.toString(), "--interval", "10ms");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("interval must be 500 ms to 1 day");
    }

    @Test
    void aWrongFileIsOneLine() throws IOException {
        Files.writeString(servers, "- url: https://h\n  secret: s3cr3t\n  colour: red\n");

        CommandRun run = CommandRun.of("poll", "--servers", servers.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines())
                .containsExactly(
                        "blueflux: " + servers
                                + ": entry 1: unknown key colour; there are name, url, secret, secret-file, algorithm, weight, tags, max-meetings, max-participants, cordoned");
    }

    private CommandRun polled(List<String> options, CommandRun.Check check) throws Exception {
        return CommandRun.stopped(
                check,
                Stream.concat(Stream.of("poll", "--servers", servers.toString()), options.stream())
                        .toArray(String[]::new));
    }

    private static String readUntil(BufferedReader lines, String part) throws IOException {
        String line = lines.readLine();
        while (!line.contains(part)) {
            line = lines.readLine();
        }
        return line;
    }

    /** Reads tables until there is one whose sums match. */
    private static List<String> tableWith(BufferedReader lines, String pattern) throws IOException {
        List<String> table = new ArrayList<>();
        for (String line = lines.readLine(); !line.isEmpty() || !matches(table, pattern); line = lines.readLine()) {
            if (line.isEmpty()) {
                table.clear();
            } else {
                table.add(line);
            }
        }
        return table;
    }

    private static boolean matches(List<String> table, String pattern) {
        return table.get(table.size() - 1).matches(".*" + pattern + ".*");
    }

    private static String entry(SimulatedServer server) {
        return "- name: " + server.name() + "\n  url: " + server.url() + "\n  secret: " + server.secretText() + "\n";
    }
}
