// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.benchmarks.cluster.Cluster;
import io.blueflux.benchmarks.hostile.HostileAnswers;
import io.blueflux.benchmarks.soak.Soak;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import picocli.CommandLine;

/** The scenarios, as commands. */
public final class Scenarios {
    private Scenarios() {}

    /**
     * Adds the scenarios to a command, each under its name.
     *
     * @param command the command
     */
    public static void addTo(CommandLine command) {
        InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
        command.addSubcommand(new SickFleet())
                .addSubcommand(new SlowSubscriber())
                .addSubcommand(new HostileAnswers())
                .addSubcommand(new Cluster())
                .addSubcommand(new Soak());
    }
}
