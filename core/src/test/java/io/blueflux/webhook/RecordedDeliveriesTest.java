// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Verifies and decodes the deliveries of genuine webhooks that lie beside the recordings. */
@EnabledIf("areThere")
class RecordedDeliveriesTest {
    private static final SharedSecret SECRET = SharedSecret.of("genuine-hooks-secret");

    static boolean areThere() {
        return System.getenv("BLUEFLUX_RECORDINGS") != null && Files.isReadable(folder().resolve("INDEX.tsv"));
    }

    @Test
    void everyDeliveryIsProvedAndNamesItsMeeting() throws IOException {
        List<String[]> rows = Files.readAllLines(folder().resolve("INDEX.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            WebhookDelivery delivery = delivery(row);

            assertThat(delivery.scheme().name()).isEqualTo(row[2]);
            assertThat(delivery.events()).hasSize(Integer.parseInt(row[4])).allSatisfy(event -> check(row[0], event));
        });
    }

    private static void check(String file, WebhookEvent event) {
        assertThat(event).isNotInstanceOf(WebhookEvent.Unknown.class);
        assertThat(event.toString()).doesNotContain("genuine-hooks-secret");
        if (event instanceof WebhookEvent.Raw raw) {
            assertThat(raw.name()).isNotNull();
        }
        if (!file.endsWith("RecordingSysMsg")) { // these say which recording, and no more
            assertThat(event.meeting().internalMeetingId()).isNotNull();
        }
    }

    private static WebhookDelivery delivery(String[] row) throws IOException {
        byte[] body = Files.readAllBytes(folder().resolve(row[0] + ".body"));
        List<String> headers = Files.readAllLines(folder().resolve(row[0] + ".headers"));
        String target = headers.get(0).split(" ", -1)[1];
        String query = target.contains("?") ? target.substring(target.indexOf('?') + 1) : null;
        return WebhookVerifier.of(SECRET, row[1])
                .withSchemes(WebhookScheme.BEARER, WebhookScheme.values())
                .receive(query, authorization(headers.stream()), body);
    }

    private static @Nullable String authorization(Stream<String> headers) {
        return headers.filter(header -> header.toLowerCase(Locale.ROOT).startsWith("authorization:"))
                .map(header -> header.substring("authorization:".length()).strip())
                .findFirst()
                .orElse(null);
    }

    private static Path folder() {
        return Path.of(requireNonNull(System.getenv("BLUEFLUX_RECORDINGS"))).resolveSibling("webhooks");
    }
}
