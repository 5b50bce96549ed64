// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What all threads of this process have allocated, event loops too. */
final class ProcessAllocation {
    private ProcessAllocation() {}

    /** Returns bytes; only differences mean something, and only while no thread ends. */
    static long bytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0) // a thread that has ended meanwhile has -1
                .sum();
    }
}
