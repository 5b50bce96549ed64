// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.fleet.FleetMeeting;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Meetings as polls have them, of which nothing is known but how they are called. */
final class PolledMeetings {
    private PolledMeetings() {}

    static FleetMeeting of(String meetingId, String internalMeetingId, String name, Instant firstSeen) {
        Meeting meeting = new Meeting(
                meetingId,
                internalMeetingId,
                name,
                new Meeting.Times(null, null, null, null, null),
                new Meeting.State(null, null, null, null, null),
                new Meeting.Counts(null, null, null, null, null, null),
                new Meeting.Access(null, null, null, null),
                List.of(),
                Map.of(),
                null,
                List.of(),
                List.of());
        return new FleetMeeting(internalMeetingId, meeting, firstSeen, false, Map.of());
    }
}
