// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The console's jar in a JVM of its own, as its users start it. */
final class ConsoleProcess implements AutoCloseable {
    private static final String READY = "console: ";
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Path folder;
    private final Process process;

    /**
     * Starts it, and does not wait.
     *
     * @param folder where it is started, and where what it says is kept
     */
    ConsoleProcess(Path folder, Map<String, String> environment, String... options) throws IOException {
        this.folder = folder;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.security.egd=file:/dev/./urandom",
                "-XX:TieredStopAtLevel=1", // it does not live long
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("console.jar")));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .redirectOutput(folder.resolve("stdout").toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Waits until it serves, and returns where. */
    URI page() throws Exception {
        return Patience.until(() -> "it serves", LONG, () -> {
            String line = Files.readString(folder.resolve("stdout"));
            if (line.startsWith(READY) && line.endsWith("\n")) {
                return URI.create(line.substring(READY.length()).strip());
            }
            assertThat(process.isAlive()).as(said()).isTrue();
            return null;
        });
    }

    /** Tells it to end, as Ctrl-C and service managers do. */
    void end() {
        process.destroy();
    }

    /** Waits for its end, and returns its exit status. */
    int status() throws InterruptedException {
        assertThat(process.waitFor(LONG.toMillis(), TimeUnit.MILLISECONDS))
                .as("ended")
                .isTrue();
        return process.exitValue();
    }

    /** Returns what it wrote to stderr. */
    String said() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
