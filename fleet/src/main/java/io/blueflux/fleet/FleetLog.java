// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one log of all fleets, by the name that users know. */
final class FleetLog {
    static final Logger LOG = LoggerFactory.getLogger("io.blueflux.fleet.BbbFleet");

    private FleetLog() {}
}
