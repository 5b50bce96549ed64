// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.BbbServer;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;

/** What ails a server: of twenty, fifteen are well. */
enum Sickness {
    HEALTHY,
    HANGING,
    REFUSING,
    HTML,
    DRIPPING;

    /** Nothing listens there. */
    private static final String CLOSED_PORT = "http://127.0.0.1:1/bigbluebutton";

    static Sickness of(int index) {
        return switch (index % 20) {
            case 0, 10 -> HANGING;
            case 5 -> REFUSING;
            case 8 -> HTML;
            case 15 -> DRIPPING;
            default -> HEALTHY;
        };
    }

    /** Returns the server as it is to be polled. */
    BbbServer inflict(SimulatedServer server) {
        switch (this) {
            case HANGING -> server.fault("*", Fault.hang());
            case HTML -> server.fault("*", Fault.html());
            case DRIPPING -> server.fault("*", Fault.drip(Duration.ofSeconds(1), 1));
            case REFUSING -> {
                return BbbServer.of(CLOSED_PORT, server.secretText()).withName(server.name());
            }
            case HEALTHY -> server.populate(5, 4);
        }
        return server.bbbServer();
    }
}
