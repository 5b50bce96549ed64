// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.Element;
import io.blueflux.model.GuestStatus;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.Recording;
import io.blueflux.model.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Meeting.Times NO_TIMES = new Meeting.Times(null, null, null, null, null);
    private static final Meeting.State NO_STATE = new Meeting.State(null, null, null, null, null);
    private static final Meeting.Counts NO_COUNTS = new Meeting.Counts(null, null, null, null, null, null);
    private static final Meeting.Access NO_ACCESS = new Meeting.Access(null, null, null, null);

    @Test
    void aMeetingIsFlatUnderTheApisNames() {
        Attendee attendee = new Attendee(
                "u1",
                "Zoë \"Z\"",
                AttendeeRole.VIEWER,
                false,
                true,
                null,
                null,
                "HTML5",
                Map.of("department", "R&D"),
                List.of());
        Meeting meeting = new Meeting(
                "m1",
                "abc-1",
                "Room",
                new Meeting.Times(
                        Instant.ofEpochMilli(1_767_254_400_123L),
                        "Thu Jan 01 08:00:00 UTC 2026",
                        null,
                        null,
                        Duration.ofMinutes(90)),
                new Meeting.State(true, false, null, null, true),
                new Meeting.Counts(1234, 0, null, null, null, null),
                new Meeting.Access("01234", null, Confidential.of("ap"), Confidential.of("mp")),
                List.of(attendee),
                Map.of("bbb-origin", "Moodle"),
                new Meeting.Breakout("parent-1", 2, false),
                List.of(),
                List.of());

        assertThat(line(Answers.meeting(meeting)))
                .isEqualTo("{\"meetingName\":\"Room\",\"meetingID\":\"m1\",\"internalMeetingID\":\"abc-1\","
                        + "\"createTime\":1767254400123,\"createDate\":\"Thu Jan 01 08:00:00 UTC 2026\","
                        + "\"voiceBridge\":\"01234\",\"attendeePW\":\"ap\",\"moderatorPW\":\"mp\",\"running\":true,"
                        + "\"duration\":90,\"hasUserJoined\":false,\"participantCount\":1234,\"listenerCount\":0,"
                        + "\"attendees\":[{\"userID\":\"u1\",\"fullName\":\"Zoë \\\"Z\\\"\",\"role\":\"VIEWER\","
                        + "\"isPresenter\":false,\"isListeningOnly\":true,\"clientType\":\"HTML5\","
                        + "\"customdata\":{\"department\":\"R&D\"}}],\"metadata\":{\"bbb-origin\":\"Moodle\"},"
                        + "\"isBreakout\":true,\"parentMeetingID\":\"parent-1\",\"sequence\":2,\"freeJoin\":false}\n");
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        assertThat(line(Answers.meeting(meeting(Map.of(), List.of(), List.of()))))
                .isEqualTo("{\"meetingID\":\"m1\"}\n");
    }

    @Test
    void whatIsEmptyUnderAUsersNameOrUnknownIsKept() {
        Meeting meeting = meeting(Map.of("empty", ""), List.of(), List.of(leaf("new", "")));

        assertThat(line(Answers.meeting(meeting)))
                .isEqualTo("{\"meetingID\":\"m1\",\"metadata\":{\"empty\":\"\"},\"new\":\"\"}\n");
    }

    @Test
    void attributesStandBesideTextAndChildren() {
        Element link = new Element("link", Map.of("type", "pdf"), "https://h/x", List.of());
        Element clash = new Element("page", Map.of("name", ""), " text ", List.of(leaf("name", "1")));

        assertThat(line(Answers.meeting(meeting(Map.of(), List.of(), List.of(link, clash)))))
                .isEqualTo("{\"meetingID\":\"m1\",\"link\":{\"type\":\"pdf\",\"#text\":\"https://h/x\"},"
                        + "\"page\":{\"name\":\"1\",\"@name\":\"\",\"#text\":\" text \"}}\n");
    }

    @Test
    void theInfoOfAMeetingKeepsTheReturncode() {
        assertThat(line(Answers.meetingInfo(meeting(Map.of(), List.of("room-a", "room-b"), List.of()))))
                .isEqualTo(
                        "{\"returncode\":\"SUCCESS\",\"meetingID\":\"m1\",\"breakoutRooms\":[\"room-a\",\"room-b\"]}\n");
    }

    @Test
    void unknownElementsAreTextsAndObjectsAndWhereTheyRepeatArrays() {
        Element nested = new Element(
                "limits",
                Map.of("unit", "MB"),
                "",
                List.of(leaf("upload", "30"), leaf("page", "1"), leaf("page", "2")));
        Element flag = new Element("seen", Map.of("at", "12"), "", List.of());
        Element clash = leaf("meetingID", "another");

        assertThat(line(Answers.meeting(
                        meeting(Map.of(), List.of(), List.of(leaf("count", "7"), nested, flag, clash)))))
                .isEqualTo("{\"meetingID\":\"m1\",\"count\":\"7\",\"limits\":{\"upload\":\"30\",\"page\":[\"1\",\"2\"],"
                        + "\"unit\":\"MB\"},\"seen\":{\"at\":\"12\"}}\n");
    }

    @Test
    void aRecordingHasItsFormatsAndImagesInArrays() {
        Recording.Image image = new Recording.Image("https://h/1.png", null, 176, 136);
        Recording.Format format = new Recording.Format(
                "presentation",
                "https://h/p",
                Duration.ofMillis(7177),
                Duration.ofMinutes(29),
                5_000_000_000L,
                List.of(image),
                List.of());
        Recording recording = new Recording(
                "r1",
                "m1",
                null,
                "A & B",
                new Recording.State("published", true, true, false),
                new Recording.Times(Instant.ofEpochMilli(1000), null),
                0,
                new Recording.Sizes(6_000_000_000L, null),
                Map.of("meetingName", "A & B"),
                new Recording.Breakout("p-1", 1, true),
                List.of("b1"),
                List.of(format),
                List.of(),
                List.of());

        assertThat(line(Answers.recording(recording)))
                .isEqualTo("{\"recordID\":\"r1\",\"meetingID\":\"m1\",\"name\":\"A & B\",\"isBreakout\":true,"
                        + "\"published\":true,\"protected\":false,\"state\":\"published\",\"startTime\":1000,"
                        + "\"participants\":0,\"rawSize\":6000000000,\"metadata\":{\"meetingName\":\"A & B\"},"
                        + "\"parentId\":\"p-1\",\"sequence\":1,\"freeJoin\":true,\"breakoutRooms\":[\"b1\"],"
                        + "\"playback\":[{\"type\":\"presentation\",\"url\":\"https://h/p\",\"processingTime\":7177,"
                        + "\"length\":29,\"size\":5000000000,"
                        + "\"images\":[{\"url\":\"https://h/1.png\",\"width\":176,\"height\":136}]}]}\n");
    }

    @Test
    void singleAnswersKeepTheirStatus() {
        Status status = new Status("SUCCESS", "duplicateWarning", "It exists.");
        CreatedMeeting created = new CreatedMeeting(
                status, "m1", null, "bbb-none", null, null, Duration.ZERO, false, false, NO_ACCESS, List.of());

        assertThat(line(Answers.created(created)))
                .isEqualTo("{\"returncode\":\"SUCCESS\",\"messageKey\":\"duplicateWarning\",\"message\":\"It exists.\","
                        + "\"meetingID\":\"m1\",\"parentMeetingID\":\"bbb-none\",\"hasUserJoined\":false,\"duration\":0,"
                        + "\"hasBeenForciblyEnded\":false}\n");
        assertThat(line(Answers.deleted(new DeletedRecordings(new Status("SUCCESS", null, null), true, List.of()))))
                .isEqualTo("{\"returncode\":\"SUCCESS\",\"deleted\":true}\n");
    }

    @Test
    void whatIsConfidentialIsShownWhereItStands() {
        Map<String, String> metadata = Map.of("endcallbackurl", "https://app.example/end?key=k");
        Element page = new Element("page", Map.of("token", "t"), "https://h/p?token=t", List.of());

        assertThat(line(Answers.meeting(meeting(metadata, List.of(), List.of(leaf("guestPassword", "gp"), page)))))
                .isEqualTo("{\"meetingID\":\"m1\",\"metadata\":{\"endcallbackurl\":\"https://app.example/end?key=k\"},"
                        + "\"guestPassword\":\"gp\",\"page\":{\"token\":\"t\",\"#text\":\"https://h/p?token=t\"}}\n");
    }

    @Test
    void aJoinShowsTheSessionAndTheCookies() {
        JoinedMeeting joined = new JoinedMeeting(
                new Status("SUCCESS", "guestWait", null),
                "abc-1",
                "w_1",
                GuestStatus.WAIT,
                Confidential.of("at"),
                Confidential.of("st"),
                Confidential.of("https://h/wait?sessionToken=st"),
                Confidential.of("JSESSIONID=1; Path=/\nb=2"),
                List.of(leaf("logoutUrl", "https://h")));

        assertThat(line(OtherAnswers.joined(joined)))
                .isEqualTo("{\"returncode\":\"SUCCESS\",\"messageKey\":\"guestWait\",\"meeting_id\":\"abc-1\","
                        + "\"user_id\":\"w_1\",\"auth_token\":\"at\",\"session_token\":\"st\","
                        + "\"guestStatus\":\"WAIT\",\"url\":\"https://h/wait?sessionToken=st\","
                        + "\"cookies\":[\"JSESSIONID=1; Path=/\",\"b=2\"],\"logoutUrl\":\"https://h\"}\n");
    }

    @Test
    void ofAJoinWithoutDetailsTheSessionIsLeft() {
        JoinedMeeting joined = new JoinedMeeting(
                new Status("SUCCESS", null, null),
                null,
                null,
                null,
                null,
                Confidential.of("st"),
                Confidential.of("https://h"),
                null,
                List.of());

        assertThat(line(OtherAnswers.joined(joined)))
                .isEqualTo("{\"returncode\":\"SUCCESS\",\"session_token\":\"st\",\"url\":\"https://h\"}\n");
    }

    private static Meeting meeting(Map<String, String> metadata, List<String> rooms, List<Element> unknown) {
        return new Meeting(
                "m1", null, null, NO_TIMES, NO_STATE, NO_COUNTS, NO_ACCESS, List.of(), metadata, null, rooms, unknown);
    }

    private static Element leaf(String name, String text) {
        return new Element(name, Map.of(), text, List.of());
    }

    private static String line(JsonObject object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonLines(new Terminal(out, System.err, name -> null, () -> null, false)).write(object);
        return out.toString(StandardCharsets.UTF_8);
    }
}
