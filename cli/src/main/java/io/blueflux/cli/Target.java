// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a command goes.
 *
 * @param one the one server; null if it goes to the list
 * @param all the list; empty if it goes to the one
 */
record Target(@Nullable BbbServer one, List<FleetServer> all) {
    static Target of(BbbServer server) {
        return new Target(server, List.of());
    }

    static Target of(List<FleetServer> servers) {
        return new Target(null, servers);
    }
}
