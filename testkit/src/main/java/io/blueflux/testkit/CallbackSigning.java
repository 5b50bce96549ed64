// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a simulated server's webhooks make body and checksum of a delivery, by the version of bbb-webhooks. */
public enum CallbackSigning {
    /** Up to 2.x: the checksum covers URL and JSON of the three fields. */
    WEBHOOKS_2,
    /** 3.0.0 to 3.3.1: by mistake the checksum covers the URL and the text {@code {}}, and so not the body. */
    WEBHOOKS_3_0,
    /** From 3.4.0 on: the checksum covers URL and raw body. */
    WEBHOOKS_3_4;

    String contentType() {
        String form = "application/x-www-form-urlencoded";
        return this == WEBHOOKS_2 ? form : form + ";charset=UTF-8";
    }

    String body(String event, long timestamp, String domain) {
        String eventField = "event=" + URLEncoder.encode(event, StandardCharsets.UTF_8);
        String domainField = "domain=" + URLEncoder.encode(domain, StandardCharsets.UTF_8);
        String timeField = "timestamp=" + timestamp;
        return this == WEBHOOKS_2
                ? String.join("&", eventField, timeField, domainField)
                : String.join("&", domainField, eventField, timeField);
    }

    /** What stands between URL and secret when the checksum is made. */
    String covered(String event, long timestamp, String domain) {
        return switch (this) {
            case WEBHOOKS_2 -> Json.text(Json.object("event", event, "timestamp", timestamp, "domain", domain));
            case WEBHOOKS_3_0 -> "{}";
            case WEBHOOKS_3_4 -> body(event, timestamp, domain);
        };
    }
}
