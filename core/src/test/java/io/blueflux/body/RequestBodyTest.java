// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.request.InsertDocumentRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
    private static final Path NOWHERE = Path.of("/private/nowhere");

    @Test
    void fileIsNotReadBeforeItIsSent() {
        RequestBody body = RequestBody.of("application/xml", NOWHERE);

        assertThat(body.contentType()).isEqualTo("application/xml");
        assertThat(body.segments()).containsExactly(new BodySegment("body", new BodySource.File(NOWHERE), false));
        assertThat(body.toString()).contains("at least").doesNotContain("private");
    }

    @Test
    void contentTypeOfAFileCannotSmuggleHeaders() {
        assertThatThrownBy(() -> RequestBody.of("text/xml\r\nX: y", NOWHERE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void documentsAreWhatInsertDocumentSends() {
        List<Document> documents = List.of(Document.url("https://h/a.pdf"), Document.inline("b.txt", new byte[] {1}));

        assertThat(Bodies.text(RequestBody.ofDocuments(documents)))
                .isEqualTo(
                        Bodies.text(InsertDocumentRequest.of("room", documents).body()));
        assertThatThrownBy(() -> RequestBody.ofDocuments(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void modulesThatCannotBeXmlAreRefused() {
        assertThatThrownBy(() -> RequestBody.ofDocuments(List.of(), Map.of("notes", "a\u0000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("notes");
    }

    @Test
    void textTrackIsTheOnePartOfAForm() {
        RequestBody body = RequestBody.ofTextTrack("a.vtt", NOWHERE);

        assertThat(body.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(body.segments()).hasSize(3).contains(new BodySegment("a.vtt", new BodySource.File(NOWHERE), false));
        assertThatThrownBy(() -> RequestBody.ofTextTrack("a\u0000.vtt", NOWHERE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
