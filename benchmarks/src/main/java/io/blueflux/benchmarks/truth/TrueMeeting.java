// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import io.blueflux.benchmarks.input.Markup;
import java.util.LinkedHashSet;
import java.util.Set;

/** A meeting as it is. Not thread-safe. */
public final class TrueMeeting {
    public static final String COURSE = "course-";
    public static final String ATTENDEE_PW = "ap";
    public static final String MODERATOR_PW = "mp";

    private final String id;
    private final String course;
    private final long created;
    private final Set<String> users = new LinkedHashSet<>();

    public TrueMeeting(String id, String course, long created) {
        this.id = id;
        this.course = course;
        this.created = created;
    }

    public String course() {
        return course;
    }

    public String id() {
        return id;
    }

    public Set<String> users() {
        return users;
    }

    public void write(Markup xml) {
        xml.open("meeting");
        leaves(xml);
        xml.close("meeting");
    }

    /** Writes the answer to getMeetingInfo. */
    public void info(Markup xml) {
        xml.open("response").leaf("returncode", "SUCCESS");
        leaves(xml);
        xml.close("response");
    }

    /** Writes the answer to create. */
    public void created(Markup xml, boolean isNew) {
        xml.open("response").leaf("returncode", "SUCCESS");
        xml.leaf("meetingID", COURSE + course);
        xml.leaf("internalMeetingID", id);
        xml.leaf("parentMeetingID", "bbb-none");
        xml.leaf("attendeePW", ATTENDEE_PW);
        xml.leaf("moderatorPW", MODERATOR_PW);
        xml.leaf("createTime", created);
        xml.leaf("hasUserJoined", !isNew);
        xml.leaf("duration", 0);
        xml.leaf("hasBeenForciblyEnded", false);
        xml.leaf("messageKey", isNew ? "" : "duplicateWarning");
        xml.leaf("message", isNew ? "" : "This conference was already in existence.");
        xml.close("response");
    }

    private void leaves(Markup xml) {
        xml.leaf("meetingName", "Lecture " + id);
        xml.leaf("meetingID", COURSE + course);
        xml.leaf("internalMeetingID", id);
        xml.leaf("createTime", created);
        xml.leaf("voiceBridge", 70_000);
        xml.leaf("dialNumber", "613-555-1234");
        xml.leaf("attendeePW", ATTENDEE_PW);
        xml.leaf("moderatorPW", MODERATOR_PW);
        xml.leaf("running", true);
        xml.leaf("duration", 0);
        xml.leaf("hasUserJoined", true);
        xml.leaf("recording", false);
        xml.leaf("hasBeenForciblyEnded", false);
        xml.leaf("startTime", created);
        xml.leaf("endTime", 0);
        xml.leaf("participantCount", users.size());
        xml.leaf("listenerCount", 0);
        xml.leaf("voiceParticipantCount", users.size());
        xml.leaf("videoCount", 0);
        xml.leaf("maxUsers", 200);
        xml.leaf("moderatorCount", 1);
        xml.open("attendees");
        users.forEach(user -> attendee(xml, user));
        xml.close("attendees");
        xml.open("metadata");
        xml.leaf("bbb-origin", "Moodle");
        xml.leaf("bbb-origin-server-name", "moodle.example.org");
        xml.leaf("bbb-context", "Analysis " + id);
        xml.leaf("bbb-recording-name", "Week 7");
        xml.close("metadata");
        xml.leaf("isBreakout", false);
    }

    private static void attendee(Markup xml, String user) {
        xml.open("attendee");
        xml.leaf("userID", user);
        xml.leaf("fullName", "Anna Schmidt " + user);
        xml.leaf("role", "VIEWER");
        xml.leaf("isPresenter", false);
        xml.leaf("isListeningOnly", false);
        xml.leaf("hasJoinedVoice", true);
        xml.leaf("hasVideo", false);
        xml.leaf("clientType", "HTML5");
        xml.close("attendee");
    }
}
