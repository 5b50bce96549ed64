// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each server of the demonstration was polled: a row a server, then the sums of those that were well. */
final class FleetDemoTable {
    private static final String ROW = "%-8s %-10s %6s %7s %7s %18s";

    private final Terminal terminal;
    private final Duration interval;
    private final Map<String, Rhythm> rhythms = new ConcurrentHashMap<>();

    FleetDemoTable(Terminal terminal, Duration interval) {
        this.terminal = terminal;
        this.interval = interval;
    }

    void add(ServerReport report) {
        rhythms.merge(report.server().name(), Rhythm.of(report), (before, one) -> before.then(one, interval));
    }

    void print(FleetSnapshot fleet, List<String> healthy) {
        terminal.line(ROW.formatted("server", "state", "polls", "failed", "missed", "longest lag (ms)"));
        fleet.servers().values().forEach(this::row);
        Rhythm sum = healthy.stream().map(this::rhythm).reduce(Rhythm.NONE, Rhythm::plus);
        long polls = rhythms.values().stream().mapToLong(Rhythm::polls).sum();
        terminal.line(("servers=%d polls=%d healthy=%d healthy_missed=%d healthy_worst_lag_ms=%d"
                        + " (missed: intervals of %d ms in which no poll of the server began)")
                .formatted(
                        fleet.servers().size(),
                        polls,
                        healthy.size(),
                        sum.missed(),
                        sum.worstLag().toMillis(),
                        interval.toMillis()));
    }

    private void row(ServerView server) {
        Rhythm rhythm = rhythm(server.name());
        terminal.line(ROW.formatted(
                server.name(),
                Words.of(server.state()),
                rhythm.polls(),
                rhythm.failed(),
                rhythm.missed(),
                rhythm.worstLag().toMillis()));
    }

    private Rhythm rhythm(String server) {
        return rhythms.getOrDefault(server, Rhythm.NONE);
    }
}
