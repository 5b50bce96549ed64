// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A fleet as rows for people: those that fail come first, so that they are seen where not all rows have a place. */
final class FleetTable {
    private static final String ROW = "%-24s %-10s %8s %9s %12s %9s  %s";
    private static final String HEAD =
            ROW.formatted("server", "state", "meetings", "attendees", "latency (ms)", "lag (ms)", "");
    private static final List<ServerState> ORDER =
            List.of(ServerState.DOWN, ServerState.UNSTABLE, ServerState.RECOVERING, ServerState.NEW, ServerState.UP);
    private static final Comparator<ServerView> SICK_FIRST = Comparator.<ServerView>comparingInt(
                    server -> ORDER.indexOf(server.state()))
            .thenComparing(ServerView::name);
    private static final int FRAME = 2; // head and summary

    private FleetTable() {}

    /** Returns head, rows and summary: at most so many lines, though three at least. */
    static List<String> lines(FleetSnapshot fleet, PollTally tally, int most) {
        int rows = Math.max(1, most - FRAME);
        List<String> lines = new ArrayList<>(List.of(HEAD.stripTrailing()));
        fleet.servers().values().stream()
                .sorted(SICK_FIRST)
                .limit(rows)
                .forEach(server -> lines.add(row(server, tally)));
        int hidden = fleet.servers().size() - rows;
        lines.add((hidden > 0 ? "not_shown=" + hidden + " " : "") + tally.summary(fleet));
        return lines;
    }

    private static String row(ServerView server, PollTally tally) {
        ServerReport last = tally.last(server.name());
        String doubt = server.meetingsKnown() || server.poll().number() == 0 ? "" : "?";
        return ROW.formatted(
                        OneLine.of(server.name()),
                        Words.of(server.state()),
                        server.counts().meetings() + doubt,
                        server.counts().participants() + doubt,
                        last == null ? "-" : last.latency().toMillis(),
                        last == null ? "-" : last.lag().toMillis(),
                        reason(server))
                .stripTrailing();
    }

    private static String reason(ServerView server) {
        String reason = server.health().reason();
        return server.state() == ServerState.UP || reason == null ? "" : OneLine.of(cause(server.name(), reason));
    }

    /** Leaves out the call and the server, which the row names: a screen has no place for them. */
    private static String cause(String server, String reason) {
        String site = " on " + server + ": ";
        int at = reason.indexOf(site);
        return at < 0 ? reason : reason.substring(at + site.length());
    }
}
