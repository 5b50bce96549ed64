// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.model.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * A meeting in the list of a server.
 *
 * @param since when a poll first had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingLine(
        String id,
        @Nullable String name,
        long people,
        long moderators,
        long voice,
        long video,
        long listeners,
        boolean recording,
        boolean breakout,
        long since) {
    private static final int SHORTEST_ID = 2;
    private static final int LONGEST_ID = 256;

    /** Tells whether BBB takes it for an id; any other it refuses, which would look as if a server had not answered. */
    static boolean isId(String text) {
        return text.length() >= SHORTEST_ID && text.length() <= LONGEST_ID;
    }

    static MeetingLine of(FleetMeeting known) {
        Meeting meeting = known.meeting();
        Meeting.Counts counts = meeting.counts();
        return new MeetingLine(
                Cut.id(known.id()),
                Cut.text(meeting.meetingName()),
                number(counts.participantCount()),
                number(counts.moderatorCount()),
                number(counts.voiceParticipantCount()),
                number(counts.videoCount()),
                number(counts.listenerCount()),
                flag(meeting.state().recording()),
                flag(meeting.state().isBreakout()),
                known.firstSeen().toEpochMilli());
    }

    /** A count that the server leaves out is none. */
    static long number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    static boolean flag(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
