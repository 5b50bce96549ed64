// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.SharedSecret;
import io.blueflux.fuzz.Choices;
import io.blueflux.json.JsonReader;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deliveries and forms, broken before they are proved and after. Regression tests unless JAZZER_FUZZ is set. */
class WebhookFuzzTest {
    private static final String SECRET = "639259d4-made-up";
    private static final String URL = "https://app.example.org/cb?key=k-made-up";
    private static final WebhookVerifier VERIFIER = WebhookVerifier.of(SharedSecret.of(SECRET), URL);
    private static final List<String> HASHES = List.of("SHA-256", "SHA-1", "SHA-384", "SHA-512");

    @FuzzTest(maxDuration = "60s")
    void provenDeliveriesAreReadOrMalformed(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        String event = CallbackFaults.JSON.in(choices.of(CallbackFaults.EVENTS), choices);
        byte[] whole = choices.onceIn(2) ? Forms.older(event) : Forms.newer(event);
        byte[] body = choices.onceIn(2) ? CallbackFaults.FORM.in(whole, choices) : whole;
        boolean byHeader = choices.onceIn(3);
        String query = byHeader ? null : Forms.query(choices.of(HASHES), URL, body, SECRET);

        WebhookDelivery delivery =
                Refusals.readOrMalformed(() -> VERIFIER.receive(query, byHeader ? "Bearer " + SECRET : null, body));

        if (delivery != null) {
            requirePrintable(delivery);
            assertThat(delivery.scheme()).isEqualTo(byHeader ? WebhookScheme.BEARER : WebhookScheme.RAW_BODY);
        }
        if (body == whole && !choices.onceIn(4)) {
            String older = Forms.query(choices.of(HASHES), URL, Forms.json(event), SECRET);
            WebhookDelivery again = Refusals.readOrMalformed(() -> VERIFIER.receive(older, null, whole));
            assertThat(again == null ? null : again.events()).isEqualTo(delivery == null ? null : delivery.events());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void whatIsBrokenOnTheWayIsUnverifiedOrSaysTheSame(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        String event = choices.of(CallbackFaults.EVENTS);
        byte[] sent = choices.onceIn(2) ? Forms.older(event) : Forms.newer(event);
        byte[] got = CallbackFaults.FORM.in(sent, choices);
        String hash = choices.of(HASHES);
        String checksum = Forms.query(hash, URL, sent, SECRET);
        String older = Forms.query(hash, URL, Forms.json(event), SECRET);

        if (!Arrays.equals(sent, got)) {
            Refusals.assertUnverified(() -> VERIFIER.receive(checksum, null, got));
        }
        requireRefusedOrEqual(() -> VERIFIER.receive(CallbackFaults.FORM.in(checksum, choices), null, sent), sent);
        requireRefusedOrEqual(() -> VERIFIER.receive(older, null, got), sent);
        requireRefusedOrEqual(
                () -> VERIFIER.receive(null, CallbackFaults.FORM.in("Bearer " + SECRET, choices), sent), sent);
    }

    @FuzzTest(maxDuration = "60s")
    void formsAreReadAsTheJdkReadsThemOrMalformed(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        byte[] body = CallbackFaults.FORM.in("a=1&b=%C3%A9+x&event=%5B%5D&c".getBytes(UTF_8), choices);

        Map<String, String> fields = Refusals.readOrMalformed(() -> FormBody.parse(body));

        assertThat(fields).isEqualTo(JdkForm.fields(body));
        if (fields != null) {
            assertThat(FormBody.parse(encoded(fields))).isEqualTo(fields);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void queriesOfMeetingsThatEndedAreReadOrMalformed(FuzzedDataProvider data) {
        String query = CallbackFaults.FORM.in("x=1&meetingID=a%20b&recordingmarks=true", Choices.of(data));

        MeetingEndedCallback callback = Refusals.readOrMalformed(() -> MeetingEndedCallback.of(query));

        assertThat(callback).isEqualTo(ended(query));
    }

    /** What else is in the query is the receiver's own. */
    private static @Nullable MeetingEndedCallback ended(String query) {
        Map<String, String> fields = JdkForm.fields(Stream.of(query.split("&", -1))
                .filter(parameter ->
                        Set.of("meetingID", "recordingmarks").contains(parameter.replaceFirst("(?s)=.*", "")))
                .filter(parameter -> parameter.contains("="))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8));
        return fields == null
                ? null
                : new MeetingEndedCallback(fields.get("meetingID"), flag(fields.get("recordingmarks")));
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return switch (text == null ? "absent" : text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0", "" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void requireRefusedOrEqual(Supplier<WebhookDelivery> read, byte[] sent) {
        WebhookDelivery expected = VERIFIER.receive(null, "Bearer " + SECRET, sent);
        try {
            WebhookDelivery delivery = read.get();
            assertThat(delivery.events()).isEqualTo(expected.events());
            assertThat(delivery.timestamp()).isEqualTo(expected.timestamp());
            assertThat(delivery.domain()).isEqualTo(expected.domain());
        } catch (CallbackRefusedException refused) {
            Refusals.assertSilent(refused);
        }
    }

    private static void requirePrintable(WebhookDelivery delivery) {
        for (WebhookEvent event : delivery.events()) {
            assertThat(JsonReader.read(event.json().revealJson())).isEqualTo(event.json());
            assertThat(event.toString()).doesNotContain(SECRET);
        }
    }
}
