// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.util.List;

/** The process of a {@link FixedServer}. */
public final class FixedServerProcess extends ServerProcess {
    private FixedServerProcess() throws IOException {
        super(FixedServer.class, List.of("-Xmx256m", "-XX:+UseSerialGC"));
    }

    /**
     * Starts it. Blocks until it listens.
     *
     * @return the server
     * @throws IOException if it does not start
     */
    public static FixedServerProcess start() throws IOException {
        return new FixedServerProcess();
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
        return BbbServer.of("http://127.0.0.1:" + port() + path, "639259d4-9dd8-4b25-bf01-95f9567eaf4b");
    }
}
