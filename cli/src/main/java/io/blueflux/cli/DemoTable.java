// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.List;

/** The demonstration's result for people: a row a server, then the sums. */
final class DemoTable {
    private static final String ROW = "%-8s %-8s %8s %9s %21s %8s";

    private DemoTable() {}

    static void print(Terminal terminal, List<ServerTally> tallies, long millis) {
        terminal.line(ROW.formatted("server", "state", "meetings", "attendees", "first meeting (ms)", "all (ms)"));
        for (ServerTally tally : tallies) {
            terminal.line(ROW.formatted(
                    tally.server(),
                    tally.state(),
                    tally.meetings(),
                    tally.attendees(),
                    tally.firstMillis(),
                    tally.totalMillis()));
        }
        int meetings = tallies.stream().mapToInt(ServerTally::meetings).sum();
        int infos = tallies.stream().mapToInt(ServerTally::infos).sum();
        terminal.line("servers=%d meetings=%d infos=%d failed=%d millis=%d"
                .formatted(tallies.size(), meetings, infos, meetings - infos, millis));
    }
}
