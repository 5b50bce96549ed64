// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Heap;
import java.lang.management.ManagementFactory;

/**
 * What a member uses.
 *
 * @param heapBytes in use after a collection
 * @param threads how many
 * @param cpuBefore CPU time up to that collection, in nanoseconds, without the JIT compilers
 * @param cpuAfter CPU time with it
 * @param clusterBytes sent and received for the cluster since its begin
 */
record Measure(long heapBytes, int threads, long cpuBefore, long cpuAfter, long clusterBytes) {
    static final String WORD = "measured ";

    static Measure here(CpuClock clock, MemberCluster cluster) {
        long before = clock.nanos();
        return new Measure(
                Heap.used(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                before,
                clock.nanos(),
                cluster.bytes());
    }

    /** Reads what {@link #line()} wrote. */
    static Measure of(String line) {
        String[] words = line.split(" ", -1);
        return new Measure(
                Long.parseLong(words[1]),
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]));
    }

    String line() {
        return WORD + heapBytes + " " + threads + " " + cpuBefore + " " + cpuAfter + " " + clusterBytes;
    }
}
