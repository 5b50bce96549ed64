// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of placing meetings. */
public final class PlacementGates {
    private PlacementGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(GatePlan.once("decision", new DecisionGate()), GatePlan.once("storm", new StormGate()));
    }
}
