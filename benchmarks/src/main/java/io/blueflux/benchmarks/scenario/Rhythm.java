// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** When one server was polled, and what came of it. Not thread-safe: reports come one after another. */
final class Rhythm {
    /** Starts come late by chance, by up to a tenth of the interval. */
    private static final double JITTER = 0.1;

    private final List<ServerReport> reports = new ArrayList<>();

    void add(ServerReport report) {
        reports.add(report);
    }

    void keepFrom(Instant begin) {
        reports.removeIf(report -> report.startedAt().isBefore(begin));
    }

    long polls() {
        return reports.size();
    }

    long failed() {
        return reports.stream().filter(report -> !report.isAnswered()).count();
    }

    Duration worst(Function<ServerReport, Duration> measure) {
        return reports.stream().map(measure).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Returns how many intervals between begin and end had no start. */
    long missed(Instant begin, Instant end, Duration interval) {
        if (reports.isEmpty()) {
            return whole(begin, end, interval);
        }
        long missed = whole(begin, reports.get(0).startedAt(), interval);
        for (int i = 1; i < reports.size(); i++) {
            missed += between(reports.get(i - 1).startedAt(), reports.get(i).startedAt(), interval);
        }
        return missed + whole(reports.get(reports.size() - 1).startedAt(), end, interval);
    }

    /** Counts at the ends, where a start may be due an interval later, and the chance. */
    private static long whole(Instant from, Instant to, Duration interval) {
        return Math.max(0, (long) Math.floor(intervals(from, to, interval) - JITTER));
    }

    private static long between(Instant one, Instant next, Duration interval) {
        return Math.max(0, Math.round(intervals(one, next, interval)) - 1);
    }

    private static double intervals(Instant from, Instant to, Duration interval) {
        return (double) Duration.between(from, to).toMillis() / interval.toMillis();
    }
}
