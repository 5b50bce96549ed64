// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingCallsTest {
    private final ManualClock clock = new ManualClock();
    private final BbbSimulator simulator = BbbSimulator.builder().clock(clock).build();
    private final SimulatedServer server = simulator.server(0);

    @BeforeEach
    void start() {
        simulator.start();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private HttpResponse<String> call(String call, String query) {
        return Wire.get(server, call, query);
    }

    @Test
    void rootTellsTheVersionUnsigned() {
        for (String suffix : List.of("", "/", "/api", "/api/")) {
            HttpResponse<String> response =
                    Wire.send(Wire.request(server.url() + suffix).build());
            String root = server.url().replace("http", "").replace("/bigbluebutton", "");
            assertThat(response.body()).isEqualTo("""
                            <response>
                            <returncode>SUCCESS</returncode>
                            <version>2.0</version>
                            <apiVersion>2.0</apiVersion>
                            <bbbVersion></bbbVersion>
                            <graphqlWebsocketUrl>ws%s/graphql</graphqlWebsocketUrl>
                            <graphqlApiUrl>http%s/api/rest</graphqlApiUrl>
                            <html5PluginSdkVersion>0.0.80</html5PluginSdkVersion>
                            </response>""".formatted(root, root));
        }
        assertThat(server.requestCount("version")).isEqualTo(4);
    }

    @Test
    void createAnswersLikeARealServer() {
        HttpResponse<String> response = call(
                "create",
                "name=Weekly+%26+more&meetingID=room-1&attendeePW=ap&moderatorPW=mp&duration=90&voiceBridge=07123");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(response.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        String internal = Wire.checksum("SHA-1", "room-1") + "-1767254400000";
        assertThat(response.body()).isEqualTo("""
                        <response>
                        <returncode>SUCCESS</returncode>
                        <meetingID>room-1</meetingID>
                        <internalMeetingID>%s</internalMeetingID>
                        <parentMeetingID>bbb-none</parentMeetingID>
                        <attendeePW>ap</attendeePW>
                        <moderatorPW>mp</moderatorPW>
                        <createTime>1767254400000</createTime>
                        <voiceBridge>07123</voiceBridge>
                        <dialNumber>613-555-1234</dialNumber>
                        <createDate>Thu Jan 01 08:00:00 UTC 2026</createDate>
                        <hasUserJoined>false</hasUserJoined>
                        <duration>90</duration>
                        <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
                        <messageKey></messageKey>
                        <message></message>
                        </response>""".formatted(internal));
    }

    @Test
    void createIsRepeatableOnlyWithBothPasswords() {
        String query = "name=Room&meetingID=room&attendeePW=ap&moderatorPW=mp";
        HttpResponse<String> first = call("create", query);
        clock.advance(Duration.ofSeconds(1));
        HttpResponse<String> again = call("create", query.replace("name=Room", "name=Other"));
        assertThat(Wire.messageKey(again)).isEqualTo("duplicateWarning");
        assertThat(Wire.text(again, "createTime")).isEqualTo(Wire.text(first, "createTime"));
        assertThat(Wire.messageKey(call("create", "name=Room&meetingID=room&attendeePW=ap")))
                .isEqualTo("idNotUnique");
        assertThat(Wire.messageKey(call("create", "name=Room&meetingID=room&attendeePW=ap&moderatorPW=other")))
                .isEqualTo("idNotUnique");
        call("create", "name=Random&meetingID=random");
        assertThat(Wire.messageKey(call("create", "name=Random&meetingID=random")))
                .isEqualTo("idNotUnique");
    }

    @Test
    void concurrentCreatesMakeOneMeeting() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 16)
                .mapToObj(i -> Wire.getLater(server, "create", "name=Room&meetingID=room&attendeePW=ap&moderatorPW=mp"))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(Wire::messageKey))
                .containsOnly("", "duplicateWarning")
                .containsOnlyOnce("");
    }

    @ParameterizedTest
    @CsvSource({
        "meetingID=room, nullError",
        "name=&meetingID=room, emptyError",
        "name=x&meetingID=room, sizeError",
        "name=Room, missingParamMeetingID",
        "name=Room&meetingID=, sizeError",
        "name=Room&meetingID=r, sizeError",
        "name=Room&meetingID=a%2Cb, validationError",
        "name=Room&meetingID=room&attendeePW=x, invalidPassword",
        "name=Room&meetingID=room&voiceBridge=abc, validationError",
        "name=Room&meetingID=room&record=maybe, validationError",
        "name=Room&meetingID=room&isBreakout=true&sequence=1, parentMeetingIDMissing",
        "name=Room&meetingID=room&isBreakout=true&sequence=1&parentMeetingID=nope, parentMeetingDoesNotExist"
    })
    void createRefusesWrongValues(String query, String key) {
        HttpResponse<String> response = call("create", query);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Wire.text(response, "returncode")).isEqualTo("FAILED");
        assertThat(Wire.messageKey(response)).isEqualTo(key);
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void takenVoiceBridgeIsReportedInTheOtherErrorForm() {
        call("create", "name=One&meetingID=one&voiceBridge=72222");
        HttpResponse<String> response = call("create", "name=Two&meetingID=two&voiceBridge=72222");
        assertThat(Wire.text(response, "key")).isEqualTo("nonUniqueVoiceBridge");
        assertThat(Wire.messageKey(response)).isEqualTo("(none)");
    }

    @Test
    void metadataNamesAreLowerCasedAndBadOnesDropped() {
        call("create", "name=Room&meetingID=room&meta_Course-ID=A%26B&meta_bad_name=x&meta_1st=y&meta_=z");
        assertThat(server.meeting("room").metadata()).hasSize(1).containsEntry("course-id", "A&B");
    }

    @Test
    void breakoutRoomIsListedWithItsParentAndEndsWithIt() {
        call("create", "name=Parent&meetingID=parent");
        HttpResponse<String> room = call(
                "create", "name=Room&meetingID=b-1&isBreakout=true&parentMeetingID=parent&sequence=2&freeJoin=true");
        assertThat(Wire.text(room, "parentMeetingID"))
                .isEqualTo(server.meeting("parent").internalMeetingId());
        assertThat(Wire.texts(call("getMeetingInfo", "meetingID=parent"), "breakout"))
                .containsExactly(Wire.text(room, "meetingID"));
        HttpResponse<String> info = call("getMeetingInfo", "meetingID=b-1");
        assertThat(Wire.text(info, "isBreakout")).isEqualTo("true");
        assertThat(Wire.text(info, "sequence")).isEqualTo("2");
        assertThat(Wire.text(info, "freeJoin")).isEqualTo("true");
        call("end", "meetingID=parent");
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void slidesInTheBodyAreRecorded() {
        String url = Wire.signed(server, "create", "name=Room&meetingID=room&attendeePW=ap&moderatorPW=mp");
        String body = """
                <modules><module name="presentation">
                <document url="https://files.example.org/a.pdf?x=1&amp;y=2" filename="a.pdf" current="true" removable="false"/>
                <document name="b.txt">SGVsbG8=</document>
                </module><module name="clientSettingsOverride"><![CDATA[{"document":1}]]></module></modules>""";
        assertThat(Wire.text(Wire.post(url, "application/xml", body), "returncode"))
                .isEqualTo("SUCCESS");
        assertThat(server.meeting("room").documents())
                .containsExactly(
                        new SlideDocument("a.pdf", "https://files.example.org/a.pdf?x=1&y=2", 0, true, false, false),
                        new SlideDocument("b.txt", "", 5, false, false, true));
        assertThat(Wire.messageKey(Wire.post(url, "application/xml", "<modules/>")))
                .isEqualTo("duplicateWarning");
        assertThat(server.meeting("room").documents()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"<modules><module>", "<!DOCTYPE x><modules/>", "no xml"})
    void malformedSlidesGiveAnErrorPageAndNoMeeting(String body) {
        String url = Wire.signed(server, "create", "name=Room&meetingID=room");
        HttpResponse<String> response = Wire.post(url, "text/xml", body);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void meetingRunsOnceSomebodyIsIn() {
        server.createMeeting("room");
        assertThat(Wire.text(call("isMeetingRunning", "meetingID=room"), "running"))
                .isEqualTo("false");
        server.meeting("room").addAttendee("u-1", "Anna");
        assertThat(Wire.text(call("isMeetingRunning", "meetingID=room"), "running"))
                .isEqualTo("true");
        assertThat(Wire.text(call("isMeetingRunning", "meetingID=nope"), "running"))
                .isEqualTo("false");
    }

    @Test
    void endTakesTheMeetingAway() {
        SimulatedMeeting meeting = server.createMeeting("room");
        assertThat(Wire.messageKey(call("end", "meetingID=room&password=wrong-but-ignored")))
                .isEqualTo("sentEndMeetingRequest");
        assertThat(meeting.ended()).isTrue();
        assertThat(Wire.messageKey(call("end", "meetingID=room"))).isEqualTo("notFound");
        assertThat(Wire.messageKey(call("getMeetingInfo", "meetingID=room"))).isEqualTo("notFound");
        assertThat(Wire.messageKey(call("getMeetings", ""))).isEqualTo("noMeetings");
    }

    @Test
    void listHasTheElementsOfARealServerInItsOrder() {
        server.createMeeting(
                "room",
                meeting -> meeting.name("A <\"quoted\"> 'x'  y")
                        .attendeePw("ap&<1>")
                        .voiceBridge("04711")
                        .dialNumber("")
                        .maxParticipants(1250)
                        .recording(true)
                        .metadata("Description", "日本語 🎉")
                        .addAttendee(SimulatedAttendee.moderator("u-1", "Änne & Söhne")
                                .withPresenter()
                                .withVoice()
                                .withVideo(2)
                                .withCustomdata("bbb_auto_join_audio", "true"))
                        .addAttendee(SimulatedAttendee.viewer("u-2", "李").withListeningOnly()));
        String internal = server.meeting("room").internalMeetingId();
        HttpResponse<String> response = call("getMeetings", "");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(response.body()).isEqualTo("""
                        <response>
                        <returncode>SUCCESS</returncode>
                        <meetings>
                        <meeting>
                        <meetingName>A &lt;&quot;quoted&quot;&gt; &apos;x&apos; y</meetingName>
                        <meetingID>room</meetingID>
                        <internalMeetingID>%s</internalMeetingID>
                        <createTime>1767254400000</createTime>
                        <createDate>Thu Jan 01 08:00:00 UTC 2026</createDate>
                        <voiceBridge>04711</voiceBridge>
                        <dialNumber></dialNumber>
                        <attendeePW>ap&amp;&lt;1&gt;</attendeePW>
                        <running>true</running>
                        <duration>0</duration>
                        <hasUserJoined>true</hasUserJoined>
                        <recording>true</recording>
                        <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
                        <startTime>1767254400037</startTime>
                        <endTime>0</endTime>
                        <participantCount>2</participantCount>
                        <listenerCount>1</listenerCount>
                        <voiceParticipantCount>1</voiceParticipantCount>
                        <videoCount>2</videoCount>
                        <maxUsers>1250</maxUsers>
                        <moderatorCount>1</moderatorCount>
                        <attendees>
                        <attendee>
                        <userID>u-1</userID>
                        <fullName>Änne &amp; Söhne</fullName>
                        <role>MODERATOR</role>
                        <isPresenter>true</isPresenter>
                        <isListeningOnly>false</isListeningOnly>
                        <hasJoinedVoice>true</hasJoinedVoice>
                        <hasVideo>true</hasVideo>
                        <clientType>HTML5</clientType>
                        <customdata>
                        <bbb_auto_join_audio>true</bbb_auto_join_audio>
                        </customdata>
                        </attendee>
                        <attendee>
                        <userID>u-2</userID>
                        <fullName>李</fullName>
                        <role>VIEWER</role>
                        <isPresenter>false</isPresenter>
                        <isListeningOnly>true</isListeningOnly>
                        <hasJoinedVoice>false</hasJoinedVoice>
                        <hasVideo>false</hasVideo>
                        <clientType>HTML5</clientType>
                        <customdata>
                        </customdata>
                        </attendee>
                        </attendees>
                        <metadata>
                        <description>日本語 🎉</description>
                        </metadata>
                        <isBreakout>false</isBreakout>
                        </meeting>
                        </meetings>
                        </response>""".formatted(internal));
    }

    @Test
    void infoAndListTellTheSame() {
        server.populate(3, 4);
        String list = call("getMeetings", "").body();
        HttpResponse<String> info = call("getMeetingInfo", "meetingID=room-1");
        String fields = info.body()
                .replace("<response>\n<returncode>SUCCESS</returncode>\n", "")
                .replace("</response>", "");
        assertThat(list).contains("<meeting>\n" + fields + "</meeting>\n");
        assertThat(info.headers().firstValue("Cache-Control")).isEmpty();
    }

    @Test
    void meetingIsFoundByItsInternalIdToo() {
        String internal = server.createMeeting("room").internalMeetingId();
        assertThat(Wire.text(call("getMeetingInfo", "meetingID=" + internal), "meetingID"))
                .isEqualTo("room");
    }

    @Test
    void populationIsTheSameOnEveryRun() {
        server.populate(30, 60);
        try (BbbSimulator other = BbbSimulator.builder().clock(clock).build().start()) {
            String again = Wire.get(other.server(0).populate(30, 60), "getMeetings", "")
                    .body();
            HttpResponse<String> response = call("getMeetings", "");
            assertThat(response.body()).isEqualTo(again);
            assertThat(Wire.texts(response, "attendee")).hasSize(1800);
            assertThat(Wire.texts(response, "clientType")).contains("DIAL-IN");
            assertThat(response.body()).contains("日本語").contains("&amp;").contains("🎶");
        }
    }

    @Test
    void meetingNobodyJoinsExpires() {
        call("create", "name=Room&meetingID=room");
        call("create", "name=Patient&meetingID=patient&meetingExpireIfNoUserJoinedInMinutes=10");
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(Wire.text(call("getMeetingInfo", "meetingID=room"), "returncode"))
                .isEqualTo("SUCCESS");
        clock.advance(Duration.ofMillis(1));
        assertThat(Wire.messageKey(call("getMeetingInfo", "meetingID=room"))).isEqualTo("notFound");
        assertThat(Wire.texts(call("getMeetings", ""), "meetingID")).containsExactly("patient");
        assertThat(Wire.messageKey(call("create", "name=Room&meetingID=room"))).isEmpty();
    }

    @Test
    void meetingEverybodyLeftExpires() {
        SimulatedMeeting meeting = server.createMeeting("room").addAttendee("u-1", "Anna");
        clock.advance(Duration.ofHours(3));
        meeting.removeAttendee("u-1");
        clock.advance(Duration.ofSeconds(59));
        assertThat(server.meetings()).containsExactly(meeting);
        clock.advance(Duration.ofSeconds(1));
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void meetingEndsAfterItsDuration() {
        server.createMeeting("room").duration(90).addAttendee("u-1", "Anna");
        clock.advance(Duration.ofMinutes(90));
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void unknownCallIsNotFoundInTheFrameworksOwnWords() {
        HttpResponse<String> xml = call("getmeetings", "");
        assertThat(xml.statusCode()).isEqualTo(404);
        assertThat(xml.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
        assertThat(xml.body()).startsWith("<Map><timestamp>1767254400000</timestamp><status>404</status>");
        HttpResponse<String> json = Wire.send(Wire.request(server.url() + "/api/create/a/b")
                .header("Accept", "application/json")
                .build());
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(json.body()).contains("\"error\":\"Not Found\"");
        assertThat(Wire.send(Wire.request(server.url().replace("/s1/", "/s9/") + "/api/getMeetings")
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void otherMethodsGetTheVersion() {
        HttpResponse<String> response = Wire.send(
                Wire.request(Wire.signed(server, "getMeetings", "")).DELETE().build());
        assertThat(Wire.text(response, "version")).isEqualTo("2.0");
    }

    @Test
    void clientThatTakesOnlyJsonGetsAnErrorPage() {
        HttpResponse<String> response = Wire.send(Wire.request(Wire.signed(server, "getMeetings", ""))
                .header("Accept", "application/json")
                .build());
        assertThat(response.statusCode()).isEqualTo(500);
    }

    @Test
    void queryThatIsNotEncodedIsABadRequest() {
        String answer = Wire.raw(
                server,
                "GET /s1/bigbluebutton/api/isMeetingRunning?meetingID=a[1] HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("<!doctype html>");
    }

    @Test
    void requestLineHasALimit() {
        String answer = Wire.raw(
                server,
                "GET /s1/bigbluebutton/api/getMeetings?x=" + "y".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1\\.1 41[34] ");
        assertThat(call("isMeetingRunning", "meetingID=room&x=" + "y".repeat(7000))
                        .statusCode())
                .isEqualTo(200);
    }
}
