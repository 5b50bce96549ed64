// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BbbSimulatorExtension.class)
class TextTrackCallsTest {
    private static final String VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nGrüße\n";

    @BeforeEach
    void record(SimulatedServer server) {
        server.addRecording(SimulatedRecording.builder("r-1", "room")
                        .textTrack(SimulatedTextTrack.of("subtitles", "pt-BR", "Português \"BR\""))
                        .build())
                .addRecording(SimulatedRecording.builder("r-2", "room").build());
    }

    private static String part(String head, String content) {
        return "--frontier\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    }

    private static HttpResponse<String> put(SimulatedServer server, String query, String parts) {
        return Wire.post(
                Wire.signed(server, "putRecordingTextTrack", query),
                "multipart/form-data; boundary=frontier",
                parts + "--frontier--\r\n");
    }

    private static String file(String content) {
        return part("name=\"file\"; filename=\"a.vtt\"\r\nContent-Type: text/vtt", content);
    }

    @Test
    void tracksAreListedInJson(SimulatedServer server) {
        HttpResponse<String> response = Wire.get(server, "getRecordingTextTracks", "recordID=r-1");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(response.body())
                .startsWith("{\"response\":{\"returncode\":\"SUCCESS\",\"tracks\":[{\"href\":\"" + server.url()
                        + "/textTrack/")
                .endsWith("/r-1/subtitles_pt-BR.vtt\",\"kind\":\"subtitles\",\"label\":\"Português \\\"BR\\\"\","
                        + "\"lang\":\"pt-BR\",\"source\":\"upload\"}]}}");
    }

    @Test
    void eachListingHasFreshAddresses(SimulatedServer server) {
        String first =
                Wire.get(server, "getRecordingTextTracks", "recordID=r-1").body();
        assertThat(Wire.get(server, "getRecordingTextTracks", "recordID=r-1").body())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"r-9, noRecordings, No recording found for r-9", "r-2, noCaptionsFound, No captions found for r-2"})
    void listingFailsInJson(String recordId, String key, String message, SimulatedServer server) {
        assertThat(Wire.get(server, "getRecordingTextTracks", "recordID=" + recordId)
                        .body())
                .isEqualTo("{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"" + key + "\",\"message\":\""
                        + message + "\"}}");
    }

    @Test
    void mistakesBeforeTheCallAreToldInXml(SimulatedServer server) {
        assertThat(Wire.messageKey(Wire.get(server, "getRecordingTextTracks", "a=b")))
                .isEqualTo("missingParamRecordID");
        HttpResponse<String> unsigned =
                Wire.send(Wire.request(server.url() + "/api/getRecordingTextTracks?recordID=r-1")
                        .build());
        assertThat(Wire.messageKey(unsigned)).isEqualTo("checksumError");
    }

    @Test
    void uploadedTrackAppears(SimulatedServer server) {
        HttpResponse<String> response =
                put(server, "recordID=r-2&kind=captions&lang=en_US&label=English+%26", file(VTT));
        assertThat(response.body())
                .isEqualTo("{\"response\":{\"returncode\":\"SUCCESS\",\"recordId\":\"r-2\","
                        + "\"messageKey\":\"upload_text_track_success\","
                        + "\"message\":\"Text track uploaded successfully\"}}");
        assertThat(server.recordings().get(1).textTracks())
                .containsExactly(new SimulatedTextTrack("captions", "en-US", "English &", "upload", VTT));
        assertThat(Wire.get(server, "getRecordingTextTracks", "recordID=r-2").body())
                .contains("/r-2/captions_en-US.vtt");
    }

    @Test
    void parametersMayBePartsToo(SimulatedServer server) {
        String parts = part("name=\"recordID\"", "r-2")
                + part("name=\"kind\"", "subtitles")
                + part("name=\"lang\"", "de")
                + file(VTT);
        assertThat(put(server, "", parts).body()).contains("upload_text_track_success");
        assertThat(server.recordings().get(1).textTracks())
                .extracting(SimulatedTextTrack::lang)
                .containsExactly("de");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=captions&lang=de, paramError",
        "recordID=r-9&kind=captions&lang=en-US, noRecordings",
        "recordID=r-2&lang=de, paramError",
        "recordID=r-2&kind=karaoke&lang=de, invalidKind",
        "recordID=r-2&kind=captions, paramError",
        "recordID=r-2&kind=captions&lang=en-US, invalidLang",
        "recordID=r-2&kind=captions&lang=english, invalidLang"
    })
    void uploadFailsInPrintedJson(String query, String key, SimulatedServer server) {
        assertThat(put(server, query, file(VTT)).body())
                .startsWith("{\n    \"response\": {\n        \"returncode\": \"FAILED\",\n        \"messageKey\": \""
                        + key + "\",\n        \"message\": \"");
        assertThat(server.recordings().get(1).textTracks()).isEmpty();
    }

    @Test
    void emptyFileIsToldFromNone(SimulatedServer server) {
        String query = "recordID=r-2&kind=captions&lang=de";
        assertThat(put(server, query, file("")).body()).contains("empty_uploaded_text_track");
        assertThat(put(server, query, part("name=\"other\"", "x")).statusCode()).isEqualTo(500);
    }

    @Test
    void clientThatTakesOnlyXmlGetsNoJson(SimulatedServer server) {
        HttpRequest request = Wire.request(Wire.signed(server, "getRecordingTextTracks", "recordID=r-1"))
                .header("Accept", "application/xml")
                .build();
        assertThat(Wire.send(request).statusCode()).isEqualTo(500);
    }
}
