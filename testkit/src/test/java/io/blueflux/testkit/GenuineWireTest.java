// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer of a genuine server has in common, compared with answers recorded from one. */
class GenuineWireTest {
    @RegisterExtension
    static final BbbSimulatorExtension SIMULATORS = BbbSimulatorExtension.of(BbbSimulator.builder()
            .servers(3)
            .profile(0, SimulatorProfile.BBB_2_5)
            .profile(2, SimulatorProfile.SCALELITE));

    private static final List<String> VARY =
            List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers");

    private static HttpResponse<String> plain(String url, String... accept) {
        var request = Wire.request(url);
        for (String range : accept) {
            request.header("Accept", range);
        }
        return Wire.send(request.build());
    }

    @Test
    void everyAnswerHasTheDateOfTheServersClock() {
        ManualClock clock = new ManualClock();
        try (BbbSimulator simulator =
                BbbSimulator.builder().clock(clock).build().start()) {
            SimulatedServer server = simulator.server(0);
            String api = server.url() + "/api/";
            String origin = server.url().replaceFirst("/s1/.*", "");
            List<String> urls = List.of(
                    Wire.signed(server, "getMeetings", ""),
                    Wire.signed(server, "join", "meetingID=nope&fullName=A&role=viewer"),
                    Wire.signed(server, "hooks/list", ""),
                    api + "hooks/ping",
                    api + "hooks/nope",
                    api + "getMeetings",
                    api + "nosuchcall",
                    origin + "/nowhere",
                    api + "create?name=" + "n".repeat(9000));
            for (String url : urls) {
                assertThat(plain(url).headers().firstValue("Date")).as(url).hasValue("Thu, 01 Jan 2026 08:00:00 GMT");
            }
            clock.advance(Duration.ofDays(8).plusSeconds(3));
            server.fault("getMeetings", Fault.status(502));
            assertThat(plain(urls.get(0)).headers().firstValue("Date")).hasValue("Fri, 09 Jan 2026 08:00:03 GMT");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void answersVaryByThreeHeaders(int index, BbbSimulator simulator) {
        SimulatedServer server = simulator.server(index);
        assertThat(Wire.get(server, "getMeetings", "").headers().allValues("Vary"))
                .isEqualTo(VARY);
        assertThat(Wire.get(server, "join", "meetingID=a1&fullName=A&role=viewer")
                        .headers()
                        .allValues("Vary"))
                .isEqualTo(VARY);
        assertThat(plain(server.url() + "/api/nope").headers().allValues("Vary"))
                .isEqualTo(VARY);
        assertThat(Wire.get(server, "hooks/list", "").headers().allValues("Vary"))
                .isEmpty();
        assertThat(Wire.get(simulator.server(2), "getMeetings", "").headers().allValues("Vary"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                                  | application/json",
                "application/json, application/xml                 | application/json",
                "application/json, */*;q=0.5                       | application/json",
                "*/*;q=0.5, application/json                       | application/json",
                "application/xml, application/json                 | text/xml",
                "application/*                                     | text/xml",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | text/xml",
                "text/plain, application/xml, text/xml, application/json, */* | text/xml",
                "application/json;q=0.4, text/xml;q=0.8            | text/xml",
            })
    void aFailureComesInTheFormAskedFor(String accept, String type, BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers().subList(0, 2)) {
            HttpResponse<String> response = plain(server.url() + "/api/getMeetings?checksum=x", accept);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue(type + ";charset=utf-8");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
            String json = """
                {
                    "response": {
                        "returncode": "FAILED",
                        "messageKey": "checksumError",
                        "message": "Checksums do not match"
                    }
                }\
                """;
            String xml = """
                <response>
                <returncode>FAILED</returncode>
                <messageKey>checksumError</messageKey>
                <message>Checksums do not match</message>
                </response>\
                """;
            assertThat(response.body()).isEqualTo(type.equals("text/xml") ? xml : json);
        }
    }

    @Test
    void aSuccessIsNotToBeHadAsJson(BbbSimulator simulator) {
        String url = Wire.signed(simulator.server(0), "getMeetings", "");
        HttpResponse<String> response = plain(url, "application/json");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).startsWith("<!doctype html>").endsWith("</html>");
        assertThat(response.headers().firstValue("Content-Length")).hasValue("455");
        assertThat(plain(url, "application/json, */*;q=0.5").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/xml | text/xml;charset=UTF-8",
                "*/* | application/xml;charset=UTF-8",
                "application/json, application/xml | application/json",
                "application/xml, application/json | application/xml;charset=UTF-8"
            })
    void noSuchCallIsSaidInTheFormAskedFor(String accept, String type, BbbSimulator simulator) {
        HttpResponse<String> response = plain(simulator.server(0).url() + "/api/nosuchcall", accept);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        assertThat(response.body())
                .matches(
                        type.endsWith("json")
                                ? "\\{\"timestamp\":\\d+,\"status\":404,\"error\":\"Not Found\","
                                        + "\"path\":\"/s1/bigbluebutton/api/nosuchcall\"}"
                                : "<Map><timestamp>\\d+</timestamp><status>404</status><error>Not Found</error>"
                                        + "<path>/s1/bigbluebutton/api/nosuchcall</path></Map>");
    }

    @ParameterizedTest
    @CsvSource({
        "create, name=Room&meetingID=twice&meta_foo=1&meta_foo=2",
        "create, name=Room&name=Other&meetingID=twice",
        "create, name=Room&meetingID=twice&meta%5Ffoo=1&meta_foo=1",
        "create, name=Room&meetingID=twice&unknown=1&unknown=1",
        "join, meetingID=room&fullName=A&role=viewer&userdata-a=1&userdata-a=2",
        "publishRecordings, recordID=r&recordID=r&publish=true"
    })
    void aParameterGivenTwiceBreaksTheCallDown(String call, String query, BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers().subList(0, 2)) {
            server.createMeeting("room");
            assertThat(Wire.get(server, call, query).statusCode()).isEqualTo(500);
            assertThat(server.meetings())
                    .extracting(SimulatedMeeting::meetingId)
                    .containsExactly("room");
            assertThat(server.meeting("room").attendees()).isEmpty();
        }
    }

    @Test
    void aParameterInUrlAndFormIsGivenTwice(BbbSimulator simulator) {
        SimulatedServer server = simulator.server(1);
        String url = Wire.signed(server, "create", "name=Room&meetingID=room");
        assertThat(Wire.post(url, "application/x-www-form-urlencoded", "name=Room")
                        .statusCode())
                .isEqualTo(500);
        assertThat(Wire.messageKey(Wire.send(Wire.request(url + "&name=Room").build())))
                .isEqualTo("checksumError");
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void aRunOfSlashesIsOne(BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers()) {
            server.createMeeting("room");
            String url = Wire.signed(server, "getMeetingInfo", "meetingID=room");
            for (String odd : List.of(
                    url.replace("/api/", "//api/"),
                    url.replace("/api/", "/api//"),
                    url.replace("/" + server + "/", "///" + server + "//"))) {
                assertThat(Wire.text(plain(odd), "meetingID")).as(odd).isEqualTo("room");
            }
            assertThat(Wire.text(plain(server.url() + "//api"), "version")).isEqualTo("2.0");
        }
    }

    @Test
    void versionIsToldWithAndWithoutALastSlash(BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers()) {
            for (String end : List.of("/api", "/api/")) {
                HttpResponse<String> response = plain(server.url() + end);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(Wire.text(response, "version")).isEqualTo("2.0");
            }
        }
        assertThat(Wire.text(plain(simulator.server(0).url()), "version")).isEqualTo("2.0");
    }

    @Test
    void traceIsRefusedWithTheRequestItself(BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers().subList(0, 2)) {
            String target =
                    Wire.signed(server, "create", "name=Room&meetingID=room").replaceFirst("http://[^/]+", "");
            String answer =
                    Wire.raw(server, "TRACE " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 405 ")
                    .containsIgnoringCase("Allow: HEAD, DELETE, POST, GET, OPTIONS, PUT\r\n")
                    .containsIgnoringCase("Content-Type: message/http\r\n")
                    .contains("\r\n\r\nTRACE /error HTTP/1.1\r\nhost: localhost\r\n");
            assertThat(server.meetings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "getMeetings?checksum=x, text/html",
        "getRecordings?checksum=x, text/html",
        "index, application/json",
        "learningDashboard?sessionToken=x, application/json",
        "learningDashboard?sessionToken=x, text/html"
    })
    void whatMayNotBeKeptMayNotAsAnErrorPageEither(String target, String accept, BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers().subList(0, 2)) {
            HttpResponse<String> response = plain(server.url() + "/api/" + target, accept);
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "getRecordingTextTracks, recordID=nope, application/json, no-cache",
        "getRecordingTextTracks, recordID=nope, text/html, no-cache",
        "getMeetings, '', application/json, no-cache",
        "getRecordings, '', text/html, (none)",
        "getRecordings, meta_x=, */*, (none)",
        "getMeetingInfo, meetingID=room, */*, (none)",
        "getMeetingInfo, meetingID=nope, */*, no-cache"
    })
    void whatMayBeKeptGoesByTheCall(String call, String query, String accept, String kept, BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers().subList(0, 2)) {
            server.createMeeting("room");
            HttpResponse<String> response = plain(Wire.signed(server, call, query), accept);
            assertThat(response.headers().firstValue("Cache-Control").orElse("(none)"))
                    .isEqualTo(kept);
        }
    }
}
