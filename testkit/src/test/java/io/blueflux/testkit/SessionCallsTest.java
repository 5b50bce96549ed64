// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BbbSimulatorExtension.class)
class SessionCallsTest {
    private SimulatedMeeting meeting;

    @BeforeEach
    void createMeeting(SimulatedServer server) {
        meeting = server.createMeeting("room").name("Maths \"101\"");
    }

    private static String join(SimulatedServer server, String role) {
        HttpResponse<String> response =
                Wire.get(server, "join", "meetingID=room&fullName=Anna+M&userID=u-1&redirect=false&role=" + role);
        return Wire.text(response, "session_token");
    }

    private static String call(SimulatedServer server, String call, String token) {
        return Wire.send(Wire.request(server.url() + "/api/" + call + "?sessionToken=" + token)
                        .build())
                .body();
    }

    @Test
    void joinUrlLetsTheSameUserInAgain(SimulatedServer server) {
        String answer = call(server, "getJoinUrl", join(server, "viewer"));
        assertThat(answer)
                .startsWith("{\"response\":{\"returncode\":\"SUCCESS\",\"message\":")
                .contains("/api/join?&fullName=Anna+M&meetingID=room&role=VIEWER&userID=u-1&existingUserID=w_");
        String url = answer.replaceAll(".*\"url\":\"([^\"]+)\".*", "$1");
        assertThat(Wire.send(Wire.request(url).build()).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("?sessionToken="));
        assertThat(meeting.attendees()).extracting(SimulatedAttendee::userId).containsExactly("u-1", "u-1");
    }

    @Test
    void joinUrlNeedsASessionOfALivingMeeting(SimulatedServer server) {
        assertThat(call(server, "getJoinUrl", "")).contains("\"messageKey\":\"missingToken\"");
        assertThat(call(server, "getJoinUrl", "made-up")).contains("\"messageKey\":\"missingSession\"");
        String token = join(server, "viewer");
        meeting.end();
        assertThat(call(server, "getJoinUrl", token)).contains("\"messageKey\":\"missingSession\"");
    }

    @Test
    void dashboardIsJsonInsideATextForModerators(SimulatedServer server) {
        String token = join(server, "moderator");
        assertThat(call(server, "learningDashboard", token))
                .startsWith("{\"response\":{\"returncode\":\"SUCCESS\",\"data\":\"{\\\"intId\\\":\\\"")
                .contains("\\\"name\\\":\\\"Maths \\\\\\\"101\\\\\\\"\\\"")
                .endsWith("\",\"sessionToken\":\"" + token + "\"}}");
    }

    @Test
    void dashboardFailsWithoutAMessageKey(SimulatedServer server) {
        assertThat(call(server, "learningDashboard", join(server, "viewer")))
                .startsWith("{\"response\":{\"returncode\":\"FAILED\",\"message\":\"Access denied")
                .doesNotContain("messageKey");
        assertThat(call(server, "learningDashboard", "made-up")).contains("\"returncode\":\"FAILED\"");
    }
}
