// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import java.lang.management.ManagementFactory;

/** The heap in use. */
final class Heap {
    private static final int COLLECTIONS = 3; // what references clear, and cleaners free, goes with the next one

    private Heap() {}

    /** Collects, then returns bytes. */
    static long afterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
