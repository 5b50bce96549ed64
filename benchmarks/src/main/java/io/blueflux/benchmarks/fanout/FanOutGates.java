// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fanout;

import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of the fan-out. */
public final class FanOutGates {
    private FanOutGates() {}

    /**
     * Returns the gates.
     *
     * @return one
     */
    public static List<GatePlan> plans() {
        return List.of(GatePlan.once("infos", new FanOutGate()));
    }
}
