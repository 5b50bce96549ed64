// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedMeeting.Breakout;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The calls about meetings, but for join. */
final class MeetingCalls {
    private static final Pattern METADATA_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

    private final MeetingStore meetings;
    private final Ids ids;
    private final SimulatorProfile profile;
    private final boolean old;

    MeetingCalls(MeetingStore meetings, Ids ids, SimulatorProfile profile) {
        this.meetings = meetings;
        this.ids = ids;
        this.profile = profile;
        this.old = profile == SimulatorProfile.BBB_2_5;
    }

    Answer create(CallInput input) {
        Validation.meetingName(input);
        needMeetingId(input);
        String id = keptId(input);
        Validation.password(input, "attendeePW");
        Validation.password(input, "moderatorPW");
        Validation.digits(input, "voiceBridge", "Voice bridge must be an integral value");
        Validation.bool(input, "record", "Record");
        Validation.bool(input, "isBreakoutRoom", "Is breakout room");
        boolean breakout = input.flag("isBreakout");
        if (breakout && input.number("sequence", -1) < 0) {
            throw new Crash("a breakout room without a number");
        }
        SimulatedMeeting prepared = breakout ? breakoutRoom(id, input) : meetings.prepare(id);
        boolean wellFormed = fill(prepared.name(input.printable("name")), input);
        if (!wellFormed && !old) {
            throw new Crash("the slides are not XML");
        }
        if (voiceBridgeTaken(prepared, input)) {
            return Envelopes.failedWithErrors("nonUniqueVoiceBridge", "The selected voice bridge is already in use.");
        }
        SimulatedMeeting winner = meetings.addOrGet(prepared);
        if (!wellFormed) {
            throw new Crash("the slides are not XML, but the meeting is there");
        }
        return winner == prepared ? created(prepared, "", "") : duplicate(winner, input);
    }

    Answer isMeetingRunning(CallInput input) {
        needMeetingId(input);
        SimulatedMeeting meeting = meetings.find(Validation.meetingId(input));
        boolean running = meeting != null && !meeting.attendees().isEmpty();
        return Envelopes.success(xml -> xml.element("running", running));
    }

    /** BBB 2.5 checks the ID without its outer blanks and control characters, and keeps them; a later one complains. */
    private String keptId(CallInput input) {
        String checked = Validation.meetingId(input);
        String sent = input.sent("meetingID", checked);
        if (!sent.equals(checked) && profile == SimulatorProfile.BBB_3_0) {
            throw new Refused("validationError", "Invalid meeting ID");
        }
        return old ? sent : checked;
    }

    /** BBB 2.5 breaks down where a later one complains. */
    private void needMeetingId(CallInput input) {
        if (old && !input.has("meetingID")) {
            throw new Crash("no meetingID");
        }
    }

    Answer end(CallInput input) {
        Validation.password(input, "password");
        meetings.endByCall(existing(input));
        return Envelopes.success(xml -> xml.element("messageKey", "sentEndMeetingRequest")
                .element(
                        "message",
                        "A request to end the meeting was sent. Please wait a few seconds, and then use the"
                                + " getMeetingInfo or isMeetingRunning API calls to verify that it was ended."));
    }

    Answer getMeetingInfo(CallInput input) {
        SimulatedMeeting meeting = existing(input);
        List<String> breakouts = meetings.breakoutsOf(meeting);
        return Envelopes.success(xml -> MeetingXml.write(xml, meeting, breakouts, !old, false))
                .without("Cache-Control");
    }

    Answer getMeetings() {
        List<SimulatedMeeting> all = meetings.list();
        if (all.isEmpty() && profile == SimulatorProfile.SCALELITE) {
            return Scalelite.noMeetings();
        }
        if (all.isEmpty()) {
            return Answer.xml("""
                <response>
                <returncode>SUCCESS</returncode>
                <meetings/>
                <messageKey>noMeetings</messageKey>
                <message>no meetings were found on this server</message>
                </response>\
                """);
        }
        Map<String, List<String>> breakouts = meetings.breakoutsByParent();
        return Envelopes.list(
                "<response>\n<returncode>SUCCESS</returncode>\n<meetings>\n",
                all,
                meeting -> MeetingXml.item(
                        meeting, breakouts.getOrDefault(meeting.internalMeetingId(), List.of()), !old, old),
                "</meetings>\n</response>");
    }

    private SimulatedMeeting existing(CallInput input) {
        if (old && !input.has("meetingID")) {
            throw Refused.noSuchMeeting();
        }
        SimulatedMeeting meeting = meetings.find(Validation.meetingId(input));
        if (meeting == null) {
            throw profile == SimulatorProfile.SCALELITE ? Scalelite.noSuchMeeting() : Refused.noSuchMeeting();
        }
        return meeting;
    }

    private SimulatedMeeting breakoutRoom(String id, CallInput input) {
        String parentId = input.text("parentMeetingID");
        if (parentId.isEmpty()) {
            throw new Refused("parentMeetingIDMissing", "No parent meeting ID was provided for the breakout room");
        }
        SimulatedMeeting parent = meetings.find(parentId);
        if (parent == null) {
            throw new Refused("parentMeetingDoesNotExist", "No parent meeting exists for the breakout room");
        }
        SimulatedMeeting room = meetings.prepareBreakout(id);
        room.breakout(new Breakout(parent.internalMeetingId(), input.number("sequence", 0), input.flag("freeJoin")));
        return room;
    }

    /** Tells whether the slides could be read. */
    private boolean fill(SimulatedMeeting meeting, CallInput input) {
        meeting.attendeePw(input.sent("attendeePW", ids.alphanumeric(8)))
                .moderatorPw(input.sent("moderatorPW", ids.alphanumeric(8)))
                .voiceBridge(input.text("voiceBridge", meeting.voiceBridge()))
                .dialNumber(input.sent("dialNumber", meeting.dialNumber()))
                .duration(input.number("duration", 0))
                .maxParticipants(Math.max(0, input.number("maxParticipants", 0)))
                .recording(input.flag("record"))
                .expires(
                        input.number("meetingExpireIfNoUserJoinedInMinutes", 5),
                        input.number("meetingExpireWhenLastUserLeftInMinutes", 1));
        input.startingWith("meta_").forEach((name, value) -> {
            if (METADATA_NAME.matcher(name).matches()) {
                meeting.metadata(name, value);
            }
        });
        boolean slides =
                input.body().length > 0 && ContentType.of(input.request()).endsWith("/xml");
        try {
            meeting.created(
                    input.parameters(), slides ? Slides.parse(input.body()).documents() : List.of());
            if (meeting.presentationDisabled()) {
                meeting.created(input.parameters(), List.of());
            }
            return true;
        } catch (XMLStreamException e) {
            meeting.created(input.parameters(), List.of());
            return false;
        }
    }

    private boolean voiceBridgeTaken(SimulatedMeeting prepared, CallInput input) {
        return input.parameters().containsKey("voiceBridge")
                && meetings.list().stream()
                        .filter(other -> !other.identity()
                                .key()
                                .equals(prepared.identity().key()))
                        .anyMatch(other -> other.voiceBridge().equals(prepared.voiceBridge()));
    }

    private static Answer duplicate(SimulatedMeeting existing, CallInput input) {
        boolean same = existing.attendeePw().equals(input.sent("attendeePW", ""))
                && existing.moderatorPw().equals(input.sent("moderatorPW", ""));
        if (!same) {
            throw new Refused(
                    "idNotUnique", "A meeting already exists with that meeting ID. Please use a different meeting ID.");
        }
        return created(
                existing,
                "duplicateWarning",
                "This conference was already in existence and may currently be in progress.");
    }

    private static Answer created(SimulatedMeeting meeting, String messageKey, String message) {
        String parent = meeting.isBreakout() ? meeting.breakout().parentInternalId() : "bbb-none";
        return Envelopes.success(xml -> xml.element("meetingID", meeting.meetingId())
                .element("internalMeetingID", meeting.internalMeetingId())
                .element("parentMeetingID", parent)
                .elementIfAny("attendeePW", meeting.attendeePw())
                .elementIfAny("moderatorPW", meeting.moderatorPw())
                .element("createTime", meeting.createTime())
                .element("voiceBridge", meeting.voiceBridge())
                .element("dialNumber", meeting.dialNumber())
                .element("createDate", MeetingXml.date(meeting.createTime()))
                .element("hasUserJoined", meeting.userJoined())
                .element("duration", meeting.duration())
                .element("hasBeenForciblyEnded", meeting.ended())
                .element("messageKey", messageKey)
                .element("message", message));
    }
}
