// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.memory;

import io.blueflux.benchmarks.gate.Jvm;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** Reads recordings in a JVM with little memory. */
final class SmallHeap {
    private static final int DIRECT_MB = 16;
    private static final long LIMIT_MINUTES = 5;

    private final LoopbackServers server;
    private final int recordings;
    private final int perSecond;

    SmallHeap(LoopbackServers server, int recordings, int perSecond) {
        this.server = server;
        this.recordings = recordings;
        this.perSecond = perSecond;
    }

    /** Returns how many recordings were read a second; empty if they do not pass in such a heap. */
    OptionalDouble read(int megabytes) throws IOException, InterruptedException {
        List<String> options = List.of(
                "-Xmx" + megabytes + "m", "-XX:MaxDirectMemorySize=" + DIRECT_MB + "m", "-XX:+ExitOnOutOfMemoryError");
        String url = "http://127.0.0.1:" + server.port() + "/recordings/" + recordings + "/bigbluebutton";
        Process process = Jvm.of(
                        RecordingsReader.class, options, url, String.valueOf(recordings), String.valueOf(perSecond))
                .start();
        try (BufferedReader output = process.inputReader()) {
            boolean passed = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
            return passed ? OptionalDouble.of(Double.parseDouble(output.readLine())) : OptionalDouble.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
