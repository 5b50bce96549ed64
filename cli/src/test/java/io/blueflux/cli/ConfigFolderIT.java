// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's own list of servers. */
@Timeout(60)
class ConfigFolderIT {
    private final BbbSimulator simulator = BbbSimulator.start(2);

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meetings --all",
                "recordings --all",
                "probe --all",
                "call getMeetings",
                "call version --server s2",
                "url join -p meetingID=room-0 -p fullName=Ann -p role=VIEWER",
                "find room-0",
                "place room-9",
                "poll --once"
            })
    void itIsUsedWhereNoServerIsNamed(String command) throws IOException {
        simulator.servers().forEach(server -> server.populate(1, 1));
        list(home.resolve(".config"), simulator.server(0), simulator.server(1));

        CommandRun run = CommandRun.of(Map.of("HOME", home.toString()), command.split(" "));

        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void theFolderMayBeElsewhere() throws IOException {
        list(home.resolve(".config"), simulator.server(0));
        list(home.resolve("xdg"), simulator.server(1));
        Map<String, String> environment = Map.of(
                "HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("xdg").toString());

        CommandRun run = CommandRun.of(environment, "call", "getMeetings", "--server", "s2");

        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void aFolderThatIsNotAbsoluteDoesNotCount() throws IOException {
        list(home.resolve(".config"), simulator.server(0));

        CommandRun run = CommandRun.of(
                Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", "xdg"), "call", "getMeetings", "--server", "s1");

        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void whoNamesAServerGetsThat() throws IOException {
        list(home.resolve(".config"), simulator.server(0));
        SimulatedServer other = simulator.server(1);
        other.populate(1, 0);

        CommandRun run = CommandRun.of(
                Map.of("HOME", home.toString(), "BLUEFLUX_SECRET", other.secretText()),
                "meetings",
                "--url",
                other.url());

        assertThat(run.outLines()).hasSize(1);
        assertThat(simulator.server(0).requestCount("*")).isZero();
    }

    @Test
    void whatIsWrongInItIsSaidWithItsPath() throws IOException {
        Path file = home.resolve(".config/blueflux/servers.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[]");

        CommandRun run = CommandRun.of(Map.of("HOME", home.toString()), "poll");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errLines())
                .containsExactly("blueflux: " + file + ": must be a list of servers, and have one at least");
    }

    private static void list(Path base, SimulatedServer... servers) throws IOException {
        Path folder = Files.createDirectories(base.resolve("blueflux"));
        ServerList.of(folder, List.of(servers));
    }
}
