// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BBB 2.5 does otherwise than BBB 3.0. */
class OldServerTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @RegisterExtension
    static final BbbSimulatorExtension SIMULATORS =
            BbbSimulatorExtension.of(BbbSimulator.builder().profile(SimulatorProfile.BBB_2_5));

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void versionKnowsNothingOfGraphql(SimulatedServer server) {
        HttpResponse<String> response =
                Wire.send(Wire.request(server.url() + "/api").build());
        assertThat(response.body()).endsWith("<bbbVersion></bbbVersion>\n</response>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendChatMessage", "getJoinUrl"})
    void laterCallsAreUnknown(String call, SimulatedServer server) {
        assertThat(Wire.get(server, call, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "OPTIONS"})
    void anyMethodCreatesAMeetingAndOtherwiseAsksForTheVersion(String method, SimulatedServer server) {
        assertThat(Wire.text(byMethod(method, server, "create", "meetingID=room&name=Tea"), "meetingID"))
                .isEqualTo("room");
        assertThat(byMethod(method, server, "getMeetings", "").body()).contains("<version>2.0</version>");
    }

    private static HttpResponse<String> byMethod(String method, SimulatedServer server, String call, String query) {
        return Wire.send(Wire.request(Wire.signed(server, call, query))
                .method(method, BodyPublishers.noBody())
                .build());
    }

    @Test
    void pagesAreIgnored(SimulatedServer server) {
        server.populateRecordings(12);
        assertThat(Wire.texts(Wire.get(server, "getRecordings", "limit=5&offset=5"), "recordID"))
                .hasSize(12);
    }

    @Test
    void countsOfListsAreGroupedAndEmptyDataIsLeftOut(SimulatedServer server) {
        server.createMeeting("room")
                .maxParticipants(2500)
                .addAttendees(IntStream.range(0, 1200)
                        .mapToObj(i -> SimulatedAttendee.viewer("u-" + i, "User " + i))
                        .toList());
        HttpResponse<String> list = Wire.get(server, "getMeetings", "");
        assertThat(Wire.text(list, "participantCount")).isEqualTo("1,200");
        assertThat(Wire.text(list, "maxUsers")).isEqualTo("2,500");
        assertThat(Wire.texts(list, "customdata")).isEmpty();
        assertThat(Wire.text(Wire.get(server, "getMeetingInfo", "meetingID=room"), "participantCount"))
                .isEqualTo("1200");
    }

    @ParameterizedTest
    @CsvSource({"create, name=Room", "isMeetingRunning, a=b", "join, meetingID=room", "insertDocument, meetingID=nope"})
    void plainMistakesBreakTheServer(String call, String query, SimulatedServer server) {
        server.createMeeting("room");
        assertThat(Wire.get(server, call, query).statusCode()).isEqualTo(500);
    }

    @Test
    void meetingIsThereThoughItsSlidesAreBroken(SimulatedServer server) {
        String url = Wire.signed(server, "create", "name=Room&meetingID=room");
        assertThat(Wire.post(url, "application/xml", "<modules>").statusCode()).isEqualTo(500);
        assertThat(server.meeting("room").documents()).isEmpty();
    }

    @Test
    void documentsAreInsertedByAnEmptyGet(SimulatedServer server) {
        server.createMeeting("room");
        assertThat(Wire.text(Wire.get(server, "insertDocument", "meetingID=room"), "message"))
                .isEqualTo("Presentation is being uploaded");
    }

    @Test
    void joinErrorsAlwaysRedirectToTheLogoutUrl(SimulatedServer server) {
        server.createMeeting("room");
        HttpResponse<String> response = Wire.get(
                server,
                "join",
                "meetingID=room&fullName=Anna&role=viewer&createTime=1&redirect=false"
                        + "&errorRedirectUrl=https%3A%2F%2Fa%2F&logoutURL=https%3A%2F%2Fb%2F");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(location(response)).startsWith("https://b/?errors=").contains("mismatchCreateTimeParam");
    }

    @Test
    void joinTakesForms(SimulatedServer server) {
        server.createMeeting("room");
        String url = Wire.signed(server, "join", "");
        HttpResponse<String> response = Wire.post(url, FORM, "meetingID=room&fullName=Anna&role=viewer");
        assertThat(location(response)).contains("/html5client/join?sessionToken=");
    }

    @ParameterizedTest
    @CsvSource({
        "ASK_MODERATOR, guestWait, WAIT",
        "ALWAYS_DENY, guestDeny, DENY",
        "ALWAYS_ACCEPT, successfullyJoined, ALLOW"
    })
    void guestsAreToldInASuccess(String policy, String key, String status, SimulatedServer server) {
        Wire.get(server, "create", "name=Guests&meetingID=guests&guestPolicy=" + policy);
        HttpResponse<String> response =
                Wire.get(server, "join", "meetingID=guests&fullName=Zoe&role=viewer&guest=true&redirect=false");
        assertThat(Wire.text(response, "returncode")).isEqualTo("SUCCESS");
        assertThat(Wire.messageKey(response)).isEqualTo(key);
        assertThat(Wire.text(response, "guestStatus")).isEqualTo(status);
        assertThat(server.meeting("guests").attendees()).hasSize(status.equals("ALLOW") ? 1 : 0);
    }

    @Test
    void contentTypesAreNotLookedAt(SimulatedServer server) {
        String url = Wire.signed(server, "isMeetingRunning", "meetingID=room");
        assertThat(Wire.text(Wire.post(url, "text/plain", "x"), "returncode")).isEqualTo("SUCCESS");
    }

    @Test
    void formWithoutAQueryIsSignedByItsSortedParameters(SimulatedServer server) {
        String form = "name=A+form&meetingID=form%2B1";
        String sum = Wire.checksum("SHA-256", "create" + "meetingID=form%2B1&name=A+form" + server.secretText());
        String url = server.url() + "/api/create";
        assertThat(Wire.text(Wire.post(url, FORM, form + "&checksum=" + sum), "meetingID"))
                .isEqualTo("form+1");
        String ofNothing = Wire.checksum("SHA-256", "create" + server.secretText());
        assertThat(Wire.messageKey(Wire.post(url, FORM, form + "&checksum=" + ofNothing)))
                .isEqualTo("checksumError");
        String recordings = Wire.checksum("SHA-256", "getRecordings" + server.secretText());
        assertThat(Wire.messageKey(
                        Wire.post(server.url() + "/api/getRecordings", FORM, "recordID=r&checksum=" + recordings)))
                .isEqualTo("noRecordings");
    }

    @Test
    void formBesideAChecksumInTheQueryIsNotSigned(SimulatedServer server) {
        String url = Wire.signed(server, "create", "");
        assertThat(Wire.text(Wire.post(url, FORM, "name=A+form&meetingID=form"), "meetingID"))
                .isEqualTo("form");
    }

    @Test
    void checksumIsLowerCase(SimulatedServer server) {
        String url = Wire.signed(server, "getMeetings", "");
        int sum = url.indexOf("checksum=") + 9;
        HttpRequest shouted = Wire.request(
                        url.substring(0, sum) + url.substring(sum).toUpperCase(Locale.ROOT))
                .build();
        assertThat(Wire.messageKey(Wire.send(shouted))).isEqualTo("checksumError");
    }

    @Test
    void webhooksCountTheirHooksAndTakeOnlySha1(SimulatedServer server) {
        String query = "callbackURL=http%3A%2F%2Fa%2F";
        assertThat(Wire.messageKey(Wire.get(server, "hooks/create", query))).isEqualTo("checksumError");
        assertThat(Wire.text(hooks(server, "create", query), "hookID")).isEqualTo("1");
        assertThat(Wire.messageKey(hooks(server, "create", query))).isEqualTo("duplicateWarning");
        assertThat(Wire.messageKey(hooks(server, "create", "meetingID=room"))).isEqualTo("missingParamCallbackURL");
        String scoped = "callbackURL=http%3A%2F%2Fb%2F&meetingID=room";
        assertThat(Wire.text(hooks(server, "create", scoped), "hookID")).isEqualTo("2");
        assertThat(Wire.text(hooks(server, "create", scoped.replace("Fb", "Fc")), "hookID"))
                .isEqualTo("3");
        assertThat(Wire.texts(hooks(server, "list", "meetingID=room"), "hookID"))
                .containsExactly("1", "2", "3");
        assertThat(Wire.texts(hooks(server, "list", "meetingID=nope"), "hookID"))
                .containsExactly("1");
        assertThat(Wire.send(Wire.request(server.url() + "/api/hooks/ping").build())
                        .body())
                .isEqualTo("bbb-webhooks up!");
    }

    private static HttpResponse<String> hooks(SimulatedServer server, String call, String query) {
        String sum = Wire.checksum("SHA-1", "hooks/" + call + query + server.secretText());
        String url = server.url() + "/api/hooks/" + call + "?" + query + "&checksum=" + sum;
        return Wire.send(Wire.request(url).build());
    }
}
