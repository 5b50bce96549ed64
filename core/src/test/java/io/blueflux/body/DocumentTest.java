// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.ApiCall;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.InsertDocumentRequest;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DocumentTest {
    @Test
    void documentsAreWrittenInOrder() {
        assertThat(xml(
                        Document.url("https://h.example/a.pdf?x=1&y=2"),
                        Document.url("https://h.example/get", "b.pdf")
                                .withCurrent(true)
                                .withDownloadable(false)
                                .withRemovable(true),
                        Document.inline("c.txt", "hello".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("<modules><module name=\"presentation\">"
                        + "<document url=\"https://h.example/a.pdf?x=1&amp;y=2\"></document>"
                        + "<document url=\"https://h.example/get\" filename=\"b.pdf\" current=\"true\""
                        + " downloadable=\"false\" removable=\"true\"></document>"
                        + "<document name=\"c.txt\">aGVsbG8=</document>"
                        + "</module></modules>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b>&\"'.pdf", "tab\tline\r\nend.pdf", "ünï 😀 עב.pdf", "]]>.pdf", "&amp;.pdf"})
    void namesSurviveAnXmlParser(String name) throws Exception {
        byte[] content = new byte[1000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }

        Element document = parsed(Document.inline(name, content));

        assertThat(document.getAttribute("name")).isEqualTo(name);
        assertThat(Base64.getDecoder().decode(document.getTextContent())).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "slides", "slides.", ".pdf", "a/.pdf", "a.p df"})
    void nameWithoutExtensionIsRefused(String name) {
        assertThatThrownBy(() -> Document.inline(name, new byte[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extension");
        assertThatThrownBy(() -> Document.url("https://h.example/a.pdf", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extension");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h.example.com", "https://h.example.com/", "https://h.example/get?file=a.pdf"})
    void urlWithoutExtensionNeedsAName(String url) {
        assertThatThrownBy(() -> Document.url(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extension");
        assertThat(Document.url(url, "a.pdf")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a.pdf", "file:///etc/a.pdf", "https://h.example/a b.pdf", "https://h.example/a\u0000.pdf"})
    void whatIsNoUrlIsRefused(String url) {
        assertThatThrownBy(() -> Document.url(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void emptyContentIsRefused() {
        assertThatThrownBy(() -> Document.inline("a.pdf", new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void modulesFollowTheDocuments() throws Exception {
        String json = "{\"a\":\"<]]>&\\r\\n😀\"}\r\n";
        CreateRequest request = CreateRequest.builder("room", "A room")
                .clientSettingsOverrideModule(json)
                .sharedNotesJsonModule("[1]")
                .sharedNotesMarkdownModule("# <Notes>\r\n")
                .document(Document.url("https://h.example/a.pdf"))
                .build();

        NodeList modules = parsed(request.body()).getElementsByTagName("module");

        assertThat(IntStream.range(0, modules.getLength())
                        .mapToObj(i -> (Element) modules.item(i))
                        .map(module -> module.getAttribute("name") + "=" + module.getTextContent()))
                .containsExactly(
                        "presentation=",
                        "clientSettingsOverride=" + json,
                        "sharedNotesInitialContentJson=[1]",
                        "sharedNotesInitialContentMarkdown=# <Notes>\r\n");
        assertThat(request.parameters().asMap()).containsOnlyKeys("meetingID", "name");
    }

    @Test
    void modulesThatAreNotWellFormedAreRefused() {
        CreateRequest.Builder builder = CreateRequest.builder("room", "A room");
        assertThatThrownBy(() -> builder.clientSettingsOverrideModule("{\"a\":1,}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the module clientSettingsOverride must be a JSON object");
        assertThatThrownBy(() -> builder.sharedNotesJsonModule("[")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.sharedNotesMarkdownModule("a\u0000b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.build().body()).isNull();
    }

    @Test
    void documentsAreInsertedAsTheyAreCreated() {
        Document document = Document.inline("a.txt", new byte[] {1});
        InsertDocumentRequest request = InsertDocumentRequest.of("room", List.of(document));

        assertThat(request.call()).isEqualTo(ApiCall.INSERT_DOCUMENT);
        assertThat(request.parameters().asMap()).containsExactly(Map.entry("meetingID", "room"));
        assertThat(Bodies.text(request.body())).isEqualTo(xml(document));
        assertThatThrownBy(() -> InsertDocumentRequest.of("room", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPublishersSizeIsPositive() {
        Flow.Publisher<ByteBuffer> never = subscriber -> {};
        assertThatThrownBy(() -> Document.inline("a.pdf", 0, never)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Document.inline("a.pdf", 5, never)).hasToString("a.pdf, 5 bytes");
        assertThat(Document.inline("a.pdf", Path.of("/private/x"))).hasToString("a.pdf");
        assertThatThrownBy(() -> Document.inline("a", Path.of("a.pdf"))).hasMessageContaining("extension");
    }

    @Test
    void contentIsCopied() {
        byte[] content = {'a'};
        Document document = Document.inline("a.txt", content);

        content[0] = 'b';

        assertThat(xml(document)).contains(">YQ==<");
    }

    @Test
    void textHidesTheQueryOfAUrl() {
        assertThat(Document.url("https://h.example/a.pdf?token=s3cr3t")).hasToString("https://h.example/a.pdf");
        assertThat(Document.inline("a.txt", new byte[3])).hasToString("a.txt, 3 bytes");
    }

    private static @Nullable RequestBody body(Document... documents) {
        CreateRequest.Builder builder = CreateRequest.builder("room", "A room");
        for (Document document : documents) {
            builder.document(document);
        }
        return builder.build().body();
    }

    private static String xml(Document... documents) {
        return Bodies.text(body(documents));
    }

    private static Element parsed(Document document) throws Exception {
        return (Element) parsed(body(document)).getElementsByTagName("document").item(0);
    }

    private static org.w3c.dom.Document parsed(@Nullable RequestBody body) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Bodies.bytes(body)));
    }
}
