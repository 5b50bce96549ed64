// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.SimulatedRecording.Format;
import io.blueflux.testkit.SimulatedRecording.Image;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BbbSimulatorExtension.class)
class RecordingCallsTest {
    @BeforeEach
    void record(SimulatedServer server) {
        server.addRecording(SimulatedRecording.builder("aa11-1", "room-a")
                        .name("Maths & Logic")
                        .participants(12)
                        .rawSize(5_000_000_000L)
                        .metadata("meetingName", "Maths & Logic")
                        .metadata("course", "CS-101")
                        .metadata("empty", "")
                        .format(new Format(
                                "presentation",
                                "https://bbb.example.org/p/aa11-1?a=1&b=2",
                                7177,
                                60,
                                3_000_000_000L,
                                List.of(new Image("https://bbb.example.org/1.png", "Slide \"1\"", 176, 136))))
                        .format(Format.of("video", "https://bbb.example.org/v/aa11-1"))
                        .data("events", "https://bbb.example.org/e")
                        .build())
                .addRecording(SimulatedRecording.builder("aa11-2", "room-a")
                        .state("unpublished")
                        .metadata("course", "CS-202")
                        .breakoutOf("aa11-1", 1, false)
                        .build())
                .addRecording(SimulatedRecording.builder("bb22-1", "room-b")
                        .state("processing")
                        .build());
    }

    private static List<String> found(SimulatedServer server, String query) {
        return Wire.texts(Wire.get(server, "getRecordings", query), "recordID");
    }

    @Test
    void listsOneLineARecordingAsARealServer(SimulatedServer server) {
        HttpResponse<String> response = Wire.get(server, "getRecordings", "recordID=aa11-1");
        assertThat(response.headers().firstValue("Cache-Control")).isEmpty();
        assertThat(response.body())
                .isEqualTo("<response>\n          <returncode>SUCCESS</returncode>\n          <recordings>"
                        + "<recording><recordID>aa11-1</recordID><meetingID>room-a</meetingID>"
                        + "<internalMeetingID>aa11-1</internalMeetingID><name>Maths &amp;amp; Logic</name>"
                        + "<isBreakout>false</isBreakout><published>true</published><state>published</state>"
                        + "<startTime>1767254400000</startTime><endTime>1767256200000</endTime>"
                        + "<participants>12</participants><rawSize>5000000000</rawSize>"
                        + "<metadata><meetingName>Maths &amp; Logic</meetingName><course>CS-101</course><empty/></metadata>"
                        + "<size>3001000000</size><playback>"
                        + "<format><type>presentation</type><url>https://bbb.example.org/p/aa11-1?a=1&amp;b=2</url>"
                        + "<processingTime>7177</processingTime><length>60</length><size>3000000000</size>"
                        + "<preview><images><image alt=\"Slide &quot;1&quot;\" height=\"136\" width=\"176\">"
                        + "https://bbb.example.org/1.png</image></images></preview></format>"
                        + "<format><type>video</type><url>https://bbb.example.org/v/aa11-1</url>"
                        + "<processingTime>7177</processingTime><length>60</length><size>1000000</size></format>"
                        + "</playback><data><format><type>events</type><url>https://bbb.example.org/e</url></format></data>"
                        + "</recording></recordings>\n        </response>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|aa11-1,aa11-2",
                "recordID=aa11|aa11-1,aa11-2",
                "recordID=aa11-2,bb|aa11-2",
                "recordID=bb&state=any|bb22-1",
                "meetingID=room-a,room-b|aa11-1,aa11-2",
                "meetingID=room-b&recordID=aa11-1|aa11-1",
                "meetingID=room-b|",
                "state=processing|bb22-1",
                "state=any|aa11-1,aa11-2,bb22-1",
                "state=unpublished,processing|aa11-2,bb22-1",
                "state=bogus|",
                "meta_course=CS-101|aa11-1",
                "meta_COURSE=CS%25|aa11-1,aa11-2",
                "meta_course=%25202|aa11-2",
                "meta_course=%25-10%25|aa11-1",
                "meta_course=CS|",
                "meta_other=x|"
            })
    void filters(String query, String recordIds, SimulatedServer server) {
        List<String> expected = recordIds == null ? List.of() : List.of(recordIds.split(","));
        assertThat(found(server, query == null ? "" : query)).isEqualTo(expected);
    }

    @Test
    void saysWhenThereIsNone(SimulatedServer server) {
        HttpResponse<String> response = Wire.get(server, "getRecordings", "recordID=none");
        assertThat(Wire.text(response, "returncode")).isEqualTo("SUCCESS");
        assertThat(Wire.messageKey(response)).isEqualTo("noRecordings");
        assertThat(Wire.texts(response, "recordings")).hasSize(1);
    }

    @Test
    void emptyFilterMakesTheServerFail(SimulatedServer server) {
        assertThat(Wire.get(server, "getRecordings", "meta_course=").statusCode())
                .isEqualTo(500);
    }

    @Test
    void pagesWithTheTotalAtTheTop(SimulatedServer server) {
        server.populateRecordings(250);
        HttpResponse<String> page = Wire.get(server, "getRecordings", "limit=100&offset=200");
        assertThat(Wire.texts(page, "recordID")).hasSize(52);
        assertThat(Wire.text(page, "totalElements")).isEqualTo("252");
        assertThat(Wire.texts(Wire.get(server, "getRecordings", "limit=1000"), "recordID"))
                .hasSize(100);
        assertThat(Wire.texts(Wire.get(server, "getRecordings", "offset=5"), "recordID"))
                .hasSize(252);
        assertThat(Wire.messageKey(Wire.get(server, "getRecordings", "limit=10&offset=252")))
                .isEqualTo("unexpectedError");
        HttpResponse<String> none = Wire.get(server, "getRecordings", "recordID=none&limit=10");
        assertThat(Wire.text(none, "totalElements")).isEqualTo("0");
        assertThat(Wire.messageKey(none)).isEqualTo("noRecordings");
    }

    @Test
    void publishingChangesTheStateAndRewritesTheFile(SimulatedServer server) {
        HttpResponse<String> response = Wire.get(server, "publishRecordings", "recordID=aa11-1,unknown&publish=false");
        assertThat(response.body())
                .isEqualTo("<response><returncode>SUCCESS</returncode><published>false</published></response>");
        HttpResponse<String> after = Wire.get(server, "getRecordings", "recordID=aa11-1");
        assertThat(Wire.text(after, "state")).isEqualTo("unpublished");
        assertThat(Wire.text(after, "published")).isEqualTo("false");
        assertThat(Wire.text(after, "name")).isEqualTo("Maths &amp;amp; Logic");
        assertThat(Wire.text(after, "url"))
                .startsWith("\n")
                .endsWith("\n    ")
                .contains("https://bbb.example.org/p/aa11-1?a=1&b=2");
    }

    @Test
    void updatingAddsReplacesAndRemovesMetadata(SimulatedServer server) {
        HttpResponse<String> response =
                Wire.get(server, "updateRecordings", "recordID=aa11-1&meta_Course=CS%26303&meta_empty=&meta_new=x");
        assertThat(Wire.text(response, "updated")).isEqualTo("true");
        assertThat(server.recordings().get(0).metadata())
                .containsEntry("course", "CS&303")
                .containsEntry("new", "x")
                .doesNotContainKey("empty");
    }

    @Test
    void deletedRecordingIsListedOnlyOnDemand(SimulatedServer server) {
        assertThat(Wire.text(Wire.get(server, "deleteRecordings", "recordID=aa11-1"), "deleted"))
                .isEqualTo("true");
        assertThat(found(server, "")).containsExactly("aa11-2");
        assertThat(found(server, "state=deleted")).containsExactly("aa11-1");
        assertThat(Wire.messageKey(Wire.get(server, "deleteRecordings", "recordID=aa11-1")))
                .isEqualTo("notFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishRecordings", "deleteRecordings", "updateRecordings"})
    void changesWantWholeRecordIdsThatExist(String call, SimulatedServer server) {
        assertThat(Wire.messageKey(Wire.get(server, call, "recordID=aa11&publish=true")))
                .isEqualTo("notFound");
        assertThat(Wire.messageKey(Wire.get(server, call, "publish=true"))).isEqualTo("missingParamRecordID");
    }

    @Test
    void publishingNeedsAValue(SimulatedServer server) {
        assertThat(Wire.messageKey(Wire.get(server, "publishRecordings", "recordID=aa11-1")))
                .isEqualTo("missingParamPublish");
    }

    @Test
    void publishingByPostFails(SimulatedServer server) {
        String url = Wire.signed(server, "publishRecordings", "recordID=aa11-1&publish=true");
        assertThat(Wire.post(url, "application/x-www-form-urlencoded", "x=y").statusCode())
                .isEqualTo(500);
    }
}
