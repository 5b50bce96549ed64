// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import picocli.CommandLine.Option;

/** What a poll writes, as options that exclude one another. */
final class PollOutputOptions {
    @Option(names = "--events", description = "Write each change as JSON; the default into a pipe.")
    private boolean events;

    @Option(names = "--reports", description = "Write each finished poll as JSON.")
    private boolean reports;

    @Option(
            names = "--table",
            description =
                    "Show a table every second; the default on a terminal. In a pipe the tables follow one another, whole.")
    private boolean table;

    PollOutput.Kind kind(Terminal terminal) {
        if (events || reports) {
            return events ? PollOutput.Kind.EVENTS : PollOutput.Kind.REPORTS;
        }
        return table || terminal.interactive() ? PollOutput.Kind.TABLE : PollOutput.Kind.EVENTS;
    }
}
