// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CallIT {
    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);

    @BeforeEach
    void populate() {
        server.populate(3, 2).populateRecordings(4);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void theVersionNeedsNoSecret() {
        CommandRun run = CommandRun.of("call", "version", "--url", server.url());

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .singleElement()
                .asString()
                .startsWith("{\"returncode\":\"SUCCESS\",\"version\":\"2.0\"");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
    void everyAlgorithmIsUnderstood(String algorithm) {
        CommandRun run = CommandRun.against(
                server, "call", "isMeetingRunning", "-p", "meetingID=room-0", "--algorithm", algorithm);

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("{\"returncode\":\"SUCCESS\",\"running\":true}\n");
    }

    @Test
    void aMeetingIsCreatedDescribedAndEnded(@TempDir Path folder) throws IOException {
        Path slides = Files.writeString(
                folder.resolve("slides.xml"),
                "<modules><module name=\"presentation\"><document name=\"a.txt\">aGVsbG8=</document></module></modules>");

        CommandRun created = CommandRun.against(
                server,
                "call",
                "create",
                "-p",
                "meetingID=übung 1",
                "-p",
                "name=A=B & C",
                "-p",
                "moderatorPW=open-sesame",
                "-p",
                "meta_course=42",
                "--body-file",
                slides.toString(),
                "--content-type",
                "application/xml");
        CommandRun info = CommandRun.against(server, "call", "getMeetingInfo", "-p", "meetingID=übung 1");
        CommandRun ended = CommandRun.against(server, "call", "end", "-p", "meetingID=übung 1");

        assertThat(created.status()).isZero();
        assertThat(created.out())
                .startsWith("{\"returncode\":\"SUCCESS\",\"meetingID\":\"übung 1\"")
                .contains("\"moderatorPW\":\"open-sesame\"")
                .containsPattern("\"createTime\":[0-9]{13},\"voiceBridge\":\"[0-9]+\"");
        assertThat(info.out())
                .startsWith("{\"returncode\":\"SUCCESS\",\"meetingName\":\"A=B & C\",\"meetingID\":\"übung 1\"")
                .contains("\"metadata\":{\"course\":\"42\"}");
        assertThat(ended.out())
                .startsWith("{\"returncode\":\"SUCCESS\",\"messageKey\":\"sentEndMeetingRequest\",\"message\":");
    }

    @Test
    void aListIsOneObjectALineAndItsTotalOnStderr() {
        CommandRun run = CommandRun.against(server, "call", "getMeetings");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"meetingName\":")
                        .endsWith("}")
                        .contains("\"attendees\":[{\"userID\":\"user-0\",")
                        .doesNotContain("returncode"));
        assertThat(run.errLines()).containsExactly("blueflux: call=getMeetings server=" + name() + " meetings=3");
    }

    @Test
    void recordingsAreListedAndDeleted() {
        CommandRun listed = CommandRun.against(server, "call", "getRecordings", "-p", "limit=2", "-p", "offset=0");
        String recordId = server.recordings().get(0).recordId();
        CommandRun deleted = CommandRun.against(server, "call", "deleteRecordings", "-p", "recordID=" + recordId);

        assertThat(listed.outLines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"recordID\":")
                        .contains("\"playback\":[{\"type\":")
                        .contains("\"images\":[{\"url\":"));
        assertThat(listed.err()).contains(" recordings=2");
        assertThat(deleted.out()).isEqualTo("{\"returncode\":\"SUCCESS\",\"deleted\":true}\n");
    }

    @Test
    void aRefusalIsStatus1AndNamesTheKey() {
        CommandRun run = CommandRun.against(server, "call", "getMeetingInfo", "-p", "meetingID=nowhere");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .matches("blueflux: call=getMeetingInfo server=" + name() + " messageKey=notFound message=\".+\"");
    }

    @Test
    void aWrongSecretIsStatus1() {
        CommandRun run =
                CommandRun.of(Map.of("BLUEFLUX_SECRET", "0ther"), "call", "getMeetings", "--url", server.url());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains(" messageKey=checksumError ")
                .contains(" hint=\"most likely the secret is wrong; ")
                .doesNotContain("0ther");
    }

    @ParameterizedTest
    @CsvSource({
        "failed=someKey, 1, messageKey=someKey message=",
        "json,           1, messageKey=",
        "status=502,     3, error=http-status status=502",
        "redirect=https://login.example.org/a?checksum=1, 3, error=redirected status=302 target=https://login.example.org ",
        "close,          3, error=transport kind=closed-before-answer",
        "reset,          3, error=transport kind=",
        "cut=300,        3, error=transport kind=cut-short",
        "reset-after=300,3, error=transport kind=cut-short",
        "html,           4, error=malformed position=",
        "empty,          4, error=malformed position=0",
        "null,           4, error=malformed position=",
        "gremlin,        4, error=malformed position=",
        "truncated,      4, error=malformed position=",
    })
    void eachFaultHasItsStatusAndOneLine(String fault, int status, String line) {
        server.fault("getMeetings", Fault.parse(fault));

        CommandRun run = CommandRun.against(server, "call", "getMeetings");

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("blueflux: call=getMeetings server=" + name() + " ")
                .contains(line);
        assertThat(run.err()).doesNotContain(server.secretText()).doesNotContain("checksum=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "delay=30s", "drip=30s", "stall=100"})
    void silenceIsStatus5(String fault) {
        server.fault("getMeetings", Fault.parse(fault));

        CommandRun run = CommandRun.against(server, "call", "getMeetings", "--timeout", "300ms");

        assertThat(run.status()).isEqualTo(5);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains(" error=timeout stage=deadline message=\"the call was not done after 300 ms\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-roots", "content-type=text/plain", "grouped"})
    void whatRealServersDoIsNoError(String fault) {
        server.fault("getMeetings", Fault.parse(fault));

        CommandRun run = CommandRun.against(server, "call", "getMeetings");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(3);
    }

    @Test
    void whatCameBeforeAFaultIsPrinted() {
        server.fault("getMeetings", Fault.parse("gremlin=3"));

        CommandRun run = CommandRun.against(server, "call", "getMeetings");

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.outLines()).hasSize(2);
    }

    @Test
    void aReaderWhoHasEnoughIsNoError() {
        List<byte[]> read = new ArrayList<>();
        OutputStream head = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] bytes) {
                write(bytes, 0, bytes.length);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                read.add(bytes);
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        CommandRun run = CommandRun.writingTo(
                head, CommandRun.secretOf(server), CommandRun.withUrl(server, "call", "getMeetings"));

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(read).hasSize(1);
    }

    @Test
    void anOutputThatCannotBeWrittenIsAnError() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        CommandRun run = CommandRun.writingTo(
                full, CommandRun.secretOf(server), CommandRun.withUrl(server, "call", "getMeetings"));

        assertThat(run.status()).isEqualTo(70);
        assertThat(run.err()).contains("No space left on device");
    }

    private String name() {
        return server.url().replaceFirst("http://([^/]+)/.*", "$1");
    }
}
