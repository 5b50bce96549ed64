// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A main class that ran in a JVM of its own, on this one's class path.
 *
 * @param status the exit status
 * @param output what it wrote to stdout and stderr
 */
public record OwnJvm(int status, String output) {

    /**
     * Runs a class to its end.
     *
     * @param atMost how long it may take before it is killed
     * @param options the JVM's options
     * @param main the class
     * @param arguments its arguments
     * @return how it ended
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread is
     */
    public static OwnJvm run(Duration atMost, List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("own-jvm", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = waitedFor(process, atMost);
            String text = Files.readString(output);
            if (!ended) {
                throw new AssertionError("still running after " + atMost + ": " + text);
            }
            return new OwnJvm(process.exitValue(), text);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean waitedFor(Process process, Duration atMost) throws InterruptedException {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
    }
}
