// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * When servers were polled between two moments: how late, and whether an interval went without a start. Thread-safe.
 */
final class LagAccount {
    /** At both ends: starts come late by chance, by up to a tenth of the interval, and by their lag. */
    private static final double SLACK = 0.2;

    private final Duration interval;
    private final Instant begin;
    private final Map<String, Last> servers = new HashMap<>();
    private long[] lags = new long[1_024]; // nanoseconds
    private int polls;
    private long missed;

    /** Counts what starts from a moment on. */
    LagAccount(Duration interval, Instant begin) {
        this.interval = interval;
        this.begin = begin;
    }

    void add(ServerReport report) {
        String name = report.server().name();
        add(name, report.server().poll().number(), report.startedAt(), report.lag());
    }

    synchronized void add(String server, long number, Instant start, Duration lag) {
        if (start.isBefore(begin)) {
            return;
        }
        Last before = servers.put(server, new Last(number, start));
        missed += before == null
                ? whole(begin, start)
                : Math.max(0, Math.round(intervals(before.start(), start)) - (number - before.number()));
        if (polls == lags.length) {
            lags = Arrays.copyOf(lags, 2 * polls);
        }
        lags[polls++] = lag.toNanos();
    }

    /** Counts what the servers missed between their last start and a moment; a server without a start missed all. */
    synchronized long missed(Iterable<String> names, Instant end) {
        long sum = missed;
        for (String name : names) {
            Last last = servers.get(name);
            sum += whole(last == null ? begin : last.start(), end);
        }
        return sum;
    }

    private long whole(Instant from, Instant to) {
        return Math.max(0, (long) Math.floor(intervals(from, to) - SLACK));
    }

    private double intervals(Instant from, Instant to) {
        return (double) Duration.between(from, to).toNanos() / interval.toNanos();
    }

    synchronized long polls() {
        return polls;
    }

    /** Returns the lag in milliseconds that a part of the polls does not exceed; 1 for the worst. Nothing if there was no poll. */
    synchronized double lagMillis(double part) {
        long[] sorted = Arrays.copyOf(lags, polls);
        Arrays.sort(sorted);
        return polls == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(part * polls) - 1)] / 1e6;
    }

    private record Last(long number, Instant start) {}
}
