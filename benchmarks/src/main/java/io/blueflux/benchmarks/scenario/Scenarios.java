// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a scenario by its name. */
@Command(
        name = "benchmarks/run",
        description = "Runs a scenario on simulated servers in this process.",
        subcommands = {SickFleet.class, SlowSubscriber.class},
        mixinStandardHelpOptions = true)
public final class Scenarios implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Scenarios() {}

    /**
     * Runs the scenario and ends the JVM.
     *
     * @param args its name and its options
     */
    public static void main(String[] args) {
        InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
        System.exit(new CommandLine(new Scenarios())
                .setParameterExceptionHandler((error, all) -> usage(error))
                .execute(args));
    }

    private static int usage(ParameterException error) {
        System.err.println(error.getMessage());
        error.getCommandLine().usage(System.err);
        return ExitCode.USAGE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a scenario is missing");
    }
}
