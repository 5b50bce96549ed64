// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of the transport. */
public final class TransportGates {
    private TransportGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(
                GatePlan.ratio("call-4k", new CallGate(Bar.T1_4K, Load.SMALLEST)),
                GatePlan.ratio("call-20k", new CallGate(Bar.T1_20K, Load.SMALL)),
                GatePlan.ratio("call-large", new CallGate(Bar.T1_LARGE, Load.LARGE)),
                GatePlan.ratio("drain", new DrainGate()),
                GatePlan.once("peers", new PeersGate()));
    }
}
