// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import io.blueflux.benchmarks.gate.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM of its own that is talked to by lines. It ends with its input, and so with this one. */
public final class Child {
    private final Process process;
    private final Thread reader;

    /**
     * Starts it.
     *
     * @param main its main class
     * @param options its JVM's options
     * @param hearer takes each line that it prints, on a thread of its own
     * @param arguments its arguments
     */
    public Child(Class<?> main, List<String> options, Consumer<String> hearer, String... arguments) throws IOException {
        process = Jvm.of(main, options, arguments).start();
        reader = new Thread(() -> read(process.inputReader(StandardCharsets.US_ASCII), hearer), "child-lines");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(BufferedReader lines, Consumer<String> hearer) {
        lines.lines().forEach(hearer);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a line. */
    public void say(String line) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        input.flush();
    }

    /** Sends a signal, as {@code kill} names it. */
    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name + " failed");
        }
    }

    /** Asks it to end, and waits until it has. */
    public void terminate(long seconds) throws IOException, InterruptedException {
        process.toHandle().destroy(); // leaves its last lines to be read, which the process itself would not
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IOException("a member did not end within " + seconds + " s of SIGTERM");
        }
        reader.join(TimeUnit.SECONDS.toMillis(seconds));
    }

    /** Ends it as a power cut does. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }
}
