// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

/** Ctrl-C as the system sends it, to a process of its own. */
@Timeout(60)
class CtrlCIT {
    /** How long a server takes over an answer that nobody waits for any more. */
    private static final Duration SLOW_ANSWER = Duration.ofSeconds(20);

    private static final String SUMS = "blueflux: servers=2 new=[01] up=1 .*";

    private final BbbSimulator simulator = BbbSimulator.start(2);

    @TempDir
    private Path folder;

    @BeforeEach
    void canBeInterrupted() throws IOException {
        assumeThat(interruptIsIgnored())
                .as("a shell's background job hears no SIGINT")
                .isFalse();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aServerThatHangsIsNotWaitedFor() throws Exception {
        simulator.server(1).fault("getMeetings", Fault.hang());
        Process poll = poll("--reports");
        try (BufferedReader out = reader(poll.getInputStream());
                BufferedReader err = reader(poll.getErrorStream())) {
            out.readLine();
            interrupt(poll);

            assertThat(err.readLine()).matches(SUMS);
            assertThat(poll.waitFor()).isEqualTo(130);
            assertThat(err.readLine()).isNull();
        } finally {
            poll.destroyForcibly();
        }
    }

    @Test
    void aPollUnderWayIsNotHeardOut() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Sinks.Empty<Void> stopped = Sinks.empty();
        CompletableFuture<SignalType> answer = new CompletableFuture<>();
        Mono<Long> due = stopped.asMono()
                .then(Mono.delay(SLOW_ANSWER))
                .doOnSubscribe(call -> asked.countDown())
                .doFinally(answer::complete);
        simulator.server(1).fault("getMeetings", Fault.hold(due));
        Process poll = poll("--reports");
        try (BufferedReader out = reader(poll.getInputStream());
                BufferedReader err = reader(poll.getErrorStream())) {
            out.readLine();
            asked.await();
            interrupt(poll);
            assertThat(err.readLine()).matches(SUMS);
            stopped.tryEmitEmpty();

            assertThat(answer.get()).isEqualTo(SignalType.CANCEL);
            assertThat(poll.waitFor()).isEqualTo(130);
        } finally {
            poll.destroyForcibly();
        }
    }

    @Test
    void aSecondOneChangesNothing() throws Exception {
        simulator.server(1).fault("getMeetings", Fault.hang());
        Process poll = poll("--reports");
        try (BufferedReader out = reader(poll.getInputStream());
                BufferedReader err = reader(poll.getErrorStream())) {
            out.readLine();
            interrupt(poll);
            interrupt(poll);

            assertThat(err.readLine()).matches(SUMS);
            assertThat(poll.waitFor()).isEqualTo(130);
        } finally {
            poll.destroyForcibly();
        }
    }

    @Test
    void aReaderThatReadsNoMoreIsNotWaitedFor() throws Exception {
        simulator.server(0).populate(2000, 1); // more than a pipe holds
        Process poll = poll("--output=jsonl");
        try (BufferedReader out = reader(poll.getInputStream())) {
            out.readLine();
            interrupt(poll);

            assertThat(poll.waitFor()).isEqualTo(130);
        } finally {
            poll.destroyForcibly();
        }
    }

    private Process poll(String option) throws IOException {
        String yaml = simulator.servers().stream().map(CtrlCIT::entry).collect(Collectors.joining());
        Path servers = Files.writeString(folder.resolve("servers.yaml"), yaml);
        return CommandRun.process("poll", "--servers", servers.toString(), "--interval=500ms", option);
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static void interrupt(Process process) throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** What a process ignores, its children ignore too. */
    private static boolean interruptIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        Stream<String> ignored = lines.stream().filter(line -> line.startsWith("SigIgn:"));
        return ignored.anyMatch(
                line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static String entry(SimulatedServer server) {
        return "- {url: " + server.url() + ", secret: " + server.secretText() + ", name: " + server.name() + "}\n";
    }
}
