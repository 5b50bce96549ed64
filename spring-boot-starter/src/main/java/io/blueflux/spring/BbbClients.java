// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.reactor.BbbClient;
import java.util.List;
import java.util.Objects;

/**
 * The clients of the service's servers, by name. Thread-safe. The clients are those of {@link BbbFleet#client}: one for as long as the
 * name is there, which signs and sends as the newest entry says.
 */
public final class BbbClients {
    private final BbbFleet fleet;

    private BbbClients(BbbFleet fleet) {
        this.fleet = fleet;
    }

    /**
     * Takes the clients of a fleet, whether it is started or not.
     *
     * @param fleet whose; it owns them
     * @return the clients
     */
    public static BbbClients of(BbbFleet fleet) {
        return new BbbClients(Objects.requireNonNull(fleet, "fleet"));
    }

    /**
     * Returns a server's client.
     *
     * @param server its name
     * @return the client
     * @throws IllegalArgumentException if there is none of the name
     */
    public BbbClient client(String server) {
        return fleet.client(Objects.requireNonNull(server, "server"));
    }

    /**
     * Returns the names of the servers.
     *
     * @return in the order in which they came, as it is now; immutable
     */
    public List<String> names() {
        return fleet.servers().stream().map(FleetServer::name).toList();
    }
}
