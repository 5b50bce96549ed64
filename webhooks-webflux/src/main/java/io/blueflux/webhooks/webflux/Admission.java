// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookDelivery;
import io.blueflux.webhook.WebhookEvent;
import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.util.Map;

/**
 * Decides about verified deliveries, one at a time: an event is remembered if and only if it got a place in the buffer, so
 * that the retry of a refused one is not taken for a repetition. The lock covers a few steps in memory, never the
 * application's code.
 */
final class Admission {
    private final EventBuffer buffer;
    private final RecentEvents recent;

    Admission(EventBuffer buffer, RecentEvents recent) {
        this.buffer = buffer;
        this.recent = recent;
    }

    /** Admits all new events of a delivery or none. */
    Answer admit(WebhookDelivery delivery) {
        Map<EventKey, WebhookEvent> events = EventKey.keyed(delivery);
        synchronized (this) {
            recent.removeFrom(events.keySet());
            if (events.isEmpty()) {
                return delivery.events().isEmpty() ? Answer.ACCEPTED : Answer.DUPLICATE;
            }
            if (!buffer.offerAll(events.values())) {
                return Answer.BUSY;
            }
            recent.addAll(events.keySet());
            return Answer.ACCEPTED;
        }
    }

    synchronized void close() {
        buffer.close();
    }
}
