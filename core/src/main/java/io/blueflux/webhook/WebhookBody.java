// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The three fields of a delivery, as texts.
 *
 * @param event {@code event}: JSON text
 * @param timestamp {@code timestamp}: milliseconds
 * @param domain {@code domain}; webhooks 2.2 and later
 */
record WebhookBody(String event, String timestamp, @Nullable String domain) {
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,18}");
    private static final Set<String> NAMES = Set.of("event", "timestamp", "domain");

    Instant time() {
        return Instant.ofEpochMilli(Long.parseLong(timestamp));
    }

    static WebhookBody parse(byte[] body) {
        Map<String, String> fields = FormBody.parse(body);
        String event = fields.get("event");
        String timestamp = fields.get("timestamp");
        if (event == null || timestamp == null || !TIMESTAMP.matcher(timestamp).matches()) {
            throw malformed("the body has no event or no timestamp");
        }
        // Callback URL and body are hashed without a mark between them. If the first field may have any name, a body
        // can begin with the end of another hook's URL, and that hook's checksum fits.
        if (!NAMES.contains(fields.keySet().iterator().next())) {
            throw malformed("the body begins with an unknown field");
        }
        return new WebhookBody(event, timestamp, fields.get("domain"));
    }
}
