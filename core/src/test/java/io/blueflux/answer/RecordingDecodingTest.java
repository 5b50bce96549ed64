// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.RECORDINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Element;
import io.blueflux.model.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingDecodingTest {
    private static final String THREE = """
            <response>
              <returncode>SUCCESS</returncode>
              <recordings>
                <recording><recordID>r-1</recordID><meetingID>a &amp;amp; b</meetingID>\
            <internalMeetingID>r-1</internalMeetingID><name>A &amp;amp; B</name><isBreakout>false</isBreakout>\
            <published>true</published><state>published</state><startTime>1767254400000</startTime>\
            <endTime>1767256200000</endTime><participants>1,024</participants><rawSize>5000000000</rawSize>\
            <metadata><meetingId>a &amp; b</meetingId><meetingName>A &amp; B</meetingName><size>7</size></metadata>\
            <breakout><parentId>unknown</parentId><sequence>0</sequence><freeJoin>false</freeJoin></breakout>\
            <size>4294967296</size>
            <playback><format><type>presentation</type><url>
               https://h/playback/presentation/2.3/r-1?a=1&amp;b=2
            </url><processingTime>7177</processingTime><length>29</length><size>2147483648</size>
            <preview><images><image alt="Wel&quot;come" height="136" width="176">
            https://h/1.png
            </image><image alt="" height="x">https://h/2.png</image></images></preview>
            <preview2><images><image>no</image></images></preview2></format>
            <format><type>video</type><url>https://h/v</url><length>0</length></format></playback>
            <data><format><type>statistics</type><url>https://h/s</url></format></data>
                </recording>
                <recording><recordID>r-2</recordID><meetingID>m</meetingID><name>Room 2</name>\
            <isBreakout>true</isBreakout><breakout><parentId>p</parentId><sequence>2</sequence>\
            <freeJoin>true</freeJoin><mood>good</mood></breakout><startTime>0</startTime><endTime>0</endTime>\
            <playback/><data></data><breakoutRooms><breakoutRoom>
            b-1
            </breakoutRoom><breakoutRoom>b-2</breakoutRoom></breakoutRooms></recording>
                <recording><protected>true</protected><metadata><![CDATA[]]></metadata><recordID>r-3</recordID>
            <error><recordID>x</recordID></error></recording>
              </recordings>
              <totalElements>3</totalElements>
              <pagination><pageable><offset>0</offset></pageable></pagination>
            </response>
            """;

    @Test
    void everyFieldOfARecordingIsRead() {
        Recording recording = Splits.decode(RECORDINGS, THREE).values().get(0);

        assertThat(recording)
                .isEqualTo(new Recording(
                        "r-1",
                        "a & b",
                        "r-1",
                        "A & B",
                        new Recording.State("published", true, false, null),
                        new Recording.Times(Instant.ofEpochMilli(1767254400000L), Instant.ofEpochMilli(1767256200000L)),
                        1024,
                        new Recording.Sizes(5_000_000_000L, 4_294_967_296L),
                        Map.of("meetingId", "a & b", "meetingName", "A & B", "size", "7"),
                        null,
                        List.of(),
                        List.of(
                                new Recording.Format(
                                        "presentation",
                                        "https://h/playback/presentation/2.3/r-1?a=1&b=2",
                                        Duration.ofMillis(7177),
                                        Duration.ofMinutes(29),
                                        2_147_483_648L,
                                        List.of(
                                                new Recording.Image("https://h/1.png", "Wel\"come", 176, 136),
                                                new Recording.Image("https://h/2.png", null, null, null)),
                                        List.of(new Element(
                                                "preview2",
                                                Map.of(),
                                                "",
                                                List.of(new Element(
                                                        "images",
                                                        Map.of(),
                                                        "",
                                                        List.of(new Element("image", Map.of(), "no", List.of()))))))),
                                new Recording.Format(
                                        "video", "https://h/v", null, Duration.ZERO, null, List.of(), List.of())),
                        List.of(new Recording.Format(
                                "statistics", "https://h/s", null, null, null, List.of(), List.of())),
                        List.of()));
    }

    @Test
    void breakoutFactsCountForBreakoutRoomsOnly() {
        Recording recording =
                Splits.whole(RECORDINGS, THREE.getBytes(UTF_8)).values().get(1);

        assertThat(recording.breakout()).isEqualTo(new Recording.Breakout("p", 2, true));
        assertThat(recording.breakoutRooms()).containsExactly("b-1", "b-2");
        assertThat(recording.name()).isEqualTo("Room 2");
        assertThat(recording.meetingId()).isEqualTo("m");
        assertThat(recording.times()).isEqualTo(new Recording.Times(null, null));
        assertThat(recording.playback()).isEmpty();
        assertThat(recording.unknown()).containsExactly(new Element("mood", Map.of(), "good", List.of()));
    }

    @Test
    void balancersProtectRecordingsAndOldServersReportErrorsInThem() {
        Recording recording =
                Splits.whole(RECORDINGS, THREE.getBytes(UTF_8)).values().get(2);

        assertThat(recording.status()).isEqualTo(new Recording.State(null, null, null, true));
        assertThat(recording.recordId()).isEqualTo("r-3");
        assertThat(recording.metadata()).isEmpty();
        assertThat(recording.name()).isNull();
        assertThat(recording.unknown()).extracting(Element::name).containsExactly("error");
    }

    @Test
    void everyCutBeforeTheEndOfTheRootIsMalformed() {
        byte[] body = THREE.getBytes(UTF_8);

        Splits.checkEveryCutIsMalformed(RECORDINGS, body, body.length - 1);
    }

    @Test
    void noRecordingsAreNone() {
        assertThat(Splits.decode(RECORDINGS, """
                        <response>
                          <returncode>SUCCESS</returncode>
                          <recordings></recordings>
                          <messageKey>noRecordings</messageKey>
                          <message>There are no recordings for the meeting(s).</message>
                        </response>""")).isEqualTo(new Splits.Outcome<>(List.of(), "", null));
        assertThat(Splits.decode(
                        RECORDINGS,
                        "<response><returncode>SUCCESS</returncode><messageKey>noRecordings</messageKey></response>"))
                .isEqualTo(new Splits.Outcome<>(List.of(), "", null));
    }
}
