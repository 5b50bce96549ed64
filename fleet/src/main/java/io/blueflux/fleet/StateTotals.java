// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sums of all views, kept as views come and go, so that reading them does not cost a walk. Not thread-safe. */
final class StateTotals {
    private final Map<ServerState, Integer> states = new EnumMap<>(ServerState.class);
    private final TreeMap<Long, Integer> largest = new TreeMap<>(); // how many servers have this largest meeting
    private FleetCounts sum = FleetCounts.NONE;
    private long unknown;

    StateTotals() {
        for (ServerState state : ServerState.values()) {
            states.put(state, 0);
        }
    }

    void change(@Nullable ServerView before, @Nullable ServerView now) {
        if (before != null) {
            count(before, -1);
        }
        if (now != null) {
            count(now, 1);
        }
    }

    FleetTotals read() {
        long most = largest.isEmpty() ? 0 : largest.lastKey();
        return new FleetTotals(
                sum.withLargestMeeting(most), unknown, Collections.unmodifiableMap(new EnumMap<>(states)));
    }

    private void count(ServerView view, int sign) {
        FleetCounts counts = view.counts();
        sum = sum.plus(counts, sign);
        unknown += view.meetingsKnown() ? 0 : sign * counts.meetings();
        states.merge(view.state(), sign, Integer::sum);
        largest.merge(counts.largestMeeting(), sign, Integer::sum);
        largest.remove(counts.largestMeeting(), 0);
    }
}
