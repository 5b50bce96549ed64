// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks;

import io.blueflux.benchmarks.gate.Environment;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.GatePlan;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Part;
import io.blueflux.benchmarks.gate.ResultsFile;
import io.blueflux.benchmarks.gate.Table;
import io.blueflux.benchmarks.jmh.JmhRun;
import io.blueflux.benchmarks.placement.PlacementLine;
import io.blueflux.benchmarks.scale.OpenFiles;
import io.blueflux.benchmarks.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures parts and writes the results, or runs a scenario. */
@Command(
        name = "benchmarks/run",
        description = "Measures a part, writes its rows into RESULTS.md and prints them; or runs a scenario.",
        mixinStandardHelpOptions = true)
public final class Run implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            arity = "0..1",
            defaultValue = "all",
            description =
                    "parse, sign, transport, fanout, fleet, placement, memory, scale or all; all, which is each but scale,"
                            + " by default.")
    private String part = "all";

    @Option(names = "--quick", description = "The gates only, and shorter; without JMH.")
    private boolean quick;

    private final Path home = Path.of(System.getProperty("blueflux.benchmarks", "benchmarks"));

    private boolean faulty;

    private Run() {}

    /**
     * Measures or runs, and ends the JVM: with 0 when all was measured, whether or not each bar holds.
     *
     * @param args a part or a scenario, and its options
     */
    public static void main(String[] args) {
        CommandLine run = new CommandLine(new Run());
        Scenarios.addTo(run);
        System.exit(
                run.setParameterExceptionHandler((error, all) -> usage(error)).execute(args));
    }

    private static int usage(ParameterException error) {
        System.err.println(error.getMessage());
        error.getCommandLine().usage(System.err);
        return ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Part> parts = parts();
        if (parts.contains(Part.SCALE) && !OpenFiles.suffice(pace())) {
            return ExitCode.SOFTWARE;
        }
        Path raw = Files.createDirectories(home.resolve("target/results"));
        StringBuilder rows = new StringBuilder();
        for (Part each : parts) {
            if (!quick) {
                jmh(each, raw);
            }
            List<Figure> figures = figures(each, raw);
            Table table = new Table(each, figures);
            results().replace(each.word(), heading() + table.markdown());
            rows.append(table.rows());
            if (each == Part.PLACEMENT) {
                rows.append(PlacementLine.of(figures));
            }
        }
        System.out.print(rows);
        return faulty ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private List<Part> parts() {
        if (part.equals("all")) {
            return Stream.of(Part.values()).filter(each -> each != Part.SCALE).toList();
        }
        return Stream.of(Part.values())
                .filter(each -> each.word().equals(part))
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), part + " is neither a part nor a scenario"));
    }

    private List<Figure> figures(Part each, Path raw) throws InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (GatePlan plan : Gates.of(each)) {
            if (quick && !plan.isQuick()) {
                continue;
            }
            System.err.println("benchmarks: " + each.word() + " " + plan.name());
            try {
                figures.addAll(new ForkedGate(each, plan, pace(), raw).figures());
            } catch (IOException e) {
                System.err.println("benchmarks: " + e.getMessage());
                faulty = true;
            }
        }
        return figures;
    }

    /** Runs the benchmarks of a part that has some. */
    private void jmh(Part each, Path raw) throws IOException {
        if (each != Part.PARSE && each != Part.SIGN) {
            return;
        }
        System.err.println("benchmarks: " + each.word() + " by JMH");
        try {
            results().replace(ResultsFile.jmhTitle(each), heading() + new JmhRun(each, raw).table());
        } catch (RunnerException e) {
            System.err.println("benchmarks: " + e.getMessage());
            faulty = true;
        }
    }

    private ResultsFile results() {
        return new ResultsFile(home.resolve("RESULTS.md"));
    }

    private Pace pace() {
        return quick ? Pace.QUICK : Pace.FULL;
    }

    private String heading() throws IOException {
        return Environment.line() + (quick ? " · quick" : "") + "\n\n";
    }
}
