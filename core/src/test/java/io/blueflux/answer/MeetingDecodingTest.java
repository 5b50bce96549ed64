// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.MEETINGS;
import static io.blueflux.answer.Contexts.MEETING_INFO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Element;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeetingDecodingTest {
    private static final String TWO = """
            <response>
            <returncode>SUCCESS</returncode>
            <meetings>
            <meeting>
            <meetingName>A &amp; B &lt;&quot;quoted&quot;&gt; &apos;x&apos; ]]&gt; 授業 שיעור 🎉</meetingName>
            <meetingID>комната/1 🎉</meetingID>
            <internalMeetingID>067a29b3-1767254400000</internalMeetingID>
            <createTime>1767254400000</createTime>
            <createDate>Thu Jan 01 08:00:00 UTC 2026</createDate>
            <voiceBridge>00711</voiceBridge>
            <dialNumber></dialNumber>
            <attendeePW>ap&amp;&lt;1&gt;</attendeePW>
            <running>true</running>
            <duration>1,440</duration>
            <hasUserJoined>true</hasUserJoined>
            <recording>false</recording>
            <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
            <startTime>1767254400123</startTime>
            <endTime>0</endTime>
            <participantCount>1\u202F234</participantCount>
            <listenerCount>1.001</listenerCount>
            <voiceParticipantCount>1\u00A0002</voiceParticipantCount>
            <videoCount>1,003</videoCount>
            <maxUsers>1&apos;250</maxUsers>
            <moderatorCount>1</moderatorCount>
            <attendees>
            <attendee>
            <userID>u-1</userID>
            <fullName>李 &amp; Söhne</fullName>
            <role>MODERATOR</role>
            <isPresenter>true</isPresenter>
            <isListeningOnly>false</isListeningOnly>
            <hasJoinedVoice>true</hasJoinedVoice>
            <hasVideo>false</hasVideo>
            <clientType>HTML5</clientType>
            <customdata>
            <bbb_skin>dark</bbb_skin>
            <userID>shadow</userID>
            <empty></empty>
            </customdata>
            </attendee>
            <attendee>
            <role>GUEST</role>
            <userID>u-2</userID>
            <fullName>Twice</fullName>
            <whereabouts><city zip="8000">Zürich</city> by the lake</whereabouts>
            </attendee>
            <attendee><userID>u-2</userID><fullName>Twice</fullName></attendee>
            </attendees>
            <metadata>
            <meeting>m</meeting>
            <returncode>FAILED</returncode>
            <message>hi</message>
            <bbb-origin>Moodle</bbb-origin>
            <empty/>
            </metadata>
            <isBreakout>false</isBreakout>
            <breakoutRooms>
            <breakout>room-b1</breakout>
            <breakout>room-b2</breakout>
            </breakoutRooms>
            </meeting>
            <meeting>
            <meetingID>flat</meetingID>
            <isBreakout>true</isBreakout>
            <parentMeetingID>067a29b3-1767254400000</parentMeetingID>
            <sequence>2</sequence>
            <freeJoin>true</freeJoin>
            <attendees/>
            <metadata></metadata>
            </meeting>
            </meetings>
            </response>
            """;

    @Test
    void everyFieldOfAMeetingIsRead() {
        Meeting meeting = Splits.decode(MEETINGS, TWO).values().get(0);

        assertThat(meeting.meetingName()).isEqualTo("A & B <\"quoted\"> 'x' ]]> 授業 שיעור 🎉");
        assertThat(meeting.meetingId()).isEqualTo("комната/1 🎉");
        assertThat(meeting.internalMeetingId()).isEqualTo("067a29b3-1767254400000");
        assertThat(meeting.times())
                .isEqualTo(new Meeting.Times(
                        Instant.ofEpochMilli(1767254400000L),
                        "Thu Jan 01 08:00:00 UTC 2026",
                        Instant.ofEpochMilli(1767254400123L),
                        null,
                        Duration.ofDays(1)));
        assertThat(meeting.state()).isEqualTo(new Meeting.State(true, true, false, false, false));
        assertThat(meeting.counts()).isEqualTo(new Meeting.Counts(1234, 1001, 1002, 1003, 1, 1250));
        assertThat(meeting.access()).isEqualTo(new Meeting.Access("00711", null, Confidential.of("ap&<1>"), null));
        assertThat(meeting.metadata())
                .isEqualTo(Map.of(
                        "meeting", "m", "returncode", "FAILED", "message", "hi", "bbb-origin", "Moodle", "empty", ""));
        assertThat(meeting.breakout()).isNull();
        assertThat(meeting.breakoutRooms()).containsExactly("room-b1", "room-b2");
        assertThat(meeting.unknown()).isEmpty();
    }

    @Test
    void attendeesKeepOrderAndDuplicates() {
        List<Attendee> attendees =
                Splits.whole(MEETINGS, TWO.getBytes(UTF_8)).values().get(0).attendees();

        assertThat(attendees).extracting(Attendee::userId).containsExactly("u-1", "u-2", "u-2");
        assertThat(attendees.get(0))
                .isEqualTo(new Attendee(
                        "u-1",
                        "李 & Söhne",
                        AttendeeRole.MODERATOR,
                        true,
                        false,
                        true,
                        false,
                        "HTML5",
                        Map.of("bbb_skin", "dark", "userID", "shadow", "empty", ""),
                        List.of()));
        assertThat(attendees.get(1).role()).isEqualTo(new AttendeeRole("GUEST"));
        assertThat(attendees.get(1).unknown())
                .containsExactly(new Element(
                        "whereabouts",
                        Map.of(),
                        "by the lake",
                        List.of(new Element("city", Map.of("zip", "8000"), "Zürich", List.of()))));
        assertThat(attendees.get(2))
                .isEqualTo(new Attendee("u-2", "Twice", null, null, null, null, null, null, Map.of(), List.of()));
    }

    @Test
    void valuesOfOneMeetingDoNotLeakIntoTheNext() {
        Meeting second = Splits.whole(MEETINGS, TWO.getBytes(UTF_8)).values().get(1);

        assertThat(second)
                .isEqualTo(new Meeting(
                        "flat",
                        null,
                        null,
                        new Meeting.Times(null, null, null, null, null),
                        new Meeting.State(null, null, null, null, true),
                        new Meeting.Counts(null, null, null, null, null, null),
                        new Meeting.Access(null, null, null, null),
                        List.of(),
                        Map.of(),
                        new Meeting.Breakout("067a29b3-1767254400000", 2, true),
                        List.of(),
                        List.of()));
    }

    @Test
    void everyCutBeforeTheEndOfTheRootIsMalformed() {
        byte[] body = TWO.getBytes(UTF_8);

        Splits.checkEveryCutIsMalformed(MEETINGS, body, body.length - 1);
    }

    @Test
    void meetingsBeforeACutAreDelivered() {
        String cut = TWO.substring(0, TWO.indexOf("<sequence>"));

        Splits.Outcome<Meeting> outcome = Splits.decode(MEETINGS, cut);

        assertThat(outcome.values()).hasSize(1);
        assertThat(outcome.problem()).contains("the document ends before its root element does");
    }

    @Test
    void breakoutFactsMayBeNestedAsDocumented() {
        Meeting meeting = Splits.decode(MEETINGS, """
                <response><returncode>SUCCESS</returncode><meetings><meeting><meetingID>r</meetingID>
                <breakout><parentMeetingID>p-1</parentMeetingID><sequence>3</sequence><freeJoin>false</freeJoin>
                <colour>red</colour></breakout></meeting></meetings></response>""").value();

        assertThat(meeting.breakout()).isEqualTo(new Meeting.Breakout("p-1", 3, false));
        assertThat(meeting.unknown()).containsExactly(new Element("colour", Map.of(), "red", List.of()));
    }

    @Test
    void infoHasItsFieldsDirectlyInTheRootInAnyOrder() {
        Meeting meeting = Splits.decode(MEETING_INFO, """
                <response><metadata><message>in metadata</message><running>no</running></metadata>
                <plugins><plugin id="1" name='x'>one<deep><deeper/></deep></plugin><plugin/></plugins>
                <attendees><attendee><userID>
                  u
                </userID></attendee></attendees>
                <meetingID>room</meetingID><running>TRUE</running><messageKey></messageKey><message></message>
                <returncode>SUCCESS</returncode></response>""").value();

        assertThat(meeting.meetingId()).isEqualTo("room");
        assertThat(meeting.state().running()).isTrue();
        assertThat(meeting.attendees()).extracting(Attendee::userId).containsExactly("u");
        assertThat(meeting.metadata()).isEqualTo(Map.of("message", "in metadata", "running", "no"));
        assertThat(meeting.unknown())
                .containsExactly(new Element(
                        "plugins",
                        Map.of(),
                        "",
                        List.of(
                                new Element(
                                        "plugin",
                                        Map.of("id", "1", "name", "x"),
                                        "one",
                                        List.of(new Element(
                                                "deep",
                                                Map.of(),
                                                "",
                                                List.of(new Element("deeper", Map.of(), "", List.of()))))),
                                new Element("plugin", Map.of(), "", List.of()))));
    }

    @Test
    void emptyListsAreEmpty() {
        assertThat(Splits.decode(MEETINGS, """
                        <response>
                        <returncode>SUCCESS</returncode>
                        <meetings/>
                        <messageKey>noMeetings</messageKey>
                        <message>no meetings were found on this server</message>
                        </response>
                        """)).isEqualTo(new Splits.Outcome<>(List.of(), "", null));
        assertThat(Splits.decode(MEETINGS, """
                        <?xml version="1.0"?>
                        <response>
                          <returncode>SUCCESS</returncode>
                          <messageKey>noMeetings</messageKey>
                          <message>no meetings</message>
                          <meetings></meetings>
                        </response>
                        """)).isEqualTo(new Splits.Outcome<>(List.of(), "", null));
    }

    @Test
    void markupWithinALeafIsLeftOut() {
        Meeting meeting = Splits.decode(
                        MEETING_INFO,
                        "<response><returncode>SUCCESS</returncode><meetingName>a<b>x<c/>y</b>c</meetingName>"
                                + "<internalMeetingID>i</internalMeetingID>"
                                + "<metadata><k>1<meetingID>no</meetingID>2</k></metadata></response>")
                .value();

        assertThat(meeting.meetingName()).isEqualTo("ac");
        assertThat(meeting.metadata()).isEqualTo(Map.of("k", "12"));
        assertThat(meeting.meetingId()).isNull();
    }

    @Test
    void sameNamesAtOtherDepthsAreNotMixedUp() {
        Meeting meeting = Splits.decode(MEETINGS, """
                <response><returncode>SUCCESS</returncode><meeting><meetingID>not in the list</meetingID></meeting>
                <meetings><other><meeting><meetingID>deeper</meetingID></meeting></other>
                <meeting><x><meetingID>unknown's</meetingID><meetings><meeting/></meetings></x>
                <meetingID>right</meetingID></meeting></meetings></response>""").value();

        assertThat(meeting.meetingId()).isEqualTo("right");
        assertThat(meeting.unknown()).extracting(Element::name).containsExactly("x");
    }
}
