// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import org.jspecify.annotations.Nullable;

/**
 * A server that the fleet knows. Immutable.
 *
 * @param server where it is, and how it is polled
 * @param lane its polls; null if it is not polled here
 * @param spare whom to ask when it will be polled here; null once it is known whether it is
 */
record Member(
        FleetServer server, @Nullable Lane lane, @Nullable Target spare) {

    /** Tells whether the lane, or the spare, asks this very server. */
    boolean asks(BbbServer other) {
        Target known = lane == null ? spare : lane.target();
        return known != null && known.server().equals(other);
    }
}
