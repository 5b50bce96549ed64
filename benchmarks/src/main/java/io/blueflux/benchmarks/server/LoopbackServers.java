// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

import java.io.IOException;
import java.util.List;

/** A process with a server on every loopback address. */
public final class LoopbackServers extends ServerProcess {
    private final String certificate;

    private LoopbackServers(int meetings, int attendees, boolean tls) throws IOException {
        super(
                ServerMain.class,
                List.of("-Xmx1g"),
                String.valueOf(meetings),
                String.valueOf(attendees),
                tls ? "tls" : "plain");
        certificate = tls ? lines() : "";
    }

    /**
     * Starts servers.
     *
     * @param meetings how many meetings each has
     * @param attendees how many attendees each meeting
     * @return the running process
     */
    public static LoopbackServers plain(int meetings, int attendees) throws IOException {
        return new LoopbackServers(meetings, attendees, false);
    }

    /**
     * Starts servers that speak TLS, as {@code s<n>.bbb.example}.
     *
     * @param meetings how many meetings each has
     * @param attendees how many attendees each meeting
     * @return the running process
     */
    public static LoopbackServers tls(int meetings, int attendees) throws IOException {
        return new LoopbackServers(meetings, attendees, true);
    }

    /** Returns the certificate of servers that speak TLS, as PEM. */
    public String certificate() {
        return certificate;
    }

    /** Asks how many connections and TLS handshakes there were. */
    public Counts counts() throws IOException {
        ask();
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
}
