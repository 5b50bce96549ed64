// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.FleetServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SimulateIT {
    @Test
    void theServersArePrintedAndServeUntilStopped() throws Exception {
        String[] args = {"--servers=2", "--meetings=3", "--fault=2:getMeetings:failed=busy", "--fault=*:delay=1ms"};
        simulated(args, lines -> {
            String first = lines.readLine();
            String second = lines.readLine();

            assertThat(first)
                    .matches("- \\{\"url\":\"http://127.0.0.1:[0-9]+/[^\"]*\",\"secret\":\"[^\"]+\",\"name\":\"s1\"}");
            CommandRun sound = meetings(first);
            assertThat(sound.status()).isZero();
            assertThat(sound.outLines()).hasSize(3);
            CommandRun faulty = meetings(second);
            assertThat(faulty.err()).contains("messageKey=busy");
        });
    }

    @Test
    void whatIsPrintedIsAListForPoll(@TempDir Path folder) throws Exception {
        simulated(new String[] {"--servers=3"}, lines -> {
            String list = lines.readLine() + "\n" + lines.readLine() + "\n" + lines.readLine() + "\n";
            Path file = Files.writeString(folder.resolve("servers.yaml"), list);

            assertThat(ServerFile.read(file)).extracting(FleetServer::name).containsExactly("s1", "s2", "s3");
        });
    }

    @Test
    void aBalancerIsPrintedWithoutTheServerBehindIt() throws Exception {
        String[] args = {"--profile=SCALELITE", "--meetings=2", "--fault=hooks/create:hang"};
        simulated(args, lines -> {
            CommandRun sound = meetings(lines.readLine());
            assertThat(sound.status()).isZero();
            assertThat(sound.outLines()).hasSize(2);
            assertThat(lines.ready()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"BBB_2_5, false", "BBB_3_0, true", "SCALELITE, false"})
    void theServerAnswersAsItsProfileDoes(String profile, boolean hasGraphql) throws Exception {
        simulated(new String[] {"--profile=" + profile, "--recordings=2"}, lines -> {
            String url = lines.readLine().split("\"", -1)[3];

            CommandRun version = CommandRun.of("call", "version", "--url", url);

            assertThat(version.status()).isZero();
            assertThat(version.out().contains("graphqlWebsocketUrl")).isEqualTo(hasGraphql);
        });
    }

    private static void simulated(String[] args, CommandRun.Check check) throws Exception {
        String[] whole = Stream.concat(Stream.of("simulate"), Stream.of(args)).toArray(String[]::new);
        CommandRun run = CommandRun.stopped(check, whole);
        assertThat(run.status()).isEqualTo(130);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aPortInUseIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = CommandRun.of("simulate", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.status()).isEqualTo(3);
            assertThat(run.errLines())
                    .containsExactly("blueflux: the port " + taken.getLocalPort() + " cannot be listened on");
        }
    }

    private static CommandRun meetings(String line) {
        String[] parts = line.split("\"", -1);
        return CommandRun.of(Map.of("BLUEFLUX_SECRET", parts[7]), "meetings", "--url", parts[3]);
    }
}
