// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookDelivery;
import io.blueflux.webhook.WebhookEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What makes two events the same: domain and content. It has an order, so that maps of keys whose hashes are the same stay fast.
 *
 * @param hash of these
 */
record EventKey(ByteBuffer hash) implements Comparable<EventKey> {

    @Override
    public int compareTo(EventKey other) {
        return hash.compareTo(other.hash);
    }

    /** Returns the delivery's events by their keys, in their order. */
    static Map<EventKey, WebhookEvent> keyed(WebhookDelivery delivery) {
        Map<EventKey, WebhookEvent> events = new LinkedHashMap<>();
        delivery.events().forEach(event -> events.putIfAbsent(of(delivery, event), event));
        return events;
    }

    private static EventKey of(WebhookDelivery delivery, WebhookEvent event) {
        // Without a time, events that are alike may be different events; then the delivery's own time tells them apart.
        String time = event.timestamp() == null ? delivery.timestamp().toString() : "";
        String content = delivery.domain() + "\n" + time + "\n" + event.json().revealJson();
        return new EventKey(ByteBuffer.wrap(sha256().digest(content.getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
