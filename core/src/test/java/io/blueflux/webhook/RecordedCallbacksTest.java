// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import io.blueflux.json.JsonReader;
import io.blueflux.model.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Verifies and decodes the recorded callbacks below the folder that {@code BLUEFLUX_RECORDINGS} names. */
@EnabledIfEnvironmentVariable(named = "BLUEFLUX_RECORDINGS", matches = ".+")
class RecordedCallbacksTest {
    private static final WebhookScheme[] EVERY = WebhookScheme.values();

    @Test
    void everyRecordedDeliveryIsVerifiedBySender() throws IOException {
        JsonValue recorded = json("webhook-callbacks.json");
        SharedSecret secret = SharedSecret.of(text(recorded, "secret"));

        assertThat(requireNonNull(recorded.get("cases")).items()).isNotEmpty().allSatisfy(delivery -> {
            WebhookVerifier verifier =
                    WebhookVerifier.of(secret, text(delivery, "callbackURL")).withSchemes(WebhookScheme.BEARER, EVERY);
            String url = text(delivery, "requestURL");
            byte[] body = text(delivery, "body").getBytes(StandardCharsets.UTF_8);
            WebhookDelivery received = verifier.receive(url.substring(url.indexOf('?') + 1), null, body);

            assertThat(received.scheme()).isEqualTo(scheme(text(delivery, "sender")));
            assertThat(received.events()).singleElement().isInstanceOf(UserEvent.Joined.class);
        });
    }

    @Test
    void everyRecordedEventIsKnown() throws IOException {
        assertThat(json("webhook-events.json").items())
                .isNotEmpty()
                .extracting(EventDecoder::event)
                .noneMatch(WebhookEvent.Unknown.class::isInstance)
                .allSatisfy(
                        event -> assertThat(event.meeting().externalMeetingId()).isEqualTo("room-0001"));
    }

    @Test
    void recordedRecordingReady() throws IOException {
        byte[] body = Files.readAllBytes(file("recording-ready-body.txt"));

        assertThat(RecordingReady.verified(body, secret()).meetingId()).isEqualTo("room-0001");
    }

    @Test
    void recordedAnalyticsToken() throws IOException {
        String authorization = Files.readString(file("analytics-authorization.txt"));
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1767340800), ZoneOffset.UTC);

        assertThat(MeetingAnalytics.verified(authorization, new byte[] {'{', '}'}, secret(), clock)
                        .attendees())
                .isEmpty();
    }

    private static WebhookScheme scheme(String sender) {
        if (sender.contains("3.0.0-3.3.1")) {
            return WebhookScheme.URL_ONLY;
        }
        return sender.contains("2.x") ? WebhookScheme.FIELDS : WebhookScheme.RAW_BODY;
    }

    private static SharedSecret secret() throws IOException {
        return SharedSecret.of(text(json("checksum-vectors.json"), "secret"));
    }

    private static String text(JsonValue object, String name) {
        return requireNonNull(object.revealText(name), name);
    }

    private static JsonValue json(String name) throws IOException {
        return requireNonNull(JsonReader.read(Files.readString(file(name))), name);
    }

    private static Path file(String name) {
        return Path.of(requireNonNull(System.getenv("BLUEFLUX_RECORDINGS")), "bbb-3.0", name);
    }
}
