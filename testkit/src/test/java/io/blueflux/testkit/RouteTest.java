// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which call a path leads to, beside the path that names it. */
class RouteTest {
    @RegisterExtension
    static final BbbSimulatorExtension SIMULATORS = BbbSimulatorExtension.of(BbbSimulator.builder()
            .servers(3)
            .profile(0, SimulatorProfile.BBB_2_5)
            .profile(2, SimulatorProfile.SCALELITE));

    private static HttpResponse<String> plain(SimulatedServer server, String call) {
        return Wire.send(Wire.request(server.url() + "/api/" + call).build());
    }

    private static List<SimulatedServer> genuine(BbbSimulator simulator) {
        return simulator.servers().subList(0, 2);
    }

    /** Signs the call itself, and then names a format in its path. */
    private static HttpResponse<String> formatted(SimulatedServer server, String call, String query, String format) {
        String url = Wire.signed(server, call, query).replace("/api/" + call, "/api/" + call + "." + format);
        return Wire.send(Wire.request(url).header("Accept", "*/*").build());
    }

    @ParameterizedTest
    @CsvSource({"json, application/json", "xml, text/xml"})
    void aFormatInThePathIsTheFormOfAFailure(String format, String type, BbbSimulator simulator) {
        for (SimulatedServer server : genuine(simulator)) {
            for (String call : List.of("create", "isMeetingRunning", "end", "getMeetingInfo")) {
                HttpResponse<String> response = plain(server, call + "." + format + "?checksum=x");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().firstValue("Content-Type")).hasValue(type + ";charset=utf-8");
                assertThat(response.body()).contains("checksumError", "Checksums do not match");
            }
        }
    }

    @Test
    void aFormatInThePathIsTheFormOfASuccess(BbbSimulator simulator) {
        for (SimulatedServer server : genuine(simulator)) {
            HttpResponse<String> created = formatted(server, "create", "name=Room&meetingID=room", "xml");
            assertThat(Wire.text(created, "meetingID")).isEqualTo("room");
            assertThat(formatted(server, "getMeetingInfo", "meetingID=room", "json")
                            .statusCode())
                    .isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMeetings.xml", "getRecordings.json", "create.html", "nosuchcall.xml", "create.xml.xml"})
    void otherPathsWithFormatsAreUnknown(String call, BbbSimulator simulator) {
        for (SimulatedServer server : genuine(simulator)) {
            assertThat(plain(server, call).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void indexIsTheVersion(BbbSimulator simulator) {
        for (SimulatedServer server : genuine(simulator)) {
            assertThat(plain(server, "index").body())
                    .isEqualTo(plain(server, "").body());
            assertThat(plain(server, "index.xml").body())
                    .isEqualTo(plain(server, "").body());
        }
        assertThat(Wire.messageKey(plain(simulator.server(2), "index"))).isEqualTo("unsupportedRequest");
    }

    @Test
    void pollsAreAskedForByPostOnlyAndElseTheVersionIsTold(BbbSimulator simulator) {
        HttpResponse<String> response = plain(simulator.server(0), "setPollXML?meetingID=x&checksum=aa");
        assertThat(Wire.text(response, "version")).isEqualTo("2.0");
        assertThat(plain(simulator.server(1), "setPollXML").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH"})
    void onTheOldServerSomeCallsComeByAnyMethod(String method, BbbSimulator simulator) {
        SimulatedServer server = simulator.server(0);
        server.createMeeting("room");
        HttpResponse<String> info = Wire.send(Wire.request(Wire.signed(server, "getMeetingInfo", "meetingID=room"))
                .method(method, BodyPublishers.noBody())
                .build());
        assertThat(Wire.text(info, "meetingID")).isEqualTo("room");
        HttpResponse<String> list = Wire.send(Wire.request(Wire.signed(server, "getMeetings", ""))
                .method(method, BodyPublishers.noBody())
                .build());
        assertThat(Wire.text(list, "version")).isEqualTo("2.0");
    }
}
