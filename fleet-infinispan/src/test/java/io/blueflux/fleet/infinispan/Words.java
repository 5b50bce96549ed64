// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.Confidential;
import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerHealth;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Callbacks;
import io.blueflux.model.Element;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words to tell. */
final class Words {
    static final String SECRET = "s3cr3t";
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");

    private Words() {}

    static ClusterWord.View view(String key, String owner, long number, String... meetingIds) {
        Map<String, FleetMeeting> meetings = new LinkedHashMap<>();
        for (String id : meetingIds) {
            meetings.put(id, meeting(id));
        }
        return view(key, owner, number, meetings);
    }

    static ClusterWord.View view(String key, String owner, long number, Map<String, FleetMeeting> meetings) {
        ServerView server = new ServerView(
                key,
                new ServerHealth(ServerState.UP, TIME, null, 0, 0, 0),
                false,
                false,
                true,
                new ServerView.Poll(number, TIME, TIME.plusMillis(20), TIME),
                meetings,
                new FleetCounts(meetings.size(), 1, 2, 3, 4, 5, 6),
                "3.0.0");
        return new ClusterWord.View(
                key,
                new ClusterWord.Line(7, owner, 3, Map.of("6 other", 2L)),
                false,
                Duration.ofMillis(900),
                new ServerReport(server, Duration.ofMillis(20), Duration.ofMillis(1), null));
    }

    static FleetMeeting meeting(String id) {
        Attendee attendee = new Attendee(
                "user of " + id,
                "Ann",
                AttendeeRole.MODERATOR,
                true,
                false,
                null,
                true,
                "HTML5",
                Map.of("a", "b"),
                hidden());
        Meeting meeting = new Meeting(
                "external " + id,
                id,
                "Name of " + id,
                new Meeting.Times(TIME, "some day", TIME, null, Duration.ofHours(1)),
                new Meeting.State(true, true, null, false, false),
                new Meeting.Counts(1, 0, 1, 2, 1, null),
                new Meeting.Access("01234", "+49", Confidential.of(SECRET), Confidential.of(SECRET)),
                List.of(attendee),
                Map.of(
                        "topic", "maths",
                        "origin", "https://h.example/course?token=" + SECRET,
                        "endcallbackurl", "https://h.example/" + SECRET),
                new Meeting.Breakout("parent", 2, true),
                List.of("room"),
                hidden());
        return new FleetMeeting(
                id, meeting, TIME, true, Map.of(new AttendeeKey("user of " + id, "Ann", AttendeeRole.MODERATOR), 1));
    }

    /** The meeting without what does not leave. */
    static FleetMeeting told(FleetMeeting meeting) {
        Meeting whole = meeting.meeting();
        Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
        metadata.replaceAll(
                (name, value) -> value.replace("?token=" + SECRET, "?***").replace("?" + SECRET, "?***"));
        Meeting told = new Meeting(
                whole.meetingId(),
                whole.internalMeetingId(),
                whole.meetingName(),
                whole.times(),
                whole.state(),
                whole.counts(),
                new Meeting.Access(whole.access().voiceBridge(), whole.access().dialNumber(), null, null),
                whole.attendees().stream().map(Words::told).toList(),
                metadata,
                Callbacks.NONE,
                whole.breakout(),
                whole.breakoutRooms(),
                List.of());
        return new FleetMeeting(meeting.id(), told, meeting.firstSeen(), meeting.started(), meeting.attendees());
    }

    private static Attendee told(Attendee attendee) {
        return new Attendee(
                attendee.userId(),
                attendee.fullName(),
                attendee.role(),
                attendee.isPresenter(),
                attendee.isListeningOnly(),
                attendee.hasJoinedVoice(),
                attendee.hasVideo(),
                attendee.clientType(),
                attendee.customdata(),
                List.of());
    }

    private static List<Element> hidden() {
        return List.of(new Element("new", Map.of("a", SECRET), SECRET, List.of()));
    }
}
