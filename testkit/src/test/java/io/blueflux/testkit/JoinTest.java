// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BbbSimulatorExtension.class)
class JoinTest {
    private SimulatedMeeting meeting = placeholder();

    private static SimulatedMeeting placeholder() {
        return BbbSimulator.builder().build().server(0).createMeeting("unused");
    }

    @BeforeEach
    void createMeeting(SimulatedServer server) {
        meeting = server.createMeeting("room").attendeePw("ap").moderatorPw("mp");
    }

    @Test
    void redirectsIntoTheClientWithATokenAndAddsTheAttendee(SimulatedServer server) {
        HttpResponse<String> response = Wire.get(
                server,
                "join",
                "meetingID=room&fullName=%C3%84nne+M%C3%BCller&role=Moderator&userID=u-1"
                        + "&userdata-bbb_auto_join_audio=true&userdata-bad-name=x");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(url -> assertThat(url)
                        .startsWith(server.url().replace("/bigbluebutton", "/html5client/?sessionToken=")));
        assertThat(meeting.attendees())
                .containsExactly(SimulatedAttendee.moderator("u-1", "Änne Müller")
                        .withPresenter()
                        .withCustomdata("bbb_auto_join_audio", "true"));
    }

    @Test
    void answersInXmlOnDemand(SimulatedServer server) {
        HttpResponse<String> response =
                Wire.get(server, "join", "meetingID=room&fullName=Anna&password=ap&redirect=false");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Wire.messageKey(response)).isEqualTo("successfullyJoined");
        assertThat(Wire.text(response, "meeting_id")).isEqualTo(meeting.internalMeetingId());
        assertThat(Wire.text(response, "guestStatus")).isEqualTo("ALLOW");
        assertThat(Wire.text(response, "url"))
                .endsWith("/html5client/?sessionToken=" + Wire.text(response, "session_token"));
        SimulatedAttendee attendee = meeting.attendees().get(0);
        assertThat(attendee.userId()).isEqualTo(Wire.text(response, "user_id"));
        assertThat(attendee.role()).isEqualTo("VIEWER");
    }

    @Test
    void roleWinsOverPassword(SimulatedServer server) {
        Wire.get(server, "join", "meetingID=room&fullName=Anna&password=mp&role=viewer");
        assertThat(meeting.attendees()).extracting(SimulatedAttendee::role).containsExactly("VIEWER");
    }

    @ParameterizedTest
    @CsvSource({
        "meetingID=room&role=viewer, missingParamFullName",
        "meetingID=nope&fullName=Anna&role=viewer, meetingForciblyEnded",
        "meetingID=room&fullName=Anna&role=viewer&createTime=x, validationError",
        "meetingID=room&fullName=Anna&role=viewer&createTime=1, mismatchCreateTimeParam",
        "meetingID=room&fullName=Anna&role=viewer&guest=perhaps, validationError"
    })
    void errorsAreRedirects(String query, String key, SimulatedServer server) {
        HttpResponse<String> response = Wire.get(server, "join", query);
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(url -> assertThat(url)
                        .contains("?errors=[%7B%22message%22:%22")
                        .endsWith("%22,%22key%22:%22" + key + "%22%7D]"));
        assertThat(meeting.attendees()).isEmpty();
    }

    @Test
    void errorRedirectGoesWhereTheCallerSays(SimulatedServer server) {
        HttpResponse<String> response = Wire.get(
                server,
                "join",
                "meetingID=nope&fullName=Anna&role=viewer&logoutURL=https%3A%2F%2Fexample.org%2Fx%3Fy%3D1");
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(url -> assertThat(url).startsWith("https://example.org/x?y=1&errors=["));
    }

    @Test
    void errorsAreSometimesXmlWithoutRedirect(SimulatedServer server) {
        HttpResponse<String> unknown =
                Wire.get(server, "join", "meetingID=nope&fullName=Anna&role=viewer&redirect=false");
        assertThat(unknown.statusCode()).isEqualTo(302);
        HttpResponse<String> mismatch =
                Wire.get(server, "join", "meetingID=room&fullName=Anna&role=viewer&redirect=false&createTime=1");
        assertThat(Wire.messageKey(mismatch)).isEqualTo("mismatchCreateTimeParam");
    }

    @Test
    void missingChecksumRedirects(SimulatedServer server) {
        HttpResponse<String> response = Wire.send(
                Wire.request(server.url() + "/api/join?meetingID=room").build());
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(url -> assertThat(url).contains("checksumError"));
    }

    @Test
    void neitherRoleNorPasswordIsToldInXml(SimulatedServer server) {
        assertThat(Wire.messageKey(Wire.get(server, "join", "meetingID=room&fullName=Anna")))
                .isEqualTo("Params required");
        assertThat(Wire.messageKey(Wire.get(server, "join", "meetingID=room&fullName=Anna&password=wrong")))
                .isEqualTo("Params required");
    }

    @Test
    void fullMeetingRefusesFurtherUsers(SimulatedServer server) {
        meeting.maxParticipants(1).addAttendee("u-1", "Anna").addAttendee("u-1", "Anna's phone");
        HttpResponse<String> response =
                Wire.get(server, "join", "meetingID=room&fullName=Zoe&role=viewer&redirect=false");
        assertThat(Wire.messageKey(response)).isEqualTo("maxParticipantsReached");
    }

    @Test
    void guestWaitsWhereModeratorsAreAsked(SimulatedServer server) {
        Wire.get(server, "create", "name=Guests&meetingID=guests&guestPolicy=ASK_MODERATOR");
        HttpResponse<String> response =
                Wire.get(server, "join", "meetingID=guests&fullName=Zoe&role=viewer&guest=true&redirect=false");
        assertThat(Wire.text(response, "guestStatus")).isEqualTo("WAIT");
        assertThat(server.meeting("guests").attendees()).isEmpty();
        Wire.get(server, "create", "name=Closed&meetingID=closed&guestPolicy=ALWAYS_DENY");
        assertThat(Wire.messageKey(Wire.get(
                        server, "join", "meetingID=closed&fullName=Zoe&role=viewer&guest=true&redirect=false")))
                .isEqualTo("guestDeniedAccess");
    }

    @Test
    void clientPageIsThere(SimulatedServer server) {
        HttpResponse<String> join = Wire.get(server, "join", "meetingID=room&fullName=Anna&role=viewer");
        String location = join.headers().firstValue("Location").orElseThrow();
        assertThat(Wire.send(Wire.request(location).build()).statusCode()).isEqualTo(200);
    }
}
