// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, shown. */
@Timeout(60)
class VerboseIT {
    private final BbbSimulator simulator = BbbSimulator.start(2);
    private final SimulatedServer server = simulator.server(0);

    @TempDir
    private Path folder;

    @BeforeEach
    void furnish() {
        simulator.servers().forEach(each -> each.populate(1, 1));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aCallIsShownWithoutItsSecrets() {
        CommandRun run = CommandRun.against(
                server,
                "call",
                "create",
                "--verbose",
                "-p",
                "meetingID=m1",
                "-p",
                "name=Room 1",
                "-p",
                "moderatorPW=s3cr3t-mp",
                "-p",
                "meta_endCallbackUrl=https://h.example.org/s3cr3t-path");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.errLines()).hasSize(2);
        assertThat(run.errLines().get(0))
                .startsWith("blueflux: > GET http://127.0.0.1:")
                .contains(
                        "/api/create?meetingID=m1&name=Room%201&moderatorPW=***&meta_endCallbackUrl=***&checksum=***");
        assertThat(run.errLines().get(1))
                .matches("blueflux: < call=create server=127.0.0.1:[0-9]+ status=200 time_ms=[0-9]+ bytes=[1-9][0-9]+");
        assertThat(run.err()).doesNotContain("s3cr3t", server.secretText());
        assertThat(CommandRun.against(server, "call", "version").err()).isEmpty();
    }

    @Test
    void aFailureHasItsStatusOrNone() {
        server.fault("getMeetings", Fault.status(502));

        assertThat(CommandRun.against(server, "meetings", "--verbose").errLines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .matches("blueflux: < call=getMeetings .* status=502 time_ms=[0-9]+ bytes=[0-9]+ failed"));
        assertThat(CommandRun.of(
                                CommandRun.secretOf(server),
                                "meetings",
                                "--verbose",
                                "--url=http://127.0.0.1:19/t3nant")
                        .err())
                .contains("> GET http://127.0.0.1:19/***/api/getMeetings?checksum=***")
                .contains("status=none time_ms=")
                .doesNotContain("t3nant");
    }

    @Test
    void meetingsThatAreGoneAreStillCounted() {
        server.faultNext(1, "getMeetingInfo", Fault.failed("notFound"));

        CommandRun run = CommandRun.against(server, "meetings", "--info", "--verbose");

        assertThat(run.err()).contains(" meetings=1 infos=0 failed=0 gone=1");
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call getMeetings",
                "meetings --all",
                "recordings --all",
                "probe --all",
                "find room-0",
                "place room-9",
                "poll --once",
                "check"
            })
    void theCallsToAListAreShownToo(String command) throws IOException {
        CommandRun run = ServerList.of(folder, simulator.servers()).run(command + " --verbose");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("blueflux: > GET http://127.0.0.1:"))
                .hasSizeGreaterThan(1)
                .noneMatch(line -> line.matches(".*checksum=(?!\\*\\*\\*).*"));
        assertThat(run.err()).contains(" status=200 time_ms=").doesNotContain(server.secretText());
    }
}
