// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check for monitoring systems. */
@Timeout(60)
class CheckIT {
    private final BbbSimulator simulator = BbbSimulator.start(3);

    @TempDir
    private Path folder;

    private ServerList list;

    @BeforeEach
    void furnish() throws IOException {
        simulator.servers().forEach(server -> server.populate(2, 3));
        list = ServerList.of(folder, simulator.servers());
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void healthyServersAreOk() {
        CommandRun run = list.run("check");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .singleElement()
                .asString()
                .matches("BLUEFLUX OK - 3 servers healthy \\| servers=3 unhealthy=0;0;2;0;3 meetings=6 participants=18 "
                        + "slowest=[0-9]+\\.[0-9]{3}s");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void oneServerIsCheckedByItsUrl() {
        SimulatedServer server = simulator.server(0);

        CommandRun ok = CommandRun.against(server, "check");
        server.fault("getMeetings", Fault.status(502));
        CommandRun down = CommandRun.against(server, "check");

        assertThat(ok.status()).isZero();
        assertThat(ok.out()).startsWith("BLUEFLUX OK - 1 server healthy | servers=1 unhealthy=0;0;0;0;1 meetings=2 ");
        assertThat(down.status()).isEqualTo(2);
        assertThat(down.out())
                .startsWith("BLUEFLUX CRITICAL - 1 of 1 servers unhealthy: 127.0.0.1:")
                .contains("502");
    }

    @ParameterizedTest
    @CsvSource({
        "1, '', 1, WARNING",
        "3, '', 2, CRITICAL",
        "1, --critical 0, 2, CRITICAL",
        "2, --warning 2, 0, OK",
        "2, --warning 1 --critical 2, 1, WARNING"
    })
    void theThresholdsAreNumbersOfUnhealthyServers(int faulty, String options, int status, String word) {
        simulator.servers().subList(0, faulty).forEach(server -> server.fault("getMeetings", Fault.html()));

        CommandRun run = list.run("check " + options);

        assertThat(run.status()).as(run.out()).isEqualTo(status);
        assertThat(run.out()).startsWith("BLUEFLUX " + word + " - " + faulty + " of 3 servers unhealthy: s1: ");
    }

    @Test
    void whoIsSlowerThanTheTimeoutIsUnhealthy() {
        simulator.server(2).fault("getMeetings", Fault.hang());

        CommandRun run = list.run("check --timeout 3s");

        assertThat(run.status()).isOne();
        assertThat(run.out()).startsWith("BLUEFLUX WARNING - 1 of 3 servers unhealthy: s3: ");
    }

    @Test
    void theLineIsOneAndOnlyItsDataStandBehindABar() {
        simulator.servers().forEach(server -> server.fault("getMeetings", Fault.failed("a|b\n=1;2")));

        CommandRun run = list.run("check");

        assertThat(run.outLines())
                .singleElement()
                .asString()
                .containsOnlyOnce("|")
                .contains("a/b");
        assertThat(run.out()).doesNotContain(simulator.server(0).secretText(), "checksum=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --servers no",
                "check --warning x --servers no",
                "check --verbos",
                "check help",
                "check --url ftp://h"
            })
    void wrongUsageIsUnknown(String command) {
        CommandRun run = CommandRun.of(Map.of("BLUEFLUX_SECRET", "s3cr3t"), command.split(" "));

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.outLines()).singleElement().asString().startsWith("BLUEFLUX UNKNOWN - ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theStatusStandsThoughNobodyReadsTheLine() {
        simulator.servers().forEach(server -> server.fault("getMeetings", Fault.html()));
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        String servers = folder.resolve("servers.yaml").toString();

        assertThat(CommandRun.writingTo(gone, Map.of(), "check", "--servers", servers)
                        .status())
                .isEqualTo(2);
        assertThat(CommandRun.writingTo(gone, Map.of(), "check").status()).isEqualTo(3);
    }

    @Test
    void aLineThatCannotBeWrittenIsUnknownAndNoStackTrace() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        String servers = folder.resolve("servers.yaml").toString();

        CommandRun run = CommandRun.writingTo(full, Map.of(), "check", "--servers", servers);

        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void helpSaysWhatTheStatusesMean() {
        CommandRun run = CommandRun.of("check", "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).containsPattern("0 +OK\\s+1 +WARNING\\s+2 +CRITICAL\\s+3 +UNKNOWN");
    }
}
