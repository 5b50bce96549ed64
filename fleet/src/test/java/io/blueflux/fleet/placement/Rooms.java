// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Servers and meetings as answers have them. */
final class Rooms {
    private Rooms() {}

    static FleetServer server(String name) {
        return FleetServer.of(
                BbbServer.of("https://bbb.example.org/bigbluebutton", "secret").withName(name));
    }

    static Meeting meeting(String meetingId, long created, int participants, @Nullable Integer hint) {
        return meeting(meetingId, meetingId + "-" + created, Instant.ofEpochMilli(created), participants, hint);
    }

    static Meeting meeting(
            String meetingId,
            @Nullable String internalId,
            @Nullable Instant created,
            @Nullable Integer participants,
            @Nullable Integer hint) {
        return new Meeting(
                meetingId,
                internalId,
                null,
                new Meeting.Times(created, null, null, null, null),
                new Meeting.State(null, null, null, false, null),
                new Meeting.Counts(participants, 0, 0, 0, 0, 0),
                new Meeting.Access(null, null, null, null),
                List.of(),
                hint == null ? Map.of() : Map.of(SizeHint.NAME, hint.toString()),
                null,
                List.of(),
                List.of());
    }

    static Meeting with(Meeting meeting, Meeting.Counts counts) {
        return with(meeting, meeting.state(), counts, null);
    }

    static Meeting breakout(Meeting meeting) {
        return with(meeting, meeting.state(), meeting.counts(), new Meeting.Breakout("parent", 1, true));
    }

    static Meeting joined(Meeting meeting) {
        return with(meeting, new Meeting.State(true, true, null, false, null), meeting.counts(), null);
    }

    static Meeting ended(Meeting meeting) {
        return with(meeting, new Meeting.State(false, true, null, true, null), meeting.counts(), null);
    }

    private static Meeting with(
            Meeting meeting, Meeting.State state, Meeting.Counts counts, Meeting.@Nullable Breakout breakout) {
        return new Meeting(
                meeting.meetingId(),
                meeting.internalMeetingId(),
                null,
                meeting.times(),
                state,
                counts,
                meeting.access(),
                List.of(),
                meeting.metadata(),
                breakout,
                List.of(),
                List.of());
    }
}
