// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fleet as rows for people: those that fail come first, so that they are seen where not all rows have a place. Why they fail
 * stands below the row, where there is room for it.
 */
final class FleetTable {
    private static final int LEAST_NAME = 12;
    /** The columns after the name; the last are left out where the screen is narrow. */
    private static final List<String> COLUMNS = List.of(" %-10s", " %8s", " %9s", " %12s", " %9s");

    private static final List<String> HEADS = List.of("state", "meetings", "attendees", "latency (ms)", "lag (ms)");
    private static final String SENT_ON = ", sent on to ";
    private static final String INDENT = "  ";
    private static final int REASON_LINES = 2;
    private static final List<ServerState> ORDER =
            List.of(ServerState.DOWN, ServerState.UNSTABLE, ServerState.RECOVERING, ServerState.NEW, ServerState.UP);
    private static final Comparator<ServerView> SICK_FIRST = Comparator.<ServerView>comparingInt(
                    server -> ORDER.indexOf(server.state()))
            .thenComparing(ServerView::name);

    private final FleetSnapshot fleet;
    private final PollTally tally;
    private final int width;
    private final int columns;
    private final int nameWidth;

    private FleetTable(FleetSnapshot fleet, PollTally tally, int width) {
        this.fleet = fleet;
        this.tally = tally;
        this.width = width;
        int most = COLUMNS.size();
        while (most > 1 && LEAST_NAME + widthOf(most) > width) {
            most--;
        }
        this.columns = most;
        int longest = fleet.servers().keySet().stream()
                .mapToInt(name -> DisplayWidth.of(OneLine.of(name)))
                .max()
                .orElse(0);
        this.nameWidth = Math.max(1, Math.min(Math.max(LEAST_NAME, longest), width - widthOf(columns)));
    }

    private static int widthOf(int columns) {
        return COLUMNS.stream()
                .limit(columns)
                .mapToInt(column -> column.formatted("").length())
                .sum();
    }

    /** Returns head, rows and sums: as many rows as have a place, though one at least. */
    static List<String> lines(FleetSnapshot fleet, PollTally tally, ScreenSize place) {
        return new FleetTable(fleet, tally, place.columns()).lines(place.rows());
    }

    private List<String> lines(int most) {
        List<String> lines = new ArrayList<>(List.of(row("server", HEADS)));
        int left = most - 1 - sums(fleet.servers().size()).size();
        int hidden = fleet.servers().size();
        for (ServerView server :
                fleet.servers().values().stream().sorted(SICK_FIRST).toList()) {
            List<String> block = block(server);
            if (lines.size() > 1 && block.size() > left) {
                break;
            }
            lines.addAll(block.subList(0, Math.max(1, Math.min(block.size(), left))));
            left -= block.size();
            hidden--;
        }
        lines.addAll(sums(hidden));
        return lines;
    }

    private List<String> sums(int hidden) {
        String sums = (hidden > 0 ? "not_shown=" + hidden + " " : "") + tally.summary(fleet);
        return DisplayWidth.wrapped(sums, width, Integer.MAX_VALUE);
    }

    /** A row, and the reason where there is one. */
    private List<String> block(ServerView server) {
        ServerReport last = tally.last(server.name());
        String doubt = server.meetingsKnown() || server.poll().number() == 0 ? "" : "?";
        List<String> cells = List.of(
                Words.of(server.state()),
                server.counts().meetings() + doubt,
                server.counts().participants() + doubt,
                last == null ? "-" : String.valueOf(last.latency().toMillis()),
                last == null ? "-" : String.valueOf(last.lag().toMillis()));
        List<String> block = new ArrayList<>(List.of(row(OneLine.of(server.name()), cells)));
        String reason = reason(server);
        if (!reason.isEmpty()) {
            DisplayWidth.wrapped(reason, Math.max(1, width - INDENT.length()), REASON_LINES)
                    .forEach(line -> block.add(INDENT + line));
        }
        return block;
    }

    private String row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder(DisplayWidth.fitted(name, nameWidth));
        for (int i = 0; i < columns; i++) {
            row.append(COLUMNS.get(i).formatted(cells.get(i)));
        }
        return row.toString().stripTrailing();
    }

    private static String reason(ServerView server) {
        String reason = server.health().reason();
        return server.state() == ServerState.UP || reason == null ? "" : OneLine.of(cause(server.name(), reason));
    }

    /** Leaves out the call and the server, which the row names; where the call was sent on to comes after the cause. */
    static String cause(String server, String reason) {
        String site = " on " + server;
        int at = reason.indexOf(site);
        String said = at < 0 ? "" : reason.substring(at + site.length());
        int cause = said.indexOf(": ");
        if (said.startsWith(": ")) {
            return said.substring(2);
        }
        return said.startsWith(SENT_ON) && cause > 0
                ? said.substring(cause + 2) + " (" + said.substring(2, cause) + ")"
                : reason;
    }
}
