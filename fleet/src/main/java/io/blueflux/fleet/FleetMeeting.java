// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A meeting as the fleet knows it. Immutable.
 *
 * @param id what tells it apart: {@code internalMeetingID}, or {@code meetingID} where a server leaves that out
 * @param meeting what the last answer said; at {@link PollDepth#COUNTERS} without attendees, metadata, access and rooms
 * @param firstSeen when a poll first had it, by the local clock
 * @param started somebody has joined, at this poll or an earlier one
 * @param attendees who is there and how often, those within the grace included; empty at {@link PollDepth#COUNTERS}. BBB
 *     itself lists one who left for up to 90 seconds
 */
public record FleetMeeting(
        String id, Meeting meeting, Instant firstSeen, boolean started, Map<AttendeeKey, Integer> attendees) {
    /** Refuses what is missing. */
    public FleetMeeting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(meeting, "meeting");
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(attendees, "attendees");
    }

    /**
     * Tells whether an id means this meeting.
     *
     * @param anyId a {@code meetingID} or an {@code internalMeetingID}
     * @return true if it does
     */
    public boolean hasId(String anyId) {
        Objects.requireNonNull(anyId, "anyId");
        return anyId.equals(meeting.meetingId()) || anyId.equals(id);
    }

    boolean isRecording() {
        return Boolean.TRUE.equals(meeting.state().recording());
    }
}
