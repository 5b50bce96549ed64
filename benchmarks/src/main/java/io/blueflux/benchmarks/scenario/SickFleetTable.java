// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How the servers of each kind were polled: a row a kind, then what became of the healthy. */
final class SickFleetTable {
    private static final String ROW = "%-10s %8s %8s %8s %8s %8s %8s %14s %18s%n";

    private final Map<Sickness, Map<String, Rhythm>> kinds = new EnumMap<>(Sickness.class);
    private final Map<String, Rhythm> all = new LinkedHashMap<>();
    private final Duration interval;

    SickFleetTable(List<FleetServer> members, Duration interval) {
        this.interval = interval;
        for (FleetServer member : members) {
            Rhythm rhythm = new Rhythm();
            kinds.computeIfAbsent(Sickness.of(all.size()), kind -> new LinkedHashMap<>())
                    .put(member.name(), rhythm);
            all.put(member.name(), rhythm);
        }
    }

    void add(ServerReport report) {
        Rhythm rhythm = all.get(report.server().name());
        if (rhythm != null) {
            rhythm.add(report);
        }
    }

    /** Prints what started between begin and end. */
    void print(FleetSnapshot fleet, Instant begin, Instant end) {
        all.values().forEach(rhythm -> rhythm.keepFrom(begin));
        System.out.printf(
                ROW,
                "kind",
                "servers",
                "up",
                "down",
                "polls",
                "failed",
                "missed",
                "worst lag (ms)",
                "worst latency (ms)");
        kinds.forEach((kind, rhythms) -> row(kind, rhythms, fleet, begin, end));
        Map<String, Rhythm> healthy = kinds.getOrDefault(Sickness.HEALTHY, Map.of());
        System.out.printf(
                "healthy=%d missed=%d worst_lag_ms=%d interval_ms=%d%n",
                healthy.size(), missed(healthy, begin, end), worst(healthy, ServerReport::lag), interval.toMillis());
    }

    private void row(Sickness kind, Map<String, Rhythm> rhythms, FleetSnapshot fleet, Instant begin, Instant end) {
        System.out.printf(
                ROW,
                kind.name().toLowerCase(Locale.ROOT),
                rhythms.size(),
                in(ServerState.UP, rhythms, fleet),
                in(ServerState.DOWN, rhythms, fleet),
                rhythms.values().stream().mapToLong(Rhythm::polls).sum(),
                rhythms.values().stream().mapToLong(Rhythm::failed).sum(),
                kind == Sickness.HEALTHY ? missed(rhythms, begin, end) : "-", // the others are backed off from
                worst(rhythms, ServerReport::lag),
                worst(rhythms, ServerReport::latency));
    }

    private static long in(ServerState state, Map<String, Rhythm> rhythms, FleetSnapshot fleet) {
        return fleet.servers().values().stream()
                .filter(server -> server.state() == state && rhythms.containsKey(server.name()))
                .count();
    }

    private long missed(Map<String, Rhythm> rhythms, Instant begin, Instant end) {
        return rhythms.values().stream()
                .mapToLong(rhythm -> rhythm.missed(begin, end, interval))
                .sum();
    }

    private static long worst(Map<String, Rhythm> rhythms, Function<ServerReport, Duration> measure) {
        return rhythms.values().stream()
                .mapToLong(rhythm -> rhythm.worst(measure).toMillis())
                .max()
                .orElse(0);
    }
}
