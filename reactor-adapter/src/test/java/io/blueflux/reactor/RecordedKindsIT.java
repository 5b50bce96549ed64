// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.Confidential;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.test.StepVerifier;

/** Replays one answer of each kind that servers are known to give, written for this test. */
class RecordedKindsIT {
    private static final String XML = "text/xml;charset=utf-8";
    private static final String JSON = "application/json;charset=utf-8";
    private static final String HTML = "text/html";
    private static final String START = "<response>\n<returncode>SUCCESS</returncode>\n";
    private static final String FAILED = "<response>\n<returncode>FAILED</returncode>\n";
    private static final String END = "</response>";

    private final RecordedServer web = new RecordedServer();
    private final BbbClient client =
            BbbClient.builder(BbbServer.of(web.url(), "shared-secret-1")).build();

    RecordedKindsIT() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        StepVerifier.create(client.disposeLater()).expectComplete().verify(Duration.ofSeconds(20));
        web.close();
    }

    @Test
    void aListOfMeetingsIsReadWithAllItsOddities() throws IOException {
        RecordedOutcome outcome = replay(ApiCall.GET_MEETINGS, xml("meetings.xml"));

        assertThat(outcome.values()).hasSize(2);
        Meeting club = (Meeting) outcome.values().get(0);
        assertThat(club.meetingName()).isEqualTo("Chess & <Tea> ]]> 囲碁 שלום 🎲");
        assertThat(club.meetingId()).isEqualTo("клуб/7 🎲");
        assertThat(club.times().duration()).isEqualTo(Duration.ofDays(1));
        assertThat(club.times().endTime()).isNull();
        assertThat(club.counts()).isEqualTo(new Meeting.Counts(1234, 2, 1, 0, 1, 2000));
        assertThat(club.access()).isEqualTo(new Meeting.Access("00815", null, Confidential.of("a&b"), null));
        assertThat(club.attendees()).extracting("userId").containsExactly("twin", "twin");
        assertThat(club.attendees().get(0).customdata()).isEqualTo(Map.of("role", "not the attendee's", "empty", ""));
        assertThat(club.metadata())
                .containsEntry("meetingID", "not the meeting's")
                .containsEntry("cdata", "<&>");
        assertThat(club.breakoutRooms()).containsExactly("room-a", "room-b");
        assertThat(club.unknown()).hasSize(1);
        Meeting room = (Meeting) outcome.values().get(1);
        assertThat(room.meetingId()).isEqualTo("room-a");
        assertThat(room.counts().participantCount()).isEqualTo(12_345);
        assertThat(room.counts().maxUsers()).isEqualTo(1_000);
        assertThat(room.breakout()).isEqualTo(new Meeting.Breakout("internal-club-1", 2, true));
    }

    @Test
    void aListOfRecordingsIsReadWithAllItsOddities() throws IOException {
        RecordedOutcome outcome = replay(ApiCall.GET_RECORDINGS, xml("recordings.xml"));

        assertThat(outcome.values()).hasSize(2);
        Recording tea = (Recording) outcome.values().get(0);
        assertThat(tea.name()).isEqualTo("Tea & <talk>");
        assertThat(tea.meetingId()).isEqualTo("tea & talk");
        assertThat(tea.sizes()).isEqualTo(new Recording.Sizes(5_000_000_000L, 3_000_000_000L));
        assertThat(tea.breakout()).isNull();
        assertThat(tea.playback()).hasSize(2);
        assertThat(tea.playback().get(0).revealUrl()).isEqualTo("https://bbb.example.org/p/rec-1?a=1&b=2");
        assertThat(tea.playback().get(0).images())
                .containsExactly(
                        new Recording.Image("https://bbb.example.org/t/1.png", "\"Hi\" & more", 176, 136),
                        new Recording.Image("https://bbb.example.org/t/2.png", null, null, null));
        Recording room = (Recording) outcome.values().get(1);
        assertThat(room.times()).isEqualTo(new Recording.Times(null, null));
        assertThat(room.breakout()).isEqualTo(new Recording.Breakout("rec-1", 2, true));
        assertThat(room.data()).extracting(Recording.Format::type).containsExactly("events");
    }

    @Test
    void aSecondCreateIsAnsweredWithTheFirst() throws IOException {
        RecordedOutcome outcome = replay(ApiCall.CREATE, xml("create-duplicate.xml"));

        CreatedMeeting created = (CreatedMeeting) outcome.values().get(0);
        assertThat(created.isDuplicate()).isTrue();
        assertThat(created.duration()).isEqualTo(Duration.ofMinutes(-5));
    }

    @TestFactory
    Stream<DynamicTest> smallAnswersAreReadWhole() {
        return Stream.of(
                succeeds(
                        ApiCall.JOIN,
                        "<messageKey>successfullyJoined</messageKey><meeting_id>i</meeting_id><user_id>w_1</user_id>"
                                + "<session_token>s</session_token><guestStatus>WAIT</guestStatus><url>u?a=1&amp;b</url>"),
                succeeds(
                        ApiCall.GET_SESSIONS,
                        "<sessions><meeting><meetingID>i</meetingID><meetingName>A &amp; B</meetingName>"
                                + "<userName>Ada</userName><x/></meeting></sessions>"),
                succeeds(ApiCall.INSERT_DOCUMENT, "<message>uploading</message>"),
                succeeds(ApiCall.SEND_CHAT_MESSAGE, "<messageKey></messageKey><message></message>"),
                succeeds(ApiCall.PUBLISH_RECORDINGS, "<published>perhaps</published>"),
                succeeds(ApiCall.UPDATE_RECORDINGS, "<updated> true\n</updated>"),
                succeeds(ApiCall.HOOKS_CREATE, "<hookID>7</hookID><permanentHook>false</permanentHook><rawData/>"),
                succeeds(
                        ApiCall.HOOKS_LIST,
                        "<hooks><hook><hookID>7</hookID><callbackURL><![CDATA[https://h/?a=1&b=2]]></callbackURL>"
                                + "<eventID>user-joined,user-left</eventID></hook></hooks>"),
                succeeds(ApiCall.HOOKS_DESTROY, "<removed>true</removed>"),
                succeeds(ApiCall.of("tomorrowsCall"), "<a b='c'> d <e/></a>"),
                succeeds(
                        ApiCall.VERSION,
                        "<version>2.0</version>\n<apiVersion>2.0</apiVersion>\n<bbbVersion></bbbVersion>"
                                + "<graphqlApiUrl>https://bbb.example.org/api/rest</graphqlApiUrl>"),
                succeeds(ApiCall.IS_MEETING_RUNNING, "<running>true</running>"),
                succeeds(ApiCall.END, "<messageKey>sentEndMeetingRequest</messageKey>\n<message>sent</message>"),
                succeeds(
                        ApiCall.GET_MEETING_INFO,
                        "<meetingID>m</meetingID><breakout><sequence>3</sequence></breakout>"),
                succeeds(ApiCall.GET_MEETINGS, "<messageKey>noMeetings</messageKey>\n<meetings/>"),
                succeeds(ApiCall.GET_RECORDINGS, "<recordings></recordings>\n<messageKey>noRecordings</messageKey>"),
                succeeds(ApiCall.DELETE_RECORDINGS, "<deleted>true</deleted>"));
    }

    @TestFactory
    Stream<DynamicTest> smallAnswersInJsonAreReadWhole() {
        return Stream.of(
                succeedsInJson(
                        ApiCall.GET_RECORDING_TEXT_TRACKS,
                        "\"tracks\":[{\"href\":\"https://h/\\u00e9\",\"kind\":\"captions\",\"label\":\"A & B\","
                                + "\"lang\":\"en\",\"source\":\"live\",\"more\":[1,[true,null]]},{}]"),
                succeedsInJson(
                        ApiCall.PUT_RECORDING_TEXT_TRACK,
                        "\"recordId\":\"r-1\",\"messageKey\":\"upload_text_track_success\",\"message\":\"queued\""),
                succeedsInJson(ApiCall.GET_JOIN_URL, "\"message\":\"ok\",\"url\":\"https://h/join?&fullName=A\""),
                succeedsInJson(
                        ApiCall.LEARNING_DASHBOARD,
                        "\"data\":\"{\\\"users\\\":{}}\",\"sessionToken\":\"s\",\"n\":-1.5e3"),
                succeedsInJson(ApiCall.of("tomorrowsCall"), "\"a\":{\"b\":[\"c\",{\"d\":false}]}"));
    }

    @Test
    void anAnswerInJsonWithoutAReturncodeIsReadByNameOnly() {
        RecordedCase answer = answer(200, JSON, "{\"stunServers\":[{\"url\":\"stun:h\"}],\"turnServers\":[]}");

        assertThat(replay(ApiCall.of("stuns"), answer).error()).isNull();
        assertThat(replay(ApiCall.GET_JOIN_URL, answer).error()).isInstanceOf(MalformedResponseException.class);
    }

    @TestFactory
    Stream<DynamicTest> aFailureIsTheServersWordInEachOfItsShapes() {
        return Stream.of(
                fails(
                        "key and message",
                        XML,
                        FAILED + "<messageKey>notFound</messageKey><message>no</message>" + END,
                        "notFound"),
                fails(
                        "list of elements",
                        XML,
                        FAILED + "<errors><error><key>a</key><message>b</message></error>"
                                + "<error><key>c</key></error></errors>" + END,
                        "a",
                        "c"),
                fails("list of attributes", XML, FAILED + "<errors><error key='a' message='b' /></errors>" + END, "a"),
                fails("no reason", XML, FAILED + END),
                fails("no key", XML, (FAILED + "<message>no room</message>\n" + END).replace("\n", "\r\n"), ""),
                fails("another word", XML, FAILED.replace("FAILED", "ERROR") + "<messageKey>k</messageKey>" + END, "k"),
                fails(
                        "declared and indented",
                        "application/xml; charset=utf-8",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + FAILED + "  <messageKey>k</messageKey>\n"
                                + END,
                        "k"),
                fails("two roots", XML, FAILED + "<messageKey>first</messageKey>" + END + START + END, "first"),
                fails(
                        "JSON",
                        JSON,
                        "{\n \"response\": {\n \"returncode\": \"FAILED\", \"messageKey\": \"k\", \"message\": \"m\" } }",
                        "k"),
                fails("bare JSON", JSON, "{\"returncode\":\"FAILED\",\"messageKey\":\"k\",\"message\":\"m\"}", "k"));
    }

    @TestFactory
    Stream<DynamicTest> anotherStatusIsToldAsSuch() {
        return Stream.of(
                ends("nginx", 502, HTML, "<html>\n<h1>502 Bad Gateway</h1>\n</html>", HttpStatusException.class),
                ends("too many", 429, HTML, "<html><h1>429</h1></html>", HttpStatusException.class),
                ends(
                        "Tomcat",
                        500,
                        HTML,
                        "<!doctype html><html lang=\"en\"><p>500 – error</html>",
                        HttpStatusException.class),
                ends("empty", 500, XML, "", HttpStatusException.class),
                ends(
                        "unknown path",
                        404,
                        "application/xml",
                        "<Map><status>404</status></Map>",
                        HttpStatusException.class),
                ends("unknown path in JSON", 404, "application/json", "{\"status\":404}", HttpStatusException.class),
                ends(
                        "an envelope behind it",
                        500,
                        XML,
                        FAILED + "<messageKey>k</messageKey>" + END,
                        ApiFailedException.class));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotTheApisIsMalformed() {
        return Stream.of(
                malformed("empty", ""),
                malformed("null", "null"),
                malformed("HTML", "<!doctype html><html><p>sign in</html>"),
                malformed("another root", "<Map><status>200</status></Map>"),
                malformed(
                        "a document type",
                        "<!DOCTYPE response [<!ENTITY x 'y'>]>" + START + "<running>&x;</running>" + END),
                malformed("an unknown entity", START + "<running>&nbsp;</running>" + END),
                malformed("no end", START + "<meetings><meeting>"),
                malformed("cut in a name", START + "<runn"),
                malformed("wrong end tag", START + "<running>true</runing>" + END));
    }

    @TestFactory
    Stream<DynamicTest> meetingsBeforeAPoisonedOneAreHandedOver() {
        return Stream.of(
                        "<name>bell \u0007</name>",
                        "<name>no character \uFFFE</name>",
                        "<name>no character &#1;</name>",
                        "<1st>digit</1st>",
                        "<my key>space</my key>",
                        "<a:b>colon</a:b>",
                        "<<>less than</<>",
                        "<name>broken off")
                .map(poison -> dynamicTest(poison, () -> {
                    String list =
                            "<meetings><meeting><meetingID>a</meetingID></meeting><meeting><meetingID>b</meetingID>"
                                    + "</meeting><meeting><metadata>" + poison + "</metadata></meeting></meetings>";
                    RecordedOutcome outcome = replay(ApiCall.GET_MEETINGS, answer(200, XML, START + list + END));

                    assertThat(outcome.values()).extracting("meetingId").containsExactly("a", "b");
                    assertThat(outcome.error()).isInstanceOf(MalformedResponseException.class);
                }));
    }

    @Test
    void aRedirectIsNotFollowed() {
        RecordedCase redirect = new RecordedCase(
                "redirect",
                RecordedFolder.CALLS,
                List.of("HTTP/1.1 302 ", "Location: https://bbb.example.org/login?errors=[%7B]", "Content-Length: 0"),
                new byte[0]);
        for (ApiCall call : RecordedFolder.CALLS) {
            assertThat(replay(call, redirect).error()).isInstanceOf(RedirectedException.class);
        }
    }

    private DynamicTest succeeds(ApiCall call, String content) {
        return dynamicTest(call.toString(), () -> {
            RecordedOutcome outcome = replay(call, answer(200, XML, START + content + END));
            assertThat(outcome.error()).isNull();
        });
    }

    private DynamicTest succeedsInJson(ApiCall call, String content) {
        return dynamicTest(call.toString(), () -> {
            String body = "{\"response\":{\"returncode\":\"SUCCESS\"," + content + "}}";
            assertThat(replay(call, answer(200, JSON, body)).error()).isNull();
        });
    }

    private DynamicTest fails(String kind, String type, String body, String... messageKeys) {
        return ofEveryCall(kind, answer(200, type, body), outcome -> {
            assertThat(outcome.error()).isInstanceOf(ApiFailedException.class);
            assertThat(((ApiFailedException) Objects.requireNonNull(outcome.error())).errors())
                    .extracting("key")
                    .containsExactly((Object[]) messageKeys);
        });
    }

    private DynamicTest malformed(String kind, String body) {
        return ends(kind, 200, XML, body, MalformedResponseException.class);
    }

    private DynamicTest ends(String kind, int status, String type, String body, Class<? extends BbbException> error) {
        return ofEveryCall(kind, answer(status, type, body), outcome -> {
            assertThat(outcome.values()).isEmpty();
            assertThat(outcome.error()).isInstanceOf(error);
        });
    }

    private DynamicTest ofEveryCall(String kind, RecordedCase answer, Consumer<RecordedOutcome> check) {
        return dynamicTest(kind, () -> RecordedFolder.CALLS.forEach(call -> check.accept(replay(call, answer))));
    }

    private RecordedOutcome replay(ApiCall call, RecordedCase answer) {
        web.answerWith(answer);
        RecordedOutcome outcome = RecordedOutcome.of(client, call);
        outcome.verify(answer, call);
        return outcome;
    }

    private static RecordedCase xml(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RecordedKindsIT.class.getResourceAsStream("/recorded/" + resource))) {
            return RecordedCase.of(resource, RecordedFolder.CALLS, 200, XML, in.readAllBytes());
        }
    }

    private static RecordedCase answer(int status, String type, String body) {
        return RecordedCase.of("kind", RecordedFolder.CALLS, status, type, body.getBytes(StandardCharsets.UTF_8));
    }
}
