// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is confidential is sorted out by the values themselves, whoever makes them. */
class ConfidentialPartsTest {
    private static final String SECRET_URL = "https://h.example/x?token=s3cr3t";

    @Test
    void callbacksAreNoMetadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("course", "tea");
        metadata.put("endcallbackurl", "https://app.example/end");
        metadata.put("bbb_recording_ready_url", SECRET_URL);
        metadata.put("origin", "https://app.example/?id=1");

        Recording recording = recording(metadata);

        assertThat(recording.metadata()).isEqualTo(Map.of("course", "tea", "origin", "https://app.example/?id=1"));
        assertThat(recording.callbacks().byName())
                .isEqualTo(Map.of(
                        "endcallbackurl",
                        Confidential.of("https://app.example/end"),
                        "bbb-recording-ready-url",
                        Confidential.of(SECRET_URL)));
        assertThat(recording.toString()).contains("tea").doesNotContain("s3cr3t");
    }

    @Test
    void metadataWithoutCallbacksStayAsTheyAre() {
        Map<String, String> metadata = Map.of("course", "tea");

        assertThat(recording(metadata).metadata()).isSameAs(metadata);
        assertThat(recording(metadata).callbacks()).isSameAs(Callbacks.NONE);
    }

    @Test
    @SuppressWarnings("NullAway") // as JSON libraries fill maps
    void aCallbackThatIsNullIsAbsent() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("endcallbackurl", null);
        metadata.put("course", null);

        Recording recording = recording(metadata);

        assertThat(recording.callbacks()).isEqualTo(Callbacks.NONE);
        assertThat(recording.callbacks().byName()).isEmpty();
        assertThat(recording.metadata()).containsOnlyKeys("course");
        assertThat(recording.toString()).contains("course=null");
    }

    @Test
    void onlyAProtectedUrlIsConfidential() {
        Recording.Format open = new Recording.Format("video", "https://h/v", null, null, null, List.of(), List.of());
        Recording.Format hidden = new Recording.Format("video", SECRET_URL, null, null, null, List.of(), List.of());
        Recording.Image image = new Recording.Image(SECRET_URL, "a slide", 1, 2);

        assertThat(open.url()).isEqualTo("https://h/v").isEqualTo(open.revealUrl());
        assertThat(open.protectedUrl()).isNull();
        assertThat(hidden.url()).isNull();
        assertThat(hidden.revealUrl()).isEqualTo(SECRET_URL);
        assertThat(image.url()).isNull();
        assertThat(image.revealUrl()).isEqualTo(SECRET_URL);
        assertThat(hidden + " " + image).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:s3cr3t@h.example/v",
                "https://h.example/v#access_token=s3cr3t",
                "https://h.example/v;jsessionid=s3cr3t",
                "https://h.example/token/s3cr3t/v",
                "//h.example/v?token=s3cr3t",
                "v.html?token=s3cr3t",
                "HTTPS://H.EXAMPLE/V?T%4FKEN=s3cr3t",
                "https://h.example/v?meetingId=1&amp;token=s3cr3t"
            })
    void aUrlThatTellsIsConfidentialInEachForm(String url) {
        Recording.Format format = new Recording.Format("video", url, null, null, null, List.of(), List.of());
        Element element = new Element("description", Map.of("about", "see " + url), "Watch " + url + " now", List.of());
        JsonValue json = JsonValue.of(Map.of("a", url, "b", List.of("see " + url)));
        Recording recording = recording(Map.of("origin", url, "text", "see " + url));

        assertThat(format.url()).isNull();
        assertThat(format.revealUrl()).isEqualTo(url);
        assertThat(element.text() + element.attributes()).doesNotContain("s3cr3t");
        assertThat(element.revealText()).contains(url);
        assertThat(json.text("a")).isNull();
        assertThat(json.members().get("b"))
                .satisfies(items -> assertThat(items.items().get(0)).isInstanceOf(JsonValue.Secret.class));
        assertThat(recording.metadata()).containsEntry("origin", url);
        assertThat(format + " " + element + json + recording).doesNotContain("s3cr3t");
    }

    @Test
    void anElementIsConfidentialByItsNameOrItsForm() {
        Element page = new Element("page", Map.of("accessToken", "s3cr3t", "kind", "a"), SECRET_URL, List.of());
        Element password = new Element("guestPassword", Map.of(), "s3cr3t", List.of());
        Element empty = new Element("guestPassword", Map.of(), "", List.of());

        assertThat(page.text()).isEmpty();
        assertThat(page.revealText()).isEqualTo(SECRET_URL);
        assertThat(page.attributes()).isEqualTo(Map.of("kind", "a"));
        assertThat(page.children()).containsExactly(new Element("accessToken", Map.of(), "s3cr3t", List.of()));
        assertThat(password.confidentialText()).isEqualTo(Confidential.of("s3cr3t"));
        assertThat(empty.confidentialText()).isNull();
        assertThat(new Element("mood", Map.of(), "good", List.of()).revealText())
                .isEqualTo("good");
    }

    @Test
    void allThatIsInAConfidentialElementIsConfidential() {
        Element item = new Element("item", Map.of("of", "s3cr3t"), "s3cr3t", List.of());
        Element list = new Element("tokens", Map.of(), "", List.of(new Element("group", Map.of(), "", List.of(item))));
        Element hidden = list.children().get(0).children().get(0);
        Element ofAttribute = new Element("accessToken", Map.of("value", "s3cr3t", "empty", ""), "", List.of());

        assertThat(hidden.text()).isEmpty();
        assertThat(hidden.revealText()).isEqualTo("s3cr3t");
        assertThat(hidden.attributes()).isEmpty();
        assertThat(ofAttribute.attributes()).isEqualTo(Map.of("empty", ""));
        assertThat(ofAttribute.children())
                .containsExactly(new Element("value", Map.of(), "", Confidential.of("s3cr3t"), List.of()));
        assertThat(hidden.children())
                .containsExactly(new Element("of", Map.of(), "", Confidential.of("s3cr3t"), List.of()));
    }

    /** Would take years if each level doubled the work. */
    @Test
    void secretsWithinSecretsAreHiddenOnce() {
        Element element = new Element("item", Map.of(), "s3cr3t", List.of());
        JsonValue json = new JsonValue.Scalar("s3cr3t", true);
        for (int depth = 0; depth < 100; depth++) {
            element = new Element("token", Map.of("kind", "a"), "", List.of(element));
            json = new JsonValue.Members(Map.of("token", new JsonValue.Items(List.of(json))));
        }
        Element inner = element;
        while (!inner.name().equals("item")) {
            inner = inner.children().get(inner.children().size() - 1);
        }

        assertThat(inner.confidentialText()).isEqualTo(Confidential.of("s3cr3t"));
        assertThat(json.revealJson()).contains("[\"s3cr3t\"]");
        assertThat(json.get("token")).isNotNull();
    }

    @Test
    void aMemberIsASecretByItsNameOrItsForm() {
        JsonValue json = JsonValue.of(Map.of(
                "password",
                Map.of("hint", "s3cr3t", "set", true),
                "session-token",
                "s3cr3t",
                "pages",
                List.of(SECRET_URL, "plain"),
                "name",
                "Tea"));

        assertThat(json.text("session-token")).isNull();
        assertThat(json.revealText("session-token")).isEqualTo("s3cr3t");
        assertThat(json.revealText("name")).isEqualTo("Tea").isEqualTo(json.text("name"));
        assertThat(json.members().get("password")).satisfies(password -> {
            assertThat(password.members().get("hint")).isInstanceOf(JsonValue.Secret.class);
            assertThat(password.text("set")).isEqualTo("true");
        });
        assertThat(json.members().get("pages"))
                .satisfies(pages -> assertThat(pages.items())
                        .containsExactly(
                                new JsonValue.Secret(Confidential.of(SECRET_URL), true),
                                new JsonValue.Scalar("plain", true)));
        assertThat(json.revealJson()).contains("\"session-token\":\"s3cr3t\"", "\"hint\":\"s3cr3t\"", SECRET_URL);
        assertThat(json.toString() + json.members().values()).doesNotContain("s3cr3t");
    }

    private static Recording recording(Map<String, String> metadata) {
        return new Recording(
                "r-1",
                null,
                null,
                null,
                new Recording.State(null, null, null, null),
                new Recording.Times(null, null),
                null,
                new Recording.Sizes(null, null),
                metadata,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
