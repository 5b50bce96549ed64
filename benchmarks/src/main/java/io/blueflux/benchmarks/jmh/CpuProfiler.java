// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** CPU time of JMH's workers an operation, which suffers less from neighbours than wall time does. */
public final class CpuProfiler implements InternalProfiler {
    /** The name of the secondary result. */
    public static final String CPU = "cpu.time";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long before;

    @Override
    public String getDescription() {
        return "CPU time of the workers an operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanosOfWorkers();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double nanos =
                (double) (nanosOfWorkers() - before) / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(CPU, nanos, "ns/op", AggregationPolicy.AVG));
    }

    private static long nanosOfWorkers() {
        long sum = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains("-jmh-worker-")) {
                sum += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())); // -1 if it has ended
            }
        }
        return sum;
    }
}
