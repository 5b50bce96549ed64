// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacementRules;
import java.time.Duration;

/**
 * How a command places meetings: as a service does, but with more time for servers to answer. A command has just started, which makes its
 * first calls slow, and a person waits for it.
 */
final class CommandPlacement {
    private static final PlacementRules RULES = PlacementRules.LEAST_LOAD.withLook(
            new PlacementRules.Look(PlacementRules.Look.DEFAULT.age(), Duration.ofSeconds(5)));

    private CommandPlacement() {}

    static MeetingPlacement of(BbbFleet fleet) {
        return MeetingPlacement.builder(fleet).rules(RULES).build();
    }
}
