// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** What the calling thread allocates. Repeats far better than any time. */
public final class Allocation {
    private static final int OPERATIONS = 20;

    private Allocation() {}

    /**
     * Measures one operation, after as much as the compiler needs.
     *
     * @param warmup how often it runs before
     * @param operation what to run
     * @return bytes an operation
     * @throws Exception what the operation throws
     */
    public static double perOperation(int warmup, Callable<?> operation) throws Exception {
        for (int i = 0; i < warmup; i++) {
            Sink.take(operation.call());
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < OPERATIONS; i++) {
            Sink.take(operation.call());
        }
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / OPERATIONS;
    }
}
