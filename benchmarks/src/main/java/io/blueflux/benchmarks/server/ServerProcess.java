// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

import io.blueflux.benchmarks.gate.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A process with a server on every loopback address, so that its work and its heap are not the client's. Ends with this one.
 */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final int port;
    private final String certificate;

    private ServerProcess(int meetings, int attendees, boolean tls) throws IOException {
        process = Jvm.of(
                        ServerMain.class,
                        List.of("-Xmx1g"),
                        String.valueOf(meetings),
                        String.valueOf(attendees),
                        tls ? "tls" : "plain")
                .start();
        output = process.inputReader(StandardCharsets.US_ASCII);
        port = Integer.parseInt(line());
        certificate = tls ? lines() : "";
    }

    private String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the server has ended");
        }
        return line;
    }

    /** Reads up to an empty line. */
    private String lines() {
        return output.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /**
     * Starts servers.
     *
     * @param meetings how many meetings each has
     * @param attendees how many attendees each meeting
     * @return the running process
     */
    public static ServerProcess plain(int meetings, int attendees) throws IOException {
        return new ServerProcess(meetings, attendees, false);
    }

    /**
     * Starts servers that speak TLS, as {@code s<n>.bbb.example}.
     *
     * @param meetings how many meetings each has
     * @param attendees how many attendees each meeting
     * @return the running process
     */
    public static ServerProcess tls(int meetings, int attendees) throws IOException {
        return new ServerProcess(meetings, attendees, true);
    }

    /** Returns the port, the same at each address. */
    public int port() {
        return port;
    }

    /** Returns the certificate of servers that speak TLS, as PEM. */
    public String certificate() {
        return certificate;
    }

    /** Asks how many connections and TLS handshakes there were. */
    public Counts counts() throws IOException {
        process.getOutputStream().write('?');
        process.getOutputStream().flush();
        String[] counts = line().split(" ", 2);
        return new Counts(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
    }

    /**
     * What the servers saw since they began.
     *
     * @param connections connections
     * @param handshakes TLS handshakes that ended
     */
    public record Counts(int connections, int handshakes) {}

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
