// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What a check found.
 *
 * @param reports one of each server
 * @param warning how many servers may be unhealthy without a warning
 * @param critical how many may be unhealthy without an alarm
 */
record CheckResult(List<ServerReport> reports, int warning, int critical) {
    private static final String NAME = "BLUEFLUX ";
    private static final String NOT_KNOWN = "U"; // as the rules have it
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_REASON = 200;

    /** What a check ends with. */
    enum Status {
        OK(0),
        WARNING(1),
        CRITICAL(2),
        UNKNOWN(3);

        private final int exit;

        Status(int exit) {
            this.exit = exit;
        }

        int exit() {
            return exit;
        }
    }

    Status status() {
        int unhealthy = unhealthy().size();
        if (unhealthy > critical) {
            return Status.CRITICAL;
        }
        return unhealthy > warning ? Status.WARNING : Status.OK;
    }

    /** Returns the line, with the performance data behind its bar. */
    String line() {
        return NAME + status() + " - " + text() + " | " + data();
    }

    static String unknown(String why) {
        return NAME + Status.UNKNOWN + " - " + withoutBars(why);
    }

    private String text() {
        List<ServerReport> unhealthy = unhealthy();
        int all = reports.size();
        if (unhealthy.isEmpty()) {
            return all + (all == 1 ? " server" : " servers") + " healthy";
        }
        String named =
                unhealthy.stream().limit(MOST_NAMED).map(CheckResult::reason).collect(Collectors.joining("; "));
        int more = unhealthy.size() - MOST_NAMED;
        return unhealthy.size() + " of " + all + " servers unhealthy: " + withoutBars(named)
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private String data() {
        Duration slowest = reports.stream()
                .map(ServerReport::latency)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return "servers=" + reports.size()
                + " unhealthy=" + unhealthy().size() + ";" + warning + ";" + critical + ";0;" + reports.size()
                + " meetings=" + sum(FleetCounts::meetings)
                + " participants=" + sum(FleetCounts::participants)
                + String.format(Locale.ROOT, " slowest=%.3fs", slowest.toMillis() / 1000.0);
    }

    /** Of those that answered; where none did, it is not known. */
    private String sum(ToLongFunction<FleetCounts> count) {
        if (reports.stream().noneMatch(ServerReport::isAnswered)) {
            return NOT_KNOWN;
        }
        return Long.toString(reports.stream()
                .map(report -> report.server().counts())
                .mapToLong(count)
                .sum());
    }

    private List<ServerReport> unhealthy() {
        return reports.stream()
                .filter(report -> !report.isAnswered())
                .sorted(Comparator.comparing(report -> report.server().name()))
                .toList();
    }

    private static String reason(ServerReport report) {
        String server = report.server().name();
        String reason =
                FleetTable.cause(server, String.valueOf(report.server().health().reason()));
        boolean isLong = reason.codePointCount(0, reason.length()) > LONGEST_REASON;
        return server + ": "
                + (isLong ? reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON)) + "…" : reason);
    }

    /** What follows the first bar is data. */
    private static String withoutBars(String text) {
        return OneLine.of(text).replace('|', '/');
    }
}
