// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;

/** What ails a server: of twenty, fifteen stay well. */
enum Sickness {
    HEALTHY,
    HANGING,
    REFUSING,
    HTML,
    DRIPPING;

    static Sickness of(int index) {
        return switch (index % 20) {
            case 0, 10 -> HANGING;
            case 5 -> REFUSING;
            case 8 -> HTML;
            case 15 -> DRIPPING;
            default -> HEALTHY;
        };
    }

    /** Makes a server sick. Only one with a port of its own can refuse. */
    void befall(SimulatedServer server) {
        switch (this) {
            case HEALTHY -> {}
            case HANGING -> server.fault("*", Fault.hang());
            case HTML -> server.fault("*", Fault.html());
            case DRIPPING -> server.fault("*", Fault.drip(Duration.ofSeconds(1), 1));
            case REFUSING -> {
                server.stop();
                server.closeConnections();
            }
        }
    }
}
