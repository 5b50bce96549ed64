// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Prints meetings with the elements of BBB 3.0, in its order. */
final class MeetingXml {
    /** A real server's start comes a moment after its creation. */
    private static final long START_AFTER = 37;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private MeetingXml() {}

    static String date(long millis) {
        return DATE.format(Instant.ofEpochMilli(millis));
    }

    /** One item of a list. */
    static String item(SimulatedMeeting meeting, List<String> breakouts, boolean emptyData, boolean grouped) {
        XmlLines xml = new XmlLines().open("meeting");
        write(xml, meeting, breakouts, emptyData, grouped);
        return xml.close("meeting").toString();
    }

    /**
     * @param emptyData whether {@code customdata} is there without content
     * @param grouped whether counts are printed for people: {@code 1,000}
     */
    static void write(
            XmlLines xml, SimulatedMeeting meeting, List<String> breakouts, boolean emptyData, boolean grouped) {
        List<SimulatedAttendee> attendees = meeting.attendees();
        xml.element("meetingName", meeting.name())
                .element("meetingID", meeting.meetingId())
                .element("internalMeetingID", meeting.internalMeetingId())
                .element("createTime", meeting.createTime())
                .element("createDate", date(meeting.createTime()))
                .element("voiceBridge", meeting.voiceBridge())
                .element("dialNumber", meeting.dialNumber())
                .elementIfAny("attendeePW", meeting.attendeePw())
                .elementIfAny("moderatorPW", meeting.moderatorPw())
                .element("running", !attendees.isEmpty())
                .element("duration", meeting.duration())
                .element("hasUserJoined", meeting.userJoined())
                .element("recording", meeting.recording())
                .element("hasBeenForciblyEnded", meeting.ended())
                .element("startTime", meeting.createTime() + START_AFTER)
                .element("endTime", 0);
        writeCounts(xml, meeting, attendees, grouped);
        xml.open("attendees");
        attendees.forEach(attendee -> writeAttendee(xml, attendee, emptyData));
        xml.close("attendees").open("metadata");
        meeting.metadata().forEach(xml::element);
        xml.close("metadata").element("isBreakout", meeting.isBreakout());
        writeBreakout(xml, meeting, breakouts);
    }

    private static void writeCounts(
            XmlLines xml, SimulatedMeeting meeting, List<SimulatedAttendee> attendees, boolean grouped) {
        int listeners = 0;
        int voices = 0;
        int videos = 0;
        int moderators = 0;
        for (SimulatedAttendee attendee : attendees) {
            listeners += attendee.listeningOnly() ? 1 : 0;
            voices += attendee.voice() ? 1 : 0;
            videos += attendee.videoStreams();
            moderators += attendee.role().equals("MODERATOR") ? 1 : 0;
        }
        xml.element("participantCount", count(attendees.size(), grouped))
                .element("listenerCount", count(listeners, grouped))
                .element("voiceParticipantCount", count(voices, grouped))
                .element("videoCount", count(videos, grouped))
                .element("maxUsers", count(meeting.maxParticipants(), grouped))
                .element("moderatorCount", count(moderators, grouped));
    }

    private static String count(int number, boolean grouped) {
        return grouped ? String.format(Locale.ENGLISH, "%,d", number) : Integer.toString(number);
    }

    private static void writeAttendee(XmlLines xml, SimulatedAttendee attendee, boolean emptyData) {
        xml.open("attendee")
                .element("userID", attendee.userId())
                .element("fullName", attendee.fullName())
                .element("role", attendee.role())
                .element("isPresenter", attendee.presenter())
                .element("isListeningOnly", attendee.listeningOnly())
                .element("hasJoinedVoice", attendee.voice())
                .element("hasVideo", attendee.videoStreams() > 0)
                .element("clientType", attendee.clientType());
        if (emptyData || !attendee.customdata().isEmpty()) {
            xml.open("customdata");
            attendee.customdata().forEach(xml::element);
            xml.close("customdata");
        }
        xml.close("attendee");
    }

    private static void writeBreakout(XmlLines xml, SimulatedMeeting meeting, List<String> breakouts) {
        if (meeting.isBreakout()) {
            xml.element("parentMeetingID", meeting.breakout().parentInternalId())
                    .element("sequence", meeting.breakout().sequence())
                    .element("freeJoin", meeting.breakout().freeJoin());
        }
        if (!breakouts.isEmpty()) {
            xml.open("breakoutRooms");
            breakouts.forEach(room -> xml.element("breakout", room));
            xml.close("breakoutRooms");
        }
    }
}
