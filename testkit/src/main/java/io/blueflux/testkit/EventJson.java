// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedRecording.Format;
import java.util.Map;

/** Events as webhooks deliver them; modern ones are of version 3 and later. */
final class EventJson {
    private EventJson() {}

    static String event(String id, Map<String, Object> attributes, long now) {
        return Json.text(Map.of(
                "data", Json.object("type", "event", "id", id, "attributes", attributes, "event", Map.of("ts", now))));
    }

    static Map<String, Object> meeting(SimulatedMeeting meeting) {
        return Json.object(
                "internal-meeting-id", meeting.internalMeetingId(), "external-meeting-id", meeting.meetingId());
    }

    static Map<String, Object> wholeMeeting(SimulatedMeeting meeting, boolean modern) {
        Map<String, Object> whole = meeting(meeting);
        whole.putAll(Json.object(
                "name", meeting.name(),
                "is-breakout", meeting.isBreakout(),
                "parent-id", meeting.isBreakout() ? meeting.breakout().parentInternalId() : "bbb-none",
                "duration", meeting.duration(),
                "create-time", meeting.createTime(),
                "create-date", MeetingXml.date(meeting.createTime()),
                "moderator-pass", meeting.moderatorPw(),
                "viewer-pass", meeting.attendeePw(),
                "record", meeting.recording(),
                "voice-conf", meeting.voiceBridge(),
                "dial-number", meeting.dialNumber(),
                "max-users", meeting.maxParticipants(),
                "metadata", meeting.metadata()));
        if (!modern) {
            whole.remove("parent-id");
        }
        return whole;
    }

    static Map<String, Object> user(SimulatedMeeting meeting, SimulatedAttendee attendee, boolean modern) {
        Map<String, Object> user = ids(meeting, attendee);
        user.putAll(Json.object(
                "name", attendee.fullName(),
                "role", attendee.role(),
                "presenter", attendee.presenter()));
        if (modern) {
            user.putAll(Json.object("userdata", attendee.customdata(), "guest", false));
        }
        return Json.object("meeting", meeting(meeting), "user", user);
    }

    static Map<String, Object> userIds(SimulatedMeeting meeting, SimulatedAttendee attendee, boolean modern) {
        Map<String, Object> user = ids(meeting, attendee);
        if (modern) {
            user.put("guest", false);
        }
        return Json.object("meeting", meeting(meeting), "user", user);
    }

    static Map<String, Object> chat(SimulatedMeeting meeting, SimulatedChatMessage message, boolean modern) {
        Map<String, Object> sender = Json.object(
                "internal-user-id", message.userName(),
                "external-user-id", message.userName(),
                "name", message.userName(),
                "time", message.sentAt());
        Map<String, Object> said = Json.object("id", message.id(), "message", message.text(), "sender", sender);
        if (!modern) {
            said.remove("id");
            sender.remove("name");
        }
        return Json.object("meeting", meeting(meeting), "chat-message", said, "chat-id", "MAIN-PUBLIC-GROUP-CHAT");
    }

    static Map<String, Object> recording(SimulatedRecording recording, String format) {
        return Json.object("meeting", meetingOf(recording), "record-id", recording.recordId(), "format", format);
    }

    static Map<String, Object> publishEnded(SimulatedRecording recording, Format format) {
        Map<String, Object> playback =
                Json.object("format", format.type(), "link", format.url(), "size", format.size());
        return Json.object(
                "meeting",
                meetingOf(recording),
                "record-id",
                recording.recordId(),
                "success",
                true,
                "step-time",
                format.processingTime(),
                "workflow",
                format.type(),
                "recording",
                Json.object(
                        "name", recording.name(),
                        "is-breakout", Boolean.toString(!recording.parentId().isEmpty()),
                        "start-time", recording.startTime(),
                        "end-time", recording.endTime(),
                        "size", format.size(),
                        "raw-size", recording.rawSize(),
                        "metadata", recording.metadata(),
                        "playback", playback,
                        "download", Map.of()));
    }

    private static Map<String, Object> meetingOf(SimulatedRecording recording) {
        return Json.object("internal-meeting-id", recording.recordId(), "external-meeting-id", recording.meetingId());
    }

    private static Map<String, Object> ids(SimulatedMeeting meeting, SimulatedAttendee attendee) {
        return Json.object("internal-user-id", meeting.internalUserId(attendee), "external-user-id", attendee.userId());
    }
}
