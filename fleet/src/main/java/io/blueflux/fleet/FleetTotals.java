// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.Map;
import java.util.Objects;

/**
 * The sums of a fleet at one moment. Immutable.
 *
 * @param counts the numbers of all servers; those of servers that do not answer are their last
 * @param unknownMeetings how many of {@code counts().meetings()} are on servers that do not answer
 * @param states how many servers are in each state; all states are there
 */
public record FleetTotals(FleetCounts counts, long unknownMeetings, Map<ServerState, Integer> states) {
    /** Refuses what is missing. */
    public FleetTotals {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(states, "states");
    }

    /**
     * Counts servers.
     *
     * @param state a state
     * @return how many servers are in it
     */
    public int serversIn(ServerState state) {
        Objects.requireNonNull(state, "state");
        return states.getOrDefault(state, 0);
    }
}
