// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.GatePlan;
import io.blueflux.benchmarks.gate.Jvm;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one gate in JVMs of its own; each leaves its figures as JSON lines in a file. */
final class ForkedGate {
    private static final long LIMIT_MINUTES = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Part part;
    private final GatePlan plan;
    private final Pace pace;
    private final Path folder;

    ForkedGate(Part part, GatePlan plan, Pace pace, Path folder) {
        this.part = part;
        this.plan = plan;
        this.pace = pace;
        this.folder = folder;
    }

    /** Returns the median of each figure over the JVMs. */
    List<Figure> figures() throws IOException, InterruptedException {
        Map<String, List<Figure>> byName = new LinkedHashMap<>();
        for (int jvm = 1; jvm <= plan.jvms(); jvm++) {
            for (Figure figure : fork(folder.resolve(part.word() + "-" + plan.name() + "-" + jvm + ".jsonl"))) {
                byName.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure);
            }
        }
        return byName.values().stream().map(ForkedGate::middle).toList();
    }

    private static Figure middle(List<Figure> figures) {
        double median = Paired.median(figures.stream().mapToDouble(Figure::value));
        return new Figure(figures.get(0).name(), median, figures.get(0).unit());
    }

    private List<Figure> fork(Path file) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        Process process = Jvm.of(
                        ForkedGate.class, plan.jvmOptions(), part.word(), plan.name(), pace.name(), file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(plan.name() + " did not end in " + LIMIT_MINUTES + " minutes");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(plan.name() + " ended with status " + process.exitValue());
        }
        return read(file);
    }

    private static List<Figure> read(Path file) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            figures.add(JSON.readValue(line, Figure.class));
        }
        return figures;
    }

    /**
     * Measures one gate in this JVM.
     *
     * @param args the part, the gate, the pace, and the file for the figures
     * @throws Exception if a variant fails or gives something else than the others
     */
    public static void main(String[] args) throws Exception {
        GatePlan plan = Gates.of(Part.of(args[0]), args[1]);
        StringBuilder lines = new StringBuilder();
        for (Figure figure : plan.gate().measure(Pace.valueOf(args[2]))) {
            lines.append(JSON.writeValueAsString(figure)).append('\n');
        }
        Files.writeString(Path.of(args[3]), lines);
        System.exit(0); // whatever threads a peer has left running
    }
}
