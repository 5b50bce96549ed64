// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that README and the documents show are run here, against the simulator. */
@Timeout(60)
class ReadmeCommandsIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINE = Pattern.compile("(?m)^ *\\./blueflux +([^#\n]*)");
    private static final Pattern IN_TEXT = Pattern.compile("`\\./blueflux +([^`\n]+)`");
    private static final Pattern YAML = Pattern.compile("```yaml\\R(- .*?)```", Pattern.DOTALL);
    private static final List<String> ENDLESS = List.of("simulate", "poll");
    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);

    @TempDir
    private Path folder;

    /** What the commands are about. */
    @BeforeEach
    void furnish() throws IOException {
        server.populate(3, 2).populateRecordings(4);
        server.createMeeting("room-a");
        Files.writeString(folder.resolve("slides.pdf"), "slides");
        Files.writeString(folder.resolve("captions.vtt"), "WEBVTT\n");
        Files.writeString(
                folder.resolve("servers.yaml"),
                "[{name: %s, url: '%s', secret: '%s'}]".formatted(server.name(), server.url(), server.secretText()));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    static Stream<String> commands() throws IOException {
        return pages().stream()
                .flatMap(text -> Stream.of(LINE, IN_TEXT)
                        .flatMap(form -> form.matcher(text).results())
                        .map(found -> found.group(1).strip()))
                .distinct();
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> documents = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
                            documents.filter(file -> file.toString().endsWith(".md")))
                    .map(ReadmeCommandsIT::text)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandDoesWhatItSays(String line) throws Exception {
        String[] args = Arrays.stream(line.split(" +")).map(this::filledIn).toArray(String[]::new);
        if (ENDLESS.contains(args[0]) && !line.contains(" --once")) {
            CommandRun run =
                    CommandRun.stopped(lines -> assertThat(lines.readLine()).contains("{"), args);
            assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.INTERRUPTED);
            return;
        }
        CommandRun run = CommandRun.of(CommandRun.secretOf(server), args);
        if (args[0].equals("console")) { // whose options are right; the rest is not here
            assertThat(run.err()).contains("a jar of its own");
            return;
        }
        if (line.contains(" --any ")) { // the simulator plays a server that does not know the call
            assertThat(server.requestCount(args[1])).as(run.err()).isOne();
            return;
        }
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).as(run.err()).isNotEmpty();
    }

    /** URL and R, a recording, stand for the user's own; files are looked for where the test has put them. */
    private String filledIn(String arg) {
        if (arg.equals("URL")) {
            return server.url();
        }
        if (arg.equals("NAME")) {
            return server.name();
        }
        Path file = folder.resolve(arg.replace('/', '-'));
        String recordId = server.recordings().get(0).recordId();
        return Files.exists(file) ? file.toString() : arg.replaceFirst("=R$", "=" + recordId);
    }

    @Test
    void thereAreCommands() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(10).anyMatch(line -> line.startsWith("poll"));
    }

    @Test
    void theListOfServersIsOneThatPollReads() throws IOException {
        Files.writeString(folder.resolve("bbb1.secret"), "s3cr3t");
        List<String> lists = pages().stream()
                .flatMap(text -> YAML.matcher(text).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(lists).isNotEmpty();
        for (String list : lists) {
            assertThat(ServerFile.read(Files.writeString(folder.resolve("list.yaml"), list)))
                    .isNotEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
