// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How large a scenario is, as options. */
final class Size {
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
            throw new IllegalArgumentException("there must be at least " + leastServers + " servers, and a second");
        }
    }
}
