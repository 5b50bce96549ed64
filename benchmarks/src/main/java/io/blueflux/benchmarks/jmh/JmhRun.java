// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.jmh;

import io.blueflux.benchmarks.gate.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of a part in passes of one fork each, so that forks of different variants take turns, and
 * compares only within a pass.
 */
public final class JmhRun {
    private static final int PASSES = 3;
    private static final String BASE = "blueflux"; // the method that is 1

    private final Part part;
    private final Path folder;

    /**
     * Prepares a run.
     *
     * @param part whose benchmarks: those in the package of its name
     * @param folder where the raw results go
     */
    public JmhRun(Part part, Path folder) {
        this.part = part;
        this.folder = folder;
    }

    /**
     * Runs all passes.
     *
     * @return a Markdown table of ratios, the median of the passes
     * @throws RunnerException if a benchmark fails
     */
    public String table() throws RunnerException {
        Map<String, List<JmhRow>> rows = new LinkedHashMap<>();
        for (int pass = 1; pass <= PASSES; pass++) {
            List<JmhRow> all = pass(pass);
            for (JmhRow row : all) {
                rows.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row.relativeTo(base(row, all)));
            }
        }
        StringBuilder table = new StringBuilder("| Benchmark | ÷ ours, CPU | ÷ ours, time | Allocated an operation |\n")
                .append("| --- | ---: | ---: | ---: |\n");
        rows.forEach((name, passes) -> table.append(JmhRow.median(passes).markdown()));
        return table.toString();
    }

    private List<JmhRow> pass(int number) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("\\.benchmarks\\." + part.word() + "\\.")
                .forks(1)
                .addProfiler(CpuProfiler.class)
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(folder.resolve("jmh-" + part.word() + "-" + number + ".json")
                        .toString())
                .output(folder.resolve("jmh-" + part.word() + "-" + number + ".log")
                        .toString())
                .build();
        List<JmhRow> rows = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            rows.add(JmhRow.of(result));
        }
        return rows;
    }

    private static JmhRow base(JmhRow row, List<JmhRow> all) {
        return all.stream()
                .filter(other -> other.method().equals(BASE) && other.group().equals(row.group()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + BASE + " beside " + row.name()));
    }
}
