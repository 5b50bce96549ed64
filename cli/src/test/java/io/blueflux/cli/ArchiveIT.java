// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The archive that is installed elsewhere: unpacked, and run with Java alone. */
@Timeout(120)
class ArchiveIT {
    private static final String SYSTEM_TOOLS = "/usr/bin:/bin";

    @TempDir
    private static Path folder;

    private static Path home = Path.of("");

    @BeforeAll
    static void unpack() throws Exception {
        String archive = System.getProperty("cli.archive");
        assumeThat(archive).as("the build says where the archive is").isNotNull();
        int status = new ProcessBuilder("tar", "xzf", archive, "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
        try (Stream<Path> unpacked = Files.list(folder)) {
            home = unpacked.toList().get(0);
        }
    }

    @Test
    void itHoldsTheLauncherTheJarsTheCompletionAndTheLicence() {
        assertThat(home.getFileName().toString()).startsWith("blueflux-");
        assertThat(home.resolve("bin/blueflux")).isExecutable();
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
        assertThat(home.resolve("lib")).isDirectoryContaining("glob:**/blueflux-cli-*.jar");
    }

    @Test
    void itSaysItsVersion() throws Exception {
        CommandRun run = run(home.resolve("bin/blueflux"), "--version");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip()).isEqualTo(home.getFileName().toString().replaceFirst("-", " "));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void itRunsThroughALinkFromElsewhere() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("else where/bin"));
        Path link = Files.createSymbolicLink(bin.resolve("bf"), Path.of("../../linked"));
        Files.createSymbolicLink(folder.resolve("linked"), home.resolve("bin/blueflux"));

        CommandRun run = run(link, "demo", "--servers", "1", "--meetings", "2");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("servers=1 meetings=2 infos=2 failed=0 ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void itsCompletionIsTheCommandsOwn() throws Exception {
        CommandRun run = run(home.resolve("bin/blueflux"), "completion", "bash");

        assertThat(run.out()).isEqualTo(Files.readString(home.resolve("completion/blueflux")));
        assertThat(run.out()).contains("complete -F _complete_blueflux");
    }

    @Test
    void theConsoleIsElsewhereAndItSaysSo() throws Exception {
        CommandRun run = run(home.resolve("bin/blueflux"), "console", "--demo");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("a jar of its own");
    }

    @Test
    void withoutJavaItSaysWhatIsMissing() throws Exception {
        CommandRun run = run(Map.of("JAVA_HOME", folder.toString()), home.resolve("bin/blueflux"), "--version");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errLines())
                .containsExactly(
                        "blueflux: java is missing: install Java 17 or later; there is none in JAVA_HOME, " + folder);
    }

    private static CommandRun run(Path launcher, String... args) throws IOException, InterruptedException {
        return run(Map.of("JAVA_HOME", System.getProperty("java.home")), launcher, args);
    }

    private static CommandRun run(Map<String, String> environment, Path launcher, String... args)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(args)).toList());
        builder.directory(folder.toFile()).environment().clear();
        builder.environment().put("PATH", SYSTEM_TOOLS);
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<byte[]> err = Mono.fromCallable(process.getErrorStream()::readAllBytes)
                .subscribeOn(Schedulers.boundedElastic())
                .toFuture();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandRun(process.waitFor(), out, new String(err.join(), StandardCharsets.UTF_8));
    }
}
