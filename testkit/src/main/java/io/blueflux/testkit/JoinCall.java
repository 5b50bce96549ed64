// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * join: a user's way into a meeting. Errors are redirects, most of them even with {@code redirect=false}; with BBB 2.5
 * all are, but for guests, who are told in a success.
 */
final class JoinCall {
    private final MeetingStore meetings;
    private final Ids ids;
    private final Supplier<String> serverRoot;
    private final SessionStore sessions;
    private final boolean old;

    JoinCall(MeetingStore meetings, Ids ids, Supplier<String> serverRoot, SessionStore sessions, boolean old) {
        this.meetings = meetings;
        this.ids = ids;
        this.serverRoot = serverRoot;
        this.sessions = sessions;
        this.old = old;
    }

    Answer join(CallInput input) {
        SimulatedMeeting meeting;
        try {
            meeting = meeting(input);
        } catch (Refused refused) {
            return errorRedirect(input, refused);
        }
        String role = role(input, meeting);
        try {
            checkState(input, meeting);
        } catch (Refused refused) {
            if (old || redirects(input)) {
                return errorRedirect(input, refused);
            }
            throw refused;
        }
        return enter(input, meeting, role);
    }

    Answer errorRedirect(CallInput input, Refused refused) {
        String logout = input.text("logoutURL", serverRoot.get());
        String target = old ? logout : input.text("errorRedirectUrl", logout);
        String errors = "[%7B%22message%22:%22" + encoded(refused.text()) + "%22,%22key%22:%22" + encoded(refused.key())
                + "%22%7D]";
        return Answer.redirect(target + (target.contains("?") ? "&" : "?") + "errors=" + errors);
    }

    private SimulatedMeeting meeting(CallInput input) {
        if (old && !input.has("fullName")) {
            throw new Crash("join without fullName");
        }
        if (input.text("fullName").isEmpty()) {
            throw new Refused("missingParamFullName", "You must provide your name");
        }
        Validation.digits(input, "createTime", "Value must be an integral number");
        Validation.bool(input, "guest", "Guest");
        Validation.bool(input, "auth", "External authentication");
        SimulatedMeeting meeting = meetings.find(input.text("meetingID"));
        if (meeting == null) {
            throw new Refused(
                    "meetingForciblyEnded", "You can not join a meeting that has already been forcibly ended");
        }
        return meeting;
    }

    /** A role wins over a password; of two equal passwords the moderator's is looked at first. */
    private static String role(CallInput input, SimulatedMeeting meeting) {
        String role = input.text("role").toUpperCase(Locale.ROOT);
        if (role.equals("MODERATOR") || role.equals("VIEWER")) {
            return role;
        }
        String password = input.sent("password", "");
        if (password.isEmpty()) {
            throw new Refused(
                    "Params required",
                    "You must either send the valid role of the user, or the password, should the meeting have one.");
        }
        if (password.equals(meeting.moderatorPw())) {
            return "MODERATOR";
        }
        if (password.equals(meeting.attendeePw())) {
            return "VIEWER";
        }
        throw new Refused("Params required", "You must enter a valid password");
    }

    private void checkState(CallInput input, SimulatedMeeting meeting) {
        String createTime = input.text("createTime");
        if (!createTime.isEmpty() && !createTime.equals(Long.toString(meeting.createTime()))) {
            throw new Refused(
                    "mismatchCreateTimeParam",
                    "The createTime parameter submitted mismatches with the current meeting.");
        }
        if (meeting.maxParticipants() > 0 && distinctUsers(meeting) >= meeting.maxParticipants()) {
            throw new Refused(
                    "maxParticipantsReached", "The number of participants allowed for this meeting has been reached.");
        }
        if (!old && guestStatus(input, meeting).equals("DENY")) {
            throw new Refused("guestDeniedAccess", "Guest access is denied");
        }
    }

    private static long distinctUsers(SimulatedMeeting meeting) {
        return meeting.attendees().stream()
                .map(SimulatedAttendee::userId)
                .distinct()
                .count();
    }

    private static String guestStatus(CallInput input, SimulatedMeeting meeting) {
        if (!input.flag("guest")) {
            return "ALLOW";
        }
        return switch (meeting.createParameters().getOrDefault("guestPolicy", "ALWAYS_ACCEPT")) {
            case "ASK_MODERATOR" -> "WAIT";
            case "ALWAYS_DENY" -> "DENY";
            default -> "ALLOW";
        };
    }

    private Answer enter(CallInput input, SimulatedMeeting meeting, String role) {
        String internalUserId = "w_" + ids.alphanumeric(12);
        String session = ids.alphanumeric(16);
        String guestStatus = guestStatus(input, meeting);
        String url = url(guestStatus, session);
        if (guestStatus.equals("ALLOW")) {
            SimulatedAttendee attendee = attendee(input, meeting, role, internalUserId);
            meeting.join(attendee, internalUserId);
            sessions.open(
                    session,
                    new SessionStore.Session(meeting, attendee.userId(), internalUserId, attendee.fullName(), role));
        }
        Answer answer = redirects(input)
                ? Answer.redirect(url)
                : Envelopes.success(xml -> writeOutcome(xml, guestStatus)
                        .element("meeting_id", meeting.internalMeetingId())
                        .element("user_id", internalUserId)
                        .element("auth_token", ids.alphanumeric(12))
                        .element("session_token", session)
                        .element("guestStatus", guestStatus)
                        .element("url", url));
        return answer.with(
                "Set-Cookie",
                "JSESSIONID=" + ids.alphanumeric(32).toUpperCase(Locale.ROOT) + "; Path=/; Secure; HttpOnly");
    }

    private String url(String guestStatus, String session) {
        String token = "sessionToken=" + session;
        return switch (guestStatus) {
            case "WAIT" -> serverRoot.get() + "/html5client/" + (old ? "guestWait?" : "?waitLayout=1&") + token;
            case "DENY" -> serverRoot.get() + "/";
            default -> serverRoot.get() + "/html5client/" + (old ? "join?" : "?") + token;
        };
    }

    private XmlLines writeOutcome(XmlLines xml, String guestStatus) {
        String status = old ? guestStatus : "ALLOW";
        return switch (status) {
            case "WAIT" ->
                xml.element("messageKey", "guestWait")
                        .element("message", "Guest waiting for approval to join meeting.");
            case "DENY" -> xml.element("messageKey", "guestDeny").element("message", "Guest denied to join meeting.");
            default ->
                xml.element("messageKey", "successfullyJoined").element("message", "You have joined successfully.");
        };
    }

    private static SimulatedAttendee attendee(
            CallInput input, SimulatedMeeting meeting, String role, String internalUserId) {
        SimulatedAttendee attendee = SimulatedAttendee.viewer(
                        input.sent("userID", internalUserId), input.printable("fullName"))
                .withRole(role);
        boolean presenterThere = meeting.attendees().stream().anyMatch(SimulatedAttendee::presenter);
        if (role.equals("MODERATOR") && !presenterThere) {
            attendee = attendee.withPresenter();
        }
        for (Map.Entry<String, String> data : input.startingWith("userdata-").entrySet()) {
            if (!data.getKey().contains("-")) {
                attendee = attendee.withCustomdata(data.getKey(), input.sent("userdata-" + data.getKey(), ""));
            }
        }
        return attendee;
    }

    private static boolean redirects(CallInput input) {
        return !input.text("redirect").equalsIgnoreCase("false");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%28", "(")
                .replace("%29", ")");
    }
}
