// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.Refusals.assertUnverified;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any text that a user can type keeps its proof, and loses it with the first change. */
class RandomDeliveriesTest {
    private static final String URL = "https://app.example.org/cb";
    private static final String SECRET = "639259d4-made-up";
    private static final String[] PIECES = {
        "\"", "\\", "/", "\u0000", "\b", "\t", "\n", "\u000b", "\f", "\r", "\u001f", "\u007f", "\u0085", "\u2028", "é",
        "李", "🎉", "&", "=", "+", "%", " ", "a", "{", "}", "[", "]", "\\u0041", "\ufeff", "\uffff"
    };

    private final WebhookVerifier verifier = WebhookVerifier.of(SharedSecret.of(SECRET), URL);
    private final Random random = new Random(42);

    @ParameterizedTest
    @EnumSource
    void fieldsOfAnyText(ChecksumAlgorithm algorithm) {
        for (int i = 0; i < 500; i++) {
            String event = text();
            String query = Forms.query(algorithm.jcaName(), URL, Forms.json(event), SECRET);

            assertThat(verifier.verify(query, null, Forms.older(event))).isEqualTo(WebhookScheme.FIELDS);
            assertThat(verifier.verify(query, null, Forms.newer(event))).isEqualTo(WebhookScheme.FIELDS);
            assertUnverified(() -> verifier.verify(query, null, Forms.older(changed(event))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rawBodyOfAnyText(ChecksumAlgorithm algorithm) {
        for (int i = 0; i < 500; i++) {
            byte[] body = Forms.newer(text());
            String query = Forms.query(algorithm.jcaName(), URL, body, SECRET);

            assertThat(verifier.verify(query, null, body)).isEqualTo(WebhookScheme.RAW_BODY);
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            WebhookVerifier rawOnly = verifier.withSchemes(WebhookScheme.RAW_BODY);
            assertUnverified(() -> rawOnly.verify(query, null, body));
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length >= 0; length--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String changed(String text) {
        int where = random.nextInt(text.length() + 1);
        while (where > 0 && where < text.length() && Character.isLowSurrogate(text.charAt(where))) {
            where--;
        }
        return text.substring(0, where) + "x" + text.substring(where);
    }
}
