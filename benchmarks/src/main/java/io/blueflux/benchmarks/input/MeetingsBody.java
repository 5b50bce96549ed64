// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.input;

import java.nio.charset.StandardCharsets;

/**
 * Writes answers to getMeetings in the shape of the real server: one element a line, no indentation. The same sizes give the
 * same bytes.
 */
public final class MeetingsBody {
    private static final String[] NAMES = {
        "Anna Schmidt",
        "John O&#39;Neill",
        "Zoë Müller",
        "Ravi Patel",
        "María José Núñez",
        "Wei Chen",
        "Smith &amp; Partners",
        "Иван Петров",
        "Kim Larsen",
        "Lee Johnson"
    };
    private static final String[] ROLES = {"VIEWER", "MODERATOR", "VIEWER", "VIEWER", "VIEWER"};
    private static final long EPOCH = 1_767_225_600_000L;

    private final StringBuilder xml = new StringBuilder();

    private MeetingsBody() {}

    /**
     * Writes an answer to getMeetings: 1 meeting of 8 attendees has 4 KB, 5 of 10 20 KB, 500 of 20 3.6 MB, 7,000 of 20 50 MB.
     *
     * @param meetings how many meetings; each has six metadata
     * @param attendees how many attendees each has
     * @return the answer
     */
    public static byte[] of(int meetings, int attendees) {
        MeetingsBody body = new MeetingsBody();
        body.open("response").leaf("returncode", "SUCCESS").open("meetings");
        for (int i = 0; i < meetings; i++) {
            body.meeting(i, attendees);
        }
        body.close("meetings").close("response");
        return body.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void meeting(int index, int attendees) {
        long created = EPOCH + index * 61_007L;
        open("meeting");
        leaf("meetingName", "Lecture " + index + " &amp; Übung");
        leaf("meetingID", "course-" + index * 7919);
        leaf("internalMeetingID", String.format("%040x-%d", index * 2_654_435_761L, created));
        leaf("createTime", created);
        leaf("createDate", "Thu Jan 01 00:00:00 UTC 2026");
        leaf("voiceBridge", 70_000 + index % 10_000);
        leaf("dialNumber", "613-555-1234");
        leaf("attendeePW", "ap");
        leaf("moderatorPW", "mp");
        leaf("running", attendees > 0);
        leaf("duration", index % 4 * 30);
        leaf("hasUserJoined", attendees > 0);
        leaf("recording", index % 3 == 0);
        leaf("hasBeenForciblyEnded", false);
        leaf("startTime", created + 37);
        leaf("endTime", 0);
        leaf("participantCount", attendees);
        leaf("listenerCount", attendees / 4);
        leaf("voiceParticipantCount", attendees / 2);
        leaf("videoCount", attendees / 3);
        leaf("maxUsers", 200);
        leaf("moderatorCount", 1);
        open("attendees");
        for (int i = 0; i < attendees; i++) {
            attendee(index, i);
        }
        close("attendees");
        metadata(index);
        leaf("isBreakout", false);
        close("meeting");
    }

    private void attendee(int meeting, int index) {
        open("attendee");
        leaf("userID", "w_" + Integer.toString(meeting * 1000 + index, 36));
        leaf("fullName", NAMES[(meeting + index) % NAMES.length]);
        leaf("role", ROLES[index % ROLES.length]);
        leaf("isPresenter", index == 1);
        leaf("isListeningOnly", index % 4 == 0);
        leaf("hasJoinedVoice", index % 2 == 0);
        leaf("hasVideo", index % 3 == 0);
        leaf("clientType", "HTML5");
        if (index % 10 == 3) {
            open("customdata")
                    .leaf("bbb_custom_style", "x &lt; y")
                    .leaf("seat", index)
                    .close("customdata");
        }
        close("attendee");
    }

    private void metadata(int index) {
        open("metadata");
        leaf("bbb-origin", "Moodle");
        leaf("bbb-origin-server-name", "moodle.example.org");
        leaf("bbb-origin-tag", "moodle-mod_bigbluebuttonbn (2026010100)");
        leaf("bbb-context", "Analysis " + index);
        leaf("bbb-context-id", index);
        leaf("bbb-recording-name", "Week " + index % 14 + " – Grundlagen");
        close("metadata");
    }

    private MeetingsBody open(String name) {
        xml.append('<').append(name).append(">\n");
        return this;
    }

    private MeetingsBody close(String name) {
        xml.append("</").append(name).append(">\n");
        return this;
    }

    private MeetingsBody leaf(String name, Object text) {
        xml.append('<').append(name).append('>').append(text);
        return close(name);
    }
}
