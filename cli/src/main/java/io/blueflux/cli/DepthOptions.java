// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.PollDepth;
import picocli.CommandLine.Option;

/** The option that says what polls ask for. */
final class DepthOptions {
    @Option(
            names = "--depth",
            paramLabel = "DEPTH",
            converter = DepthConverter.class,
            description =
                    "What is asked for and kept: counters (no attendees), meetings (the default), or info (meetings, and the "
                            + "info of each).")
    private PollDepth depth = PollDepth.MEETINGS;

    PollDepth depth() {
        return depth;
    }
}
