// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.net.URI;

/** Simulated BBB servers, each with a port of its own. Prints the ports, then an empty line, and ends with its input. */
public final class SimulatorMain {
    /** The servers' shared secret. */
    static final String SECRET = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";

    private SimulatorMain() {}

    /**
     * Runs the servers.
     *
     * @param options how many
     */
    public static void main(String[] options) throws Exception {
        BbbSimulator simulator = BbbSimulator.builder()
                .servers(Integer.parseInt(options[0]))
                .separatePorts()
                .secret(SECRET)
                .build()
                .start();
        for (SimulatedServer server : simulator.servers()) {
            System.out.println(URI.create(server.url()).getPort());
        }
        System.out.println();
        while (System.in.read() >= 0) {
            // nothing is asked
        }
        System.exit(0);
    }
}
