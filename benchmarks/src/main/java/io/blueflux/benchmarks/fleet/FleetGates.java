// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of many servers. */
public final class FleetGates {
    private FleetGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(
                GatePlan.once("pass", new PassGate()),
                GatePlan.once("url-connection", new UrlConnectionGate()),
                GatePlan.once("native", new NativeGate()).notQuick(),
                GatePlan.once("heap", new HeapGate()),
                GatePlan.once("heap-tls", new TlsGate()),
                GatePlan.once("heap-polled", new PolledHeapGate()).notQuick(),
                GatePlan.once("growth", new GrowthGate()),
                GatePlan.once("sick", new SickGate()));
    }
}
