// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SessionStore.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The calls that a session token signs in place of a checksum. The cookie that comes with it is not asked for. */
final class SessionCalls {
    private final SessionStore sessions;
    private final MeetingStore meetings;
    private final UnaryOperator<String> joinUrl;

    /**
     * @param joinUrl makes the signed URL of a join from its query
     */
    SessionCalls(SessionStore sessions, MeetingStore meetings, UnaryOperator<String> joinUrl) {
        this.sessions = sessions;
        this.meetings = meetings;
        this.joinUrl = joinUrl;
    }

    /** The query begins with an ampersand, as on a real server; that is a part of what is signed. */
    Answer getJoinUrl(CallInput input) {
        try {
            Session session = session(input);
            boolean moderates = session.role().equals("MODERATOR");
            Map<String, String> query = new LinkedHashMap<>();
            query.put("fullName", moderates ? input.text("fullName", session.fullName()) : session.fullName());
            query.put("meetingID", session.meeting().meetingId());
            query.put("role", moderates ? input.text("role", session.role()) : session.role());
            query.put("userID", session.userId());
            query.put("existingUserID", session.internalUserId());
            query.put("redirect", "true");
            StringBuilder text = new StringBuilder();
            query.forEach(
                    (name, value) -> text.append('&').append(name).append('=').append(encoded(value)));
            return Json.response(
                    "returncode",
                    "SUCCESS",
                    "message",
                    "Join URL provided successfully.",
                    "url",
                    joinUrl.apply(text.toString()));
        } catch (Refused refused) {
            return Json.response("returncode", "FAILED", "messageKey", refused.key(), "message", refused.text());
        }
    }

    /** Only a moderator sees the figures, which come as JSON inside a text of JSON. */
    Answer learningDashboard(CallInput input) {
        String token = input.text("sessionToken");
        try {
            Session session = session(input);
            if (!session.role().equals("MODERATOR")) {
                throw new Refused("accessDenied", "Access denied, user is not a moderator.");
            }
            return Json.response("returncode", "SUCCESS", "data", figures(session.meeting()), "sessionToken", token);
        } catch (Refused refused) {
            return Json.response("returncode", "FAILED", "message", refused.text(), "sessionToken", token);
        }
    }

    private Session session(CallInput input) {
        String token = input.text("sessionToken");
        if (token.isEmpty()) {
            throw new Refused("missingToken", "You must provide a session token");
        }
        Session session = sessions.find(token);
        if (session == null || !session.meeting().alive(meetings.now())) {
            throw new Refused("missingSession", "Invalid session token");
        }
        return session;
    }

    private static String figures(SimulatedMeeting meeting) {
        Map<String, Object> users = new LinkedHashMap<>();
        meeting.attendees().forEach(attendee -> {
            String internalId = meeting.internalUserId(attendee);
            users.put(
                    internalId,
                    Json.object(
                            "userKey", internalId,
                            "extId", attendee.userId(),
                            "name", attendee.fullName(),
                            "isModerator", attendee.role().equals("MODERATOR"),
                            "isDialIn", attendee.clientType().equals("DIAL-IN")));
        });
        return Json.text(Json.object(
                "intId", meeting.internalMeetingId(),
                "extId", meeting.meetingId(),
                "name", meeting.name(),
                "users", users,
                "createdOn", meeting.createTime(),
                "endedOn", 0));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
