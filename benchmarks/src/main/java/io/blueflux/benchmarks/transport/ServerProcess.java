// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A {@link FixedServer} in a JVM of its own, whose CPU is not ours. */
public final class ServerProcess implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it. Blocks until it listens.
     *
     * @return the server
     * @throws IOException if it does not start
     */
    public static ServerProcess start() throws IOException {
        Process process = Jvm.of(FixedServer.class, OPTIONS).start();
        String port =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(process, Integer.parseInt(port));
    }

    /**
     * Returns the address of answers.
     *
     * @param meetings how many meetings a list has
     * @param attendees how many attendees each has
     * @param delay milliseconds until an answer comes
     * @return a server of the API
     */
    public BbbServer answering(int meetings, int attendees, int delay) {
        String path = "/" + meetings + "x" + attendees + "/" + delay + "/bigbluebutton/";
        return BbbServer.of("http://127.0.0.1:" + port + path, "639259d4-9dd8-4b25-bf01-95f9567eaf4b");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
