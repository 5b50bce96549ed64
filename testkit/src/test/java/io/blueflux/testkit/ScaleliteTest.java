// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.testkit.SimulatedRecording.Format;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Scalelite does otherwise than the servers behind it. */
class ScaleliteTest {
    private static final String HEAD = "<?xml version=\"1.0\"?>\n<response>\n";

    @RegisterExtension
    static final BbbSimulatorExtension SIMULATORS =
            BbbSimulatorExtension.of(BbbSimulator.builder().servers(2).profile(0, SimulatorProfile.SCALELITE));

    private SimulatedServer balancer;
    private SimulatedServer node;

    @BeforeEach
    void balance(BbbSimulator simulator) {
        balancer = simulator.server(0);
        node = simulator.server(1);
        balancer.balance(node);
    }

    @Test
    void noMeetingsAreToldBeforeTheList() {
        HttpResponse<String> response = Wire.get(balancer, "getMeetings", "");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/xml; charset=utf-8");
        assertThat(response.body()).isEqualTo(HEAD + """
                  <returncode>SUCCESS</returncode>
                  <messageKey>noMeetings</messageKey>
                  <message>no meetings were found on this server</message>
                  <meetings/>
                </response>
                """);
    }

    @Test
    void answersAreIndented() {
        balancer.createMeeting("room").name("A <\n> B").addAttendee("u-1", "Anna");
        String body = Wire.get(balancer, "getMeetings", "").body();
        assertThat(body)
                .startsWith(HEAD + "  <returncode>SUCCESS</returncode>\n  <meetings>\n    <meeting>\n"
                        + "      <meetingName>A &lt;\n&gt; B</meetingName>\n      <meetingID>room</meetingID>\n")
                .contains("\n      <attendees>\n        <attendee>\n          <userID>u-1</userID>\n")
                .endsWith("    </meeting>\n  </meetings>\n</response>\n");
        assertThat(Wire.xml(body).getElementsByTagName("meeting").getLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getSessions",
                "sendChatMessage",
                "getRecordingTextTracks",
                "putRecordingTextTrack",
                "getJoinUrl",
                "learningDashboard",
                "hooks/create",
                "hooks/ping",
                "nosuchcall"
            })
    void unsupportedCallsAreRefusedInXml(String call) {
        HttpResponse<String> response = Wire.get(balancer, call, "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(HEAD + """
                  <returncode>FAILED</returncode>
                  <messageKey>unsupportedRequest</messageKey>
                  <message>This request is not supported.</message>
                </response>
                """);
    }

    @ParameterizedTest
    @CsvSource({"SHA-1, (none)", "SHA-256, (none)", "SHA-384, checksumError", "SHA-512, (none)"})
    void oneAlgorithmIsMissing(String algorithm, String key) {
        balancer.createMeeting("room");
        String sum = Wire.checksum(algorithm, "getMeetings" + balancer.secretText());
        HttpRequest request = Wire.request(balancer.url() + "/api/getMeetings?checksum=" + sum)
                .build();
        assertThat(Wire.messageKey(Wire.send(request))).isEqualTo(key);
    }

    @Test
    void joinGoesToTheServerOfTheMeeting() {
        SimulatedMeeting meeting = balancer.createMeeting("room 1");
        HttpResponse<String> toNode =
                Wire.get(balancer, "join", "meetingID=room+1&fullName=%C3%84nne&role=viewer&userID=u-1&redirect=false");
        assertThat(toNode.statusCode()).isEqualTo(302);
        String location = toNode.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .startsWith(node.url() + "/api/join?meetingID=room+1&fullName=%C3%84nne&role=viewer&userID=u-1");
        HttpResponse<String> joined = Wire.send(Wire.request(location).build());
        assertThat(Wire.messageKey(joined)).isEqualTo("successfullyJoined");
        assertThat(meeting.attendees()).extracting(SimulatedAttendee::fullName).containsExactly("Änne");
        assertThat(Wire.text(Wire.get(balancer, "getMeetingInfo", "meetingID=room+1"), "userID"))
                .isEqualTo("u-1");
    }

    @Test
    void joinErrorsAreXml() {
        HttpResponse<String> unknown = Wire.get(balancer, "join", "meetingID=nope&fullName=Anna&role=viewer");
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(Wire.messageKey(unknown)).isEqualTo("notFound");
        HttpResponse<String> unsigned = Wire.send(
                Wire.request(balancer.url() + "/api/join?meetingID=room").build());
        assertThat(Wire.messageKey(unsigned)).isEqualTo("checksumError");
    }

    @Test
    void joinWithoutAServerIsUnavailable() {
        try (BbbSimulator alone = BbbSimulator.builder()
                .profile(SimulatorProfile.SCALELITE)
                .build()
                .start()) {
            alone.server(0).createMeeting("room");
            assertThat(Wire.messageKey(Wire.get(alone.server(0), "join", "meetingID=room&fullName=A&role=viewer")))
                    .isEqualTo("serverUnavailable");
        }
    }

    @Test
    void onlyABalancerBalances() {
        assertThatThrownBy(() -> node.balance(balancer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a balancer stands before a server, not s2 before s1");
        assertThatThrownBy(() -> balancer.balance(balancer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recordingsHaveFewerFieldsAndTheNewestIsFirst() {
        balancer.addRecording(SimulatedRecording.builder("r-1", "room")
                .name("Math & Logic")
                .times(1000, 2000)
                .guarded()
                .metadata("gl-listed", "true")
                .metadata("empty", "")
                .format(Format.of("presentation", "https://lb.example.org/r-1?token=abc"))
                .data("events", "https://bbb.example.org/e")
                .build());
        assertThat(Wire.get(balancer, "getRecordings", "").body()).isEqualTo("<response>\n" + """
                  <returncode>SUCCESS</returncode>
                  <recordings>
                    <recording>
                      <recordID>r-1</recordID>
                      <meetingID>room</meetingID>
                      <internalMeetingID>r-1</internalMeetingID>
                      <name>Math &amp; Logic</name>
                      <published>true</published>
                      <protected>true</protected>
                      <state>published</state>
                      <startTime>1000</startTime>
                      <endTime>2000</endTime>
                      <participants>2</participants>
                      <metadata>
                        <gl-listed>true</gl-listed>
                        <empty>
                <![CDATA[]]>
                        </empty>
                      </metadata>
                      <playback>
                        <format>
                          <type>presentation</type>
                          <url>https://lb.example.org/r-1?token=abc</url>
                          <length>60</length>
                        </format>
                      </playback>
                    </recording>
                  </recordings>
                </response>
                """);
        balancer.addRecording(
                SimulatedRecording.builder("r-2", "room").times(3000, 4000).build());
        assertThat(Wire.texts(Wire.get(balancer, "getRecordings", "limit=1"), "recordID"))
                .containsExactly("r-2", "r-1");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"meta_a=1&meta_b=2|r-2,r-1", "meta_a=1&meta_b=x|r-1", "meta_a=%25|", "meta_a=|"},
            delimiter = '|')
    void oneFilterThatMatchesIsEnough(String query, String recordIds) {
        balancer.addRecording(SimulatedRecording.builder("r-1", "room")
                        .times(1, 2)
                        .metadata("a", "1")
                        .build())
                .addRecording(SimulatedRecording.builder("r-2", "room")
                        .times(2, 3)
                        .metadata("b", "2")
                        .build());
        HttpResponse<String> response = Wire.get(balancer, "getRecordings", query);
        assertThat(String.join(",", Wire.texts(response, "recordID"))).isEqualTo(recordIds == null ? "" : recordIds);
    }

    @Test
    void updatingAnUnknownRecordingIsNoFailure() {
        HttpResponse<String> response = Wire.get(balancer, "updateRecordings", "recordID=nope&meta_a=1");
        assertThat(response.body())
                .isEqualTo("<response>\n  <returncode>SUCCESS</returncode>\n  <updated>false</updated>\n</response>\n");
        assertThat(Wire.messageKey(Wire.get(balancer, "publishRecordings", "recordID=nope&publish=true")))
                .isEqualTo("notFound");
    }

    @Test
    void breakdownIsAnInternalError() {
        HttpResponse<String> response = Wire.get(balancer, "create", "name=Room&meetingID=room&isBreakout=true");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Wire.messageKey(response)).isEqualTo("internalError");
    }

    @Test
    void formsAreMergedIntoTheQuery() {
        String url = Wire.signed(balancer, "create", "");
        assertThat(Wire.text(
                        Wire.post(url, "application/x-www-form-urlencoded", "name=A+form&meetingID=form"), "meetingID"))
                .isEqualTo("form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMeetingInfo", "end", "join", "insertDocument"})
    void anUnknownMeetingIsNotFoundInItsOwnWords(String call) {
        HttpResponse<String> response = call.equals("insertDocument")
                ? Wire.post(Wire.signed(balancer, call, "meetingID=nope"), "application/xml", "<modules/>")
                : Wire.get(balancer, call, "meetingID=nope&fullName=A&role=viewer");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(HEAD + """
                  <returncode>FAILED</returncode>
                  <messageKey>notFound</messageKey>
                  <message>We could not find a meeting with that meeting ID - perhaps the meeting is not yet running?</message>
                </response>
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "create, ''",
        "create, name=Room",
        "create, name=Room&meetingID=",
        "join, fullName=A",
        "end, password=pw",
        "isMeetingRunning, ''",
        "getMeetingInfo, meetingID=+"
    })
    void aMeetingsIdIsAskedForBeforeAllElse(String call, String query) {
        HttpResponse<String> response = Wire.get(balancer, call, query);
        assertThat(Wire.messageKey(response)).isEqualTo("missingParamMeetingID");
        assertThat(Wire.text(response, "message")).isEqualTo("You must specify a meeting ID for the meeting.");
    }

    @Test
    void emptyElementsAreOneTag() {
        assertThat(Wire.get(balancer, "create", "name=Room&meetingID=room").body())
                .startsWith("<?xml version=\"1.0\"?>\n<response>\n")
                .contains("\n  <messageKey/>\n  <message/>\n");
    }

    @ParameterizedTest
    @CsvSource({"POST, publishRecordings", "POST, deleteRecordings", "GET, insertDocument"})
    void theWrongMethodIsUnsupported(String method, String call) {
        balancer.createMeeting("room");
        String url = Wire.signed(balancer, call, "recordID=r-1&publish=true&meetingID=room");
        HttpResponse<String> response = method.equals("POST")
                ? Wire.post(url, "application/x-www-form-urlencoded", "")
                : Wire.send(Wire.request(url).build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Wire.messageKey(response)).isEqualTo("unsupportedRequest");
    }

    @Test
    void aFailureWithoutAKeyIsAnInternalError() {
        Wire.get(balancer, "create", "name=Room&meetingID=room&disabledFeatures=presentation");
        String url = Wire.signed(balancer, "insertDocument", "meetingID=room");
        assertThat(Wire.messageKey(Wire.post(url, "application/xml", "<modules/>")))
                .isEqualTo("internalError");
    }
}
