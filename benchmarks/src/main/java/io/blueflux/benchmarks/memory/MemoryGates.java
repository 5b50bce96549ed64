// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.memory;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of answers that are larger than the heap. */
public final class MemoryGates {
    private MemoryGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(
                gate("paced", new HeapGate(Bar.M1_PACED, 32, 1_000, List.of(24, 16))),
                gate("full-speed", new HeapGate(Bar.M1_FULL_SPEED, 24, 0, List.of(16, 12, 8))));
    }

    /** The small heap is that of another JVM. */
    private static GatePlan gate(String name, HeapGate gate) {
        return new GatePlan(name, 1, List.of("-Xmx128m"), gate);
    }
}
