// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server as a member of a fleet. Immutable.
 *
 * @param server where it is and what signs the calls to it; its name tells the members apart
 * @param plan how it is polled; null for the fleet's own plan
 */
public record FleetServer(BbbServer server, @Nullable PollPlan plan) {

    /** Checks that there is a server. */
    public FleetServer {
        Objects.requireNonNull(server, "server");
    }

    /**
     * Makes a member that is polled by the fleet's own plan.
     *
     * @param server the server
     * @return the member
     */
    public static FleetServer of(BbbServer server) {
        return new FleetServer(server, null);
    }

    /**
     * Returns the name.
     *
     * @return the server's name
     */
    public String name() {
        return server.name();
    }
}
