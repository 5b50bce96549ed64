// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fleet at one moment: of each server what its last finished poll said, and sums of exactly that. Immutable.
 *
 * @param version grows with every change, so equal versions of one fleet are equal snapshots
 * @param at the moment, by the local clock
 * @param servers by name, in the order in which they were added
 * @param totals the numbers of all servers; those of servers that do not answer are their last
 * @param unknownMeetings how many of {@code totals().meetings()} are on servers that do not answer
 * @param states how many servers are in each state; all states are there
 */
public record FleetSnapshot(
        long version,
        Instant at,
        Map<String, ServerView> servers,
        FleetCounts totals,
        long unknownMeetings,
        Map<ServerState, Integer> states) {
    /** Refuses what is missing. */
    public FleetSnapshot {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(servers, "servers");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(states, "states");
    }

    /**
     * Looks for a meeting, on servers that answer before those that do not.
     *
     * @param meetingId a {@code meetingID} or an {@code internalMeetingID}
     * @return where it was seen
     */
    public Optional<LocatedMeeting> findMeeting(String meetingId) {
        Objects.requireNonNull(meetingId, "meetingId");
        return find(meetingId, true).or(() -> find(meetingId, false));
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

    private Optional<LocatedMeeting> find(String meetingId, boolean answering) {
        return servers.values().stream()
                .filter(server -> server.meetingsKnown() == answering)
                .flatMap(server -> server.meetings().values().stream()
                        .filter(meeting -> meeting.hasId(meetingId))
                        .map(meeting -> new LocatedMeeting(server.name(), answering, meeting.meeting())))
                .findFirst();
    }
}
