// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of the fleet as such. */
public final class ScaleGates {
    private ScaleGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(
                GatePlan.once("polls", new PollsGate()),
                GatePlan.once("heap", new HeapGate()),
                GatePlan.once("growth", new GrowthGate()),
                GatePlan.once("events", new EventsGate()),
                GatePlan.once("info", new InfoGate()),
                GatePlan.once("webhooks", new WebhooksGate()),
                GatePlan.once("known", new KnownGate()),
                // were io_uring's jars where all find them, reactor-netty would prefer it, and what is usual would not
                // be measured
                GatePlan.once("transports", new TransportGate())
                        .with("io_uring")
                        .notQuick());
    }
}
