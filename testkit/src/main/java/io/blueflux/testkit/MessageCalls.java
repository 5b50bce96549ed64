// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The calls that put something into a running meeting, and the one that lists who is in. */
final class MessageCalls {
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_NAME = 255;
    private static final String SYSTEM = "System";

    private final MeetingStore meetings;
    private final SimulatorProfile profile;

    MessageCalls(MeetingStore meetings, SimulatorProfile profile) {
        this.meetings = meetings;
        this.profile = profile;
    }

    Answer getSessions() {
        List<String> sessions = new ArrayList<>();
        meetings.list().forEach(meeting -> meeting.attendees().forEach(who -> sessions.add(session(meeting, who))));
        if (sessions.isEmpty()) {
            return Answer.xml("""
                    <response>
                    <returncode>SUCCESS</returncode>
                    <sessions/>
                    <messageKey>noSessions</messageKey>
                    <message>no sessions were found on this serverr</message>
                    </response>""");
        }
        return Envelopes.list(
                "<response>\n<returncode>SUCCESS</returncode>\n<sessions>\n",
                sessions,
                session -> session,
                "</sessions>\n</response>");
    }

    /** Never tells what becomes of the documents. BBB 2.5 takes an empty body too, and breaks down without a meeting. */
    Answer insertDocument(CallInput input) {
        @Nullable SimulatedMeeting meeting = meetings.find(input.text("meetingID"));
        boolean old = profile == SimulatorProfile.BBB_2_5;
        if (meeting == null && old) {
            throw new Crash("no meeting to insert into");
        }
        if (meeting == null) {
            return failed(Scalelite.noSuchMeeting(), "Meeting with id [" + input.text("meetingID") + "] not found.");
        }
        if (meeting.presentationDisabled()) {
            return failed(Scalelite.internalError(), "Presentation feature is disabled, ignoring.");
        }
        Slides slides = slides(input);
        if (!slides.presentation() && !old) {
            return failed(Scalelite.internalError(), "No presentation module was found in the request.");
        }
        meeting.inserted(slides.documents());
        return Envelopes.success(xml -> xml.element("message", "Presentation is being uploaded"))
                .without("Cache-Control");
    }

    Answer sendChatMessage(CallInput input) {
        String meetingId = Validation.meetingId(input);
        String message = input.text("message");
        String userName = input.text("userName", SYSTEM);
        if (message.isEmpty()) {
            throw new Refused("nullError", "You must provide the message");
        }
        if (message.length() > LONGEST_MESSAGE || userName.length() > LONGEST_NAME) {
            throw new Refused("sizeError", "The message or the name of its sender is too long");
        }
        @Nullable SimulatedMeeting meeting = meetings.find(meetingId);
        if (meeting == null || !meeting.userJoined()) {
            throw new Refused("meetingNotFound", "Meeting not found");
        }
        meeting.chat(userName, message);
        return Envelopes.success(xml -> xml.element("messageKey", "").element("message", ""))
                .without("Cache-Control");
    }

    private static Slides slides(CallInput input) {
        try {
            return input.body().length == 0 ? Slides.NONE : Slides.parse(input.body());
        } catch (XMLStreamException e) {
            throw new Crash("the body is not XML");
        }
    }

    /** A balancer makes a failure of its own of one that has no key. */
    private Answer failed(Refused balanced, String message) {
        if (profile == SimulatorProfile.SCALELITE) {
            throw balanced;
        }
        return Envelopes.failed(message).without("Cache-Control");
    }

    private static String session(SimulatedMeeting meeting, SimulatedAttendee attendee) {
        return new XmlLines()
                .open("meeting")
                .element("meetingID", meeting.internalMeetingId())
                .element("meetingName", meeting.name())
                .element("userName", attendee.fullName())
                .close("meeting")
                .toString();
    }
}
