// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How large a scenario is, as options. */
final class Size {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--servers", paramLabel = "N", description = "How many servers; 1000 by default.")
    private int servers = 1_000;

    @Option(names = "--seconds", paramLabel = "S", description = "How long; 60 by default.")
    private int seconds = 60;

    int servers() {
        return servers;
    }

    Duration time() {
        return Duration.ofSeconds(seconds);
    }

    /** Refuses a size that shows nothing. */
    void check(int leastServers) {
        if (servers < leastServers || seconds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--servers must be at least " + leastServers + ", --seconds at least 1");
        }
    }
}
