// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.ApiCall;
import io.blueflux.body.Bodies;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTrackUploadTest {
    private static final String VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nHällo\n";

    @Test
    void theFileIsTheOnePartOfAForm() {
        TextTrackUpload upload = upload("talk \"one\"\r\n.vtt");
        String type = upload.body().contentType();
        String boundary = type.substring(type.indexOf('=') + 1);

        assertThat(type).matches("multipart/form-data; boundary=Blueflux-[0-9a-f]{32}");
        assertThat(Bodies.text(upload.body()))
                .isEqualTo("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"talk %22one%22%0D%0A.vtt\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n" + VTT + "\r\n--" + boundary + "--\r\n");
    }

    @Test
    void everythingElseIsInTheUrl() {
        TextTrackUpload upload = upload("a.vtt");

        assertThat(upload.call()).isEqualTo(ApiCall.PUT_RECORDING_TEXT_TRACK);
        assertThat(upload.parameters().asMap())
                .containsExactly(
                        Map.entry("recordID", "rec-1"),
                        Map.entry("kind", "captions"),
                        Map.entry("lang", "en-US"),
                        Map.entry("label", "English"));
    }

    @Test
    void eachUploadHasABoundaryOfItsOwn() {
        assertThat(upload("a.vtt").body().contentType())
                .isNotEqualTo(upload("a.vtt").body().contentType());
    }

    @Test
    void textHoldsNoContent() {
        assertThat(upload("a.vtt").toString())
                .doesNotContain("WEBVTT")
                .contains("recordID=rec-1", "multipart/form-data");
        assertThat(builder().file("a.vtt", Path.of("/private/a.vtt")).build().toString())
                .doesNotContain("/private")
                .contains("at least");
    }

    @Test
    void aTrackNeedsAFile() {
        assertThatThrownBy(() -> builder().build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().file("a.vtt", new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().file("a\u0000.vtt", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kindIsAnOpenWord() {
        assertThat(TextTrackKind.of("subtitles"))
                .isEqualTo(TextTrackKind.SUBTITLES)
                .hasToString("subtitles");
        assertThatThrownBy(() -> TextTrackKind.of("a b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static TextTrackUpload.Builder builder() {
        return TextTrackUpload.builder("rec-1", TextTrackKind.CAPTIONS, "en-US");
    }

    private static TextTrackUpload upload(String name) {
        return builder().label("English").file(name, VTT.getBytes(UTF_8)).build();
    }
}
