// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ChecksumAlgorithm;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
    private static final String QUERY = "meetingID=room+1%2B";
    private static BbbSimulator simulator =
            BbbSimulator.builder().secret("top-s3cret-testkit").build();
    private static SimulatedServer server = simulator.server(0);

    @BeforeAll
    static void start() {
        simulator.start();
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    /** The sums were made with coreutils: printf 'isMeetingRunningmeetingID=room+1%%2Btop-s3cret-testkit' | shaNsum. */
    @ParameterizedTest
    @CsvSource({
        "sha1, 0f5c857c7fc0f8f3741c6e41ea3b3ad0616ec96f",
        "sha256, 259aedf9f5af40acc504af514c1f646153b89bd4a4ea5eacabb3c7ba5a558013",
        "sha384, 6eda8aae803fa0a2ec76eaeb92b3188e077b881dcc05a8ae8a2cf51042683384f29fb3c99713e7ed7bb9e156f4b5f67f",
        "sha512, 722d79640fd990d233858bd124e1be0487d30be9ba875abc541c06b4ddf118160a7f62a387eb7ce3048eb44bdc731a55cbe45db2760243c81c8e43acae79258b"
    })
    void takesTheFourAlgorithms(String algorithm, String sum) {
        assertThat(algorithm).isNotEmpty();
        assertThat(running(QUERY + "&checksum=" + sum)).isEqualTo("SUCCESS");
        assertThat(running(QUERY + "&checksum=" + sum.toUpperCase(Locale.ROOT))).isEqualTo("SUCCESS");
        assertThat(running(QUERY + "&checksum=" + sum.substring(2))).isEqualTo("checksumError");
        assertThat(running(QUERY + "&more=x&checksum=" + sum)).isEqualTo("checksumError");
    }

    @Test
    void checksumMayStandAnywhere() {
        String query = "meetingID=room&x=%20y";
        String sum = Wire.checksum("SHA-256", "isMeetingRunning" + query + server.secretText());
        assertThat(running(query + "&checksum=" + sum)).isEqualTo("SUCCESS");
        assertThat(running("checksum=" + sum + "&" + query)).isEqualTo("SUCCESS");
        assertThat(running("meetingID=room&checksum=" + sum + "&x=%20y")).isEqualTo("SUCCESS");
    }

    @Test
    void bytesOnTheWireAreWhatCounts() {
        String sum = Wire.checksum("SHA-256", "isMeetingRunning" + "meetingID=a%20b" + server.secretText());
        assertThat(running("meetingID=a%20b&checksum=" + sum)).isEqualTo("SUCCESS");
        assertThat(running("meetingID=a+b&checksum=" + sum)).isEqualTo("checksumError");
    }

    @Test
    void missingChecksumIsToldFromAWrongOne() {
        assertThat(message(server.url() + "/api/getMeetings")).isEqualTo("You must provide the checksum");
        assertThat(message(server.url() + "/api/getMeetings?checksum=" + "0".repeat(40)))
                .isEqualTo("Checksums do not match");
        assertThat(message(server.url() + "/api/getRecordings"))
                .isEqualTo("You did not pass the checksum security check");
    }

    @Test
    void switchedOffAlgorithmIsRefused() {
        try (BbbSimulator strict = BbbSimulator.builder()
                .algorithms(ChecksumAlgorithm.SHA512)
                .build()
                .start()) {
            SimulatedServer only512 = strict.server(0);
            assertThat(Wire.messageKey(Wire.get(only512, "getMeetings", ""))).isEqualTo("checksumError");
            String sum = Wire.checksum("SHA-512", "getMeetings" + only512.secretText());
            String url = only512.url() + "/api/getMeetings?checksum=" + sum;
            assertThat(Wire.text(Wire.send(Wire.request(url).build()), "returncode"))
                    .isEqualTo("SUCCESS");
        }
    }

    @Test
    void formPostIsSignedByItsEmptyQuery() {
        String url = Wire.signed(server, "create", "");
        HttpResponse<String> response = Wire.post(
                url,
                "application/x-www-form-urlencoded",
                "meetingID=form%2B1&name=A+form&attendeePW=ap&moderatorPW=mp");
        assertThat(Wire.text(response, "meetingID")).isEqualTo("form+1");
        assertThat(server.meeting("form+1").createParameters()).containsEntry("name", "A form");
    }

    @Test
    void formPostMayCarryTheChecksumInTheBody() {
        String sum = Wire.checksum("SHA-256", "isMeetingRunning" + server.secretText());
        HttpResponse<String> response = Wire.post(
                server.url() + "/api/isMeetingRunning",
                "application/x-www-form-urlencoded",
                "meetingID=room&checksum=" + sum);
        assertThat(Wire.text(response, "returncode")).isEqualTo("SUCCESS");
    }

    @Test
    void formPostWithParametersInTheQueryIsSignedByTheQuery() {
        String url = Wire.signed(server, "isMeetingRunning", "meetingID=room");
        assertThat(Wire.text(Wire.post(url, "application/x-www-form-urlencoded", "x=y"), "returncode"))
                .isEqualTo("SUCCESS");
        String sum = Wire.checksum("SHA-256", "isMeetingRunning" + "meetingID=room&x=y" + server.secretText());
        String overBoth = server.url() + "/api/isMeetingRunning?meetingID=room&checksum=" + sum;
        assertThat(Wire.messageKey(Wire.post(overBoth, "application/x-www-form-urlencoded", "x=y")))
                .isEqualTo("checksumError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/xml"})
    void bodyOfAnotherTypeIsRefused(String type) {
        String url = Wire.signed(server, "isMeetingRunning", "meetingID=room");
        assertThat(Wire.messageKey(Wire.post(url, type, "<x/>"))).isEqualTo("unsupportedContentType");
    }

    @Test
    void formsAreUnreadWhereTheyAreIgnored() {
        try (BbbSimulator balancer = BbbSimulator.start(1)) {
            SimulatedServer ignoring = balancer.server(0).ignoreForms();
            String url = Wire.signed(ignoring, "create", "");
            HttpResponse<String> response =
                    Wire.post(url, "application/x-www-form-urlencoded", "meetingID=room&name=Room");
            assertThat(Wire.messageKey(response)).isEqualTo("nullError");
        }
    }

    private static String running(String query) {
        HttpResponse<String> response = Wire.send(
                Wire.request(server.url() + "/api/isMeetingRunning?" + query).build());
        assertThat(response.statusCode()).isEqualTo(200);
        String code = Wire.text(response, "returncode");
        return code.equals("SUCCESS") ? code : Wire.messageKey(response);
    }

    private static String message(String url) {
        return Wire.text(Wire.send(Wire.request(url).build()), "message");
    }
}
