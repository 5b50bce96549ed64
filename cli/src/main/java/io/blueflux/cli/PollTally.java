// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the reports came to: sums, and the last of each server. Thread-safe. */
final class PollTally {
    private final Map<String, ServerReport> last = new HashMap<>();
    private long polls;
    private long failures;
    private Duration worstLag = Duration.ZERO;

    synchronized void add(ServerReport report) {
        polls++;
        failures += report.isAnswered() ? 0 : 1;
        worstLag = report.lag().compareTo(worstLag) > 0 ? report.lag() : worstLag;
        last.put(report.server().name(), report);
    }

    synchronized long failures() {
        return failures;
    }

    synchronized @Nullable ServerReport last(String server) {
        return last.get(server);
    }

    /** Returns one line: the servers by state, and the sums. */
    synchronized String summary(FleetSnapshot fleet) {
        return "servers=" + fleet.servers().size() + " " + states(fleet) + " polls=" + polls + " failures=" + failures
                + " worst_lag_ms=" + worstLag.toMillis();
    }

    private static String states(FleetSnapshot fleet) {
        Map<ServerState, Integer> states = fleet.states();
        return states.keySet().stream()
                .sorted()
                .map(state -> Words.of(state) + "=" + states.get(state))
                .collect(Collectors.joining(" "));
    }
}
