// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;

import io.blueflux.json.JsonReader;
import io.blueflux.model.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One verified request of a server's webhooks (BBB API, "Delivery").
 *
 * @param scheme what proved it
 * @param timestamp {@code timestamp}: when the server made the delivery; retries repeat it
 * @param domain {@code domain}: the server's name for itself; webhooks 2.2 and later
 * @param events {@code event}: mostly one; several if the server's admin allowed it, in their order
 */
public record WebhookDelivery(
        WebhookScheme scheme, Instant timestamp, @Nullable String domain, List<WebhookEvent> events) {

    /** Copies the events. */
    public WebhookDelivery {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(events, "events");
        events = List.copyOf(events);
    }

    static WebhookDelivery decode(WebhookScheme scheme, WebhookBody body) {
        JsonValue event = JsonReader.read(body.event());
        List<JsonValue> events = event instanceof JsonValue.Members ? List.of(event) : items(event);
        return new WebhookDelivery(
                scheme,
                body.time(),
                body.domain(),
                events.stream().map(EventDecoder::event).toList());
    }

    private static List<JsonValue> items(@Nullable JsonValue event) {
        if (event instanceof JsonValue.Items) {
            return event.items();
        }
        throw malformed("the event is no JSON array or object, is too deep or names a member twice");
    }
}
