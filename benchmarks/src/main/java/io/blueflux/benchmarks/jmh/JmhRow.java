// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.jmh;

import io.blueflux.benchmarks.gate.Paired;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark gave.
 *
 * @param group its class and parameters: variants of one group are comparable
 * @param method the variant
 * @param cpu CPU time of an operation, or a ratio of it
 * @param time wall time of an operation, or a ratio of it
 * @param allocated bytes an operation
 */
record JmhRow(String group, String method, double cpu, double time, double allocated) {
    static JmhRow of(RunResult result) {
        BenchmarkParams params = result.getParams();
        String benchmark = params.getBenchmark();
        int dot = benchmark.lastIndexOf('.');
        StringBuilder group = new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.', dot - 1) + 1, dot));
        params.getParamsKeys().forEach(key -> group.append(' ').append(params.getParam(key)));
        return new JmhRow(
                group.toString(),
                benchmark.substring(dot + 1),
                secondary(result, CpuProfiler.CPU),
                result.getPrimaryResult().getScore(),
                secondary(result, "gc.alloc.rate.norm"));
    }

    @SuppressWarnings("rawtypes") // JMH's own
    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name));
    }

    String name() {
        return group + " " + method;
    }

    JmhRow relativeTo(JmhRow base) {
        return new JmhRow(group, method, cpu / base.cpu, time / base.time, allocated);
    }

    static JmhRow median(List<JmhRow> passes) {
        JmhRow any = passes.get(0);
        return new JmhRow(
                any.group,
                any.method,
                median(passes, JmhRow::cpu),
                median(passes, JmhRow::time),
                median(passes, JmhRow::allocated));
    }

    private static double median(List<JmhRow> passes, ToDoubleFunction<JmhRow> value) {
        return Paired.median(passes.stream().mapToDouble(value));
    }

    String markdown() {
        return String.format(Locale.ROOT, "| %s | %.2f | %.2f | %,.0f B |\n", name(), cpu, time, allocated);
    }
}
