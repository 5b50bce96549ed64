// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BbbSimulatorExtension.class)
class MessageCallsTest {
    private static final String SLIDES = "<modules><module name=\"presentation\">"
            + "<document url=\"https://example.org/a.pdf?x=1&amp;y=2\" filename=\"a.pdf\" current=\"true\"/>"
            + "<document name=\"b.txt\">SGVsbG8K</document></module></modules>";

    private static HttpResponse<String> insert(SimulatedServer server, String meetingId, String type, String body) {
        return Wire.post(Wire.signed(server, "insertDocument", "meetingID=" + meetingId), type, body);
    }

    @Test
    void sessionsAreListedWithInternalIds(SimulatedServer server) {
        SimulatedMeeting meeting = server.createMeeting("room").name("A & B").addAttendee("u-1", "Anna");
        HttpResponse<String> response = Wire.get(server, "getSessions", "");
        assertThat(response.body()).isEqualTo("""
                <response>
                <returncode>SUCCESS</returncode>
                <sessions>
                <meeting>
                <meetingID>%s</meetingID>
                <meetingName>A &amp; B</meetingName>
                <userName>Anna</userName>
                </meeting>
                </sessions>
                </response>""".formatted(meeting.internalMeetingId()));
    }

    @Test
    void noSessionsIsASuccess(SimulatedServer server) {
        HttpResponse<String> response = Wire.get(server, "getSessions", "");
        assertThat(Wire.text(response, "returncode")).isEqualTo("SUCCESS");
        assertThat(Wire.messageKey(response)).isEqualTo("noSessions");
        assertThat(response.body()).contains("<sessions/>");
    }

    @Test
    void insertedDocumentsFollowThoseOfCreate(SimulatedServer server) {
        SimulatedMeeting meeting = server.createMeeting("room");
        HttpResponse<String> response = insert(server, "room", "application/xml", SLIDES);
        assertThat(response.body()).isEqualTo("""
                <response>
                <returncode>SUCCESS</returncode>
                <message>Presentation is being uploaded</message>
                </response>""");
        assertThat(response.headers().firstValue("Cache-Control")).isEmpty();
        assertThat(meeting.documents())
                .containsExactly(
                        new SlideDocument("a.pdf", "https://example.org/a.pdf?x=1&y=2", 0, true, false, true),
                        new SlideDocument("b.txt", "", 6, false, false, true));
    }

    @Test
    void insertingFailsWithoutAMessageKey(SimulatedServer server) {
        HttpResponse<String> unknown = insert(server, "nope", "application/xml", SLIDES);
        assertThat(unknown.body()).isEqualTo("""
                <response>
                <returncode>FAILED</returncode>
                <message>Meeting with id [nope] not found.</message>
                </response>""");
        server.createMeeting("room");
        HttpResponse<String> noModule = insert(server, "room", "text/xml", "<modules/>");
        assertThat(Wire.text(noModule, "returncode")).isEqualTo("FAILED");
        assertThat(Wire.messageKey(noModule)).isEqualTo("(none)");
    }

    @Test
    void insertingWantsXmlByPost(SimulatedServer server) {
        SimulatedMeeting meeting = server.createMeeting("room");
        assertThat(Wire.messageKey(insert(server, "room", "application/x-www-form-urlencoded", "a=b")))
                .isEqualTo("unsupportedContentType");
        assertThat(insert(server, "room", "application/xml", "<modules>").statusCode())
                .isEqualTo(500);
        assertThat(Wire.get(server, "insertDocument", "meetingID=room").statusCode())
                .isEqualTo(500);
        assertThat(meeting.documents()).isEmpty();
    }

    @Test
    void chatIsKeptWithItsSender(SimulatedServer server) {
        SimulatedMeeting meeting = server.createMeeting("room").addAttendee("u-1", "Anna");
        HttpResponse<String> response =
                Wire.get(server, "sendChatMessage", "meetingID=room&message=Hello+%3Cb%3E&userName=J%C3%B6rg");
        Wire.get(server, "sendChatMessage", "meetingID=room&message=again");
        assertThat(response.body()).isEqualTo("""
                <response>
                <returncode>SUCCESS</returncode>
                <messageKey></messageKey>
                <message></message>
                </response>""");
        assertThat(meeting.chatMessages())
                .extracting(SimulatedChatMessage::text)
                .containsExactly("Hello <b>", "again");
        assertThat(meeting.chatMessages())
                .extracting(SimulatedChatMessage::userName)
                .containsExactly("Jörg", "System");
    }

    @Test
    void chatWaitsForTheFirstUser(SimulatedServer server) {
        SimulatedMeeting meeting = server.createMeeting("room");
        assertThat(Wire.messageKey(Wire.get(server, "sendChatMessage", "meetingID=room&message=hi")))
                .isEqualTo("meetingNotFound");
        assertThat(Wire.messageKey(Wire.get(server, "sendChatMessage", "meetingID=nope&message=hi")))
                .isEqualTo("meetingNotFound");
        meeting.addAttendee("u-1", "Anna").removeAttendee("u-1");
        assertThat(Wire.text(Wire.get(server, "sendChatMessage", "meetingID=room&message=hi"), "returncode"))
                .isEqualTo("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, nullError", "500, 255, ''", "501, 1, sizeError", "1, 256, sizeError"})
    void chatHasLengths(int message, int name, String key, SimulatedServer server) {
        server.createMeeting("room").addAttendee("u-1", "Anna");
        String query = "meetingID=room&message=" + "m".repeat(message) + "&userName=" + "n".repeat(name);
        assertThat(Wire.messageKey(Wire.get(server, "sendChatMessage", query))).isEqualTo(key);
    }

    @Test
    void chatIsNotPosted(SimulatedServer server) {
        String url = Wire.signed(server, "sendChatMessage", "meetingID=room&message=hi");
        assertThat(Wire.post(url, "application/x-www-form-urlencoded", "a=b").statusCode())
                .isEqualTo(500);
    }
}
