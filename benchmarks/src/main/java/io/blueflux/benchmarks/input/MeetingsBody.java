// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.input;

/**
 * Writes answers to getMeetings in the shape of the real server: one element a line, no indentation. The same sizes
 * give the same bytes.
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

    private final Markup xml = new Markup("\n");
    private int left;

    private MeetingsBody() {}

    /**
     * Writes an answer to getMeetings: 1 meeting of 8 attendees has 4 KB, 5 of 10 20 KB, 500 of 20 3.6 MB, 7,000 of
     * 20 50 MB.
     *
     * @param meetings how many meetings; each has six metadata
     * @param attendees how many attendees each has
     * @return the answer
     */
    public static byte[] of(int meetings, int attendees) {
        return of(0, meetings, attendees, 0);
    }

    /**
     * Writes an answer to getMeetings of which a part is another server's, or of another time.
     *
     * @param first the number of the first meeting; meetings of other numbers have other ids
     * @param meetings how many meetings
     * @param attendees how many attendees each has
     * @param left how many have left each meeting since it began; as many have come
     * @return the answer
     */
    public static byte[] of(int first, int meetings, int attendees, int left) {
        MeetingsBody body = new MeetingsBody();
        body.left = left;
        body.xml.open("response").leaf("returncode", "SUCCESS").open("meetings");
        for (int i = first; i < first + meetings; i++) {
            body.meeting(i, attendees);
        }
        body.xml.close("meetings").close("response");
        return body.xml.take();
    }

    /**
     * Returns the {@code meetingID} of a meeting.
     *
     * @param number the meeting's
     * @return the id
     */
    public static String meetingId(int number) {
        return "course-" + number * 7919;
    }

    /**
     * Returns which meeting has an id.
     *
     * @param meetingId the id
     * @return the meeting's number
     */
    public static int number(String meetingId) {
        return Integer.parseInt(meetingId.substring("course-".length())) / 7919;
    }

    /**
     * Writes an answer to getMeetingInfo: 20 attendees make 7 KB.
     *
     * @param attendees how many attendees the meeting has
     * @return the answer
     */
    public static byte[] info(int attendees) {
        return info(0, attendees);
    }

    /**
     * Writes an answer to getMeetingInfo.
     *
     * @param number the meeting's
     * @param attendees how many attendees it has
     * @return the answer
     */
    public static byte[] info(int number, int attendees) {
        MeetingsBody body = new MeetingsBody();
        body.xml.open("response").leaf("returncode", "SUCCESS");
        body.fields(number, attendees);
        body.xml.close("response");
        return body.xml.take();
    }

    private void meeting(int index, int attendees) {
        xml.open("meeting");
        fields(index, attendees);
        xml.close("meeting");
    }

    private void fields(int index, int attendees) {
        long created = EPOCH + index * 61_007L;
        xml.leaf("meetingName", "Lecture " + index + " &amp; Übung");
        xml.leaf("meetingID", meetingId(index));
        xml.leaf("internalMeetingID", String.format("%040x-%d", index * 2_654_435_761L, created));
        xml.leaf("createTime", created);
        xml.leaf("createDate", "Thu Jan 01 00:00:00 UTC 2026");
        xml.leaf("voiceBridge", 70_000 + index % 10_000);
        xml.leaf("dialNumber", "613-555-1234");
        xml.leaf("attendeePW", "ap");
        xml.leaf("moderatorPW", "mp");
        xml.leaf("running", attendees > 0);
        xml.leaf("duration", index % 4 * 30);
        xml.leaf("hasUserJoined", attendees > 0);
        xml.leaf("recording", index % 3 == 0);
        xml.leaf("hasBeenForciblyEnded", false);
        xml.leaf("startTime", created + 37);
        xml.leaf("endTime", 0);
        xml.leaf("participantCount", attendees);
        xml.leaf("listenerCount", attendees / 4);
        xml.leaf("voiceParticipantCount", attendees / 2);
        xml.leaf("videoCount", attendees / 3);
        xml.leaf("maxUsers", 200);
        xml.leaf("moderatorCount", 1);
        xml.open("attendees");
        for (int i = left; i < left + attendees; i++) {
            attendee(index, i);
        }
        xml.close("attendees");
        metadata(index);
        xml.leaf("isBreakout", false);
    }

    private void attendee(int meeting, int index) {
        xml.open("attendee");
        xml.leaf("userID", "w_" + Integer.toString(meeting * 1000 + index, 36));
        xml.leaf("fullName", NAMES[(meeting + index) % NAMES.length]);
        xml.leaf("role", ROLES[index % ROLES.length]);
        xml.leaf("isPresenter", index == 1);
        xml.leaf("isListeningOnly", index % 4 == 0);
        xml.leaf("hasJoinedVoice", index % 2 == 0);
        xml.leaf("hasVideo", index % 3 == 0);
        xml.leaf("clientType", "HTML5");
        if (index % 10 == 3) {
            xml.open("customdata")
                    .leaf("bbb_custom_style", "x &lt; y")
                    .leaf("seat", index)
                    .close("customdata");
        }
        xml.close("attendee");
    }

    private void metadata(int index) {
        xml.open("metadata");
        xml.leaf("bbb-origin", "Moodle");
        xml.leaf("bbb-origin-server-name", "moodle.example.org");
        xml.leaf("bbb-origin-tag", "moodle-mod_bigbluebuttonbn (2026010100)");
        xml.leaf("bbb-context", "Analysis " + index);
        xml.leaf("bbb-context-id", index);
        xml.leaf("bbb-recording-name", "Week " + index % 14 + " – Grundlagen");
        xml.close("metadata");
    }
}
