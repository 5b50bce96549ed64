// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What is alive in the heap. */
public final class Heap {
    private static final int COLLECTIONS = 3; // what reference queues hold goes with the second

    private Heap() {}

    /**
     * Collects garbage, then measures.
     *
     * @return bytes in use
     */
    public static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
