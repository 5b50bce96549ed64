// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A fleet on three JVMs. Is each server polled on time, and is nothing told that is not so, whatever befalls the members? */
@Command(
        name = "cluster",
        description =
                "Polls servers by three JVMs; kills, stops, freezes, restarts and cuts off members. At an interval of more"
                        + " than a second, compares the members' cost with that of the same polling without a cluster.",
        mixinStandardHelpOptions = true)
public final class Cluster implements Callable<Integer> {
    private static final Duration FAULTS = Duration.ofSeconds(1);
    private static final int LEAST_SERVERS = 30;
    private static final int LEAST_SECONDS = 30;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--servers", paramLabel = "N", description = "How many servers, at least 30; 300 by default.")
    private int servers = 300;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long each fault is watched, its repair included, at least 30; 60 by default.")
    private int seconds = 60;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = Time.class,
            description = "From one poll of a server to the next, as 1s; 1s by default, and for the faults.")
    private Duration interval = FAULTS;

    /** Prepares the command. */
    public Cluster() {}

    @Override
    public Integer call() throws InterruptedException {
        check();
        try {
            List<String> failed = interval.equals(FAULTS) ? faults() : cost();
            failed.forEach(bound -> System.out.println("bound failed: " + bound));
            return failed.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            System.out.println("failed: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private void check() {
        if (servers < LEAST_SERVERS || seconds < LEAST_SECONDS || interval.compareTo(FAULTS) < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--servers must be at least 30, --seconds at least 30, --interval at least 1s");
        }
    }

    private Duration time() {
        return Duration.ofSeconds(seconds);
    }

    private List<String> faults() throws IOException, InterruptedException {
        try (Servers running = Servers.start(servers, 3, 4);
                Members members = Members.start(running, interval, true, true, "-Xmx256m")) {
            closeAtExit(members);
            List<String> failed = new FaultRun(running, members, interval, time()).run();
            System.out.println("meetings_ended=" + running.ended());
            return failed;
        }
    }

    private List<String> cost() throws IOException, InterruptedException {
        try (Servers running = Servers.start(servers, 10, 5)) {
            return new CostRun(running, interval, time()).run();
        }
    }

    /** A frozen member would outlive this process. */
    private static void closeAtExit(Members members) {
        Runtime.getRuntime().addShutdownHook(new Thread(members::close));
    }

    /** Reads {@code 10s}, {@code 1m} and the like. */
    private static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Duration.parse("PT" + text);
        }
    }
}
