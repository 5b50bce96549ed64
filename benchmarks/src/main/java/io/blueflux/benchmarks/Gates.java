// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks;

import io.blueflux.benchmarks.fanout.FanOutGates;
import io.blueflux.benchmarks.fleet.FleetGates;
import io.blueflux.benchmarks.gate.GatePlan;
import io.blueflux.benchmarks.gate.Part;
import io.blueflux.benchmarks.memory.MemoryGates;
import io.blueflux.benchmarks.parse.ParseGates;
import io.blueflux.benchmarks.placement.PlacementGates;
import io.blueflux.benchmarks.scale.ScaleGates;
import io.blueflux.benchmarks.sign.SignGates;
import io.blueflux.benchmarks.transport.TransportGates;
import java.util.List;

/** The gates of each part. */
final class Gates {
    private Gates() {}

    static List<GatePlan> of(Part part) {
        return switch (part) {
            case PARSE -> ParseGates.plans();
            case SIGN -> SignGates.plans();
            case TRANSPORT -> TransportGates.plans();
            case FANOUT -> FanOutGates.plans();
            case FLEET -> FleetGates.plans();
            case PLACEMENT -> PlacementGates.plans();
            case MEMORY -> MemoryGates.plans();
            case SCALE -> ScaleGates.plans();
        };
    }

    static GatePlan of(Part part, String name) {
        return of(part).stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no gate " + name + " in " + part.word()));
    }
}
