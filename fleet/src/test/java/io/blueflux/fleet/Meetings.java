// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Meetings and attendees as answers have them. */
final class Meetings {
    private Meetings() {}

    static Meeting meeting(String id, Attendee... attendees) {
        return meeting(id, "room of " + id, attendees.length > 0, false, List.of(attendees));
    }

    static Meeting meeting(
            @Nullable String internalId,
            @Nullable String meetingId,
            boolean running,
            boolean recording,
            List<Attendee> attendees) {
        int count = attendees.size();
        return new Meeting(
                meetingId,
                internalId,
                "A meeting",
                new Meeting.Times(null, null, null, null, null),
                new Meeting.State(running, running, recording, false, false),
                new Meeting.Counts(count, 0, 0, 0, 0, 0),
                new Meeting.Access(null, null, null, null),
                attendees,
                Map.of(),
                null,
                List.of(),
                List.of());
    }

    static Meeting ended(Meeting meeting, @Nullable Instant endTime, boolean forcibly) {
        return new Meeting(
                meeting.meetingId(),
                meeting.internalMeetingId(),
                meeting.meetingName(),
                new Meeting.Times(null, null, null, endTime, null),
                new Meeting.State(false, true, false, forcibly, false),
                meeting.counts(),
                meeting.access(),
                List.of(),
                Map.of(),
                null,
                List.of(),
                List.of());
    }

    static Attendee attendee(String userId) {
        return attendee(userId, AttendeeRole.VIEWER);
    }

    static Attendee attendee(String userId, AttendeeRole role) {
        return new Attendee(userId, "User " + userId, role, false, false, false, false, "HTML5", Map.of(), List.of());
    }
}
