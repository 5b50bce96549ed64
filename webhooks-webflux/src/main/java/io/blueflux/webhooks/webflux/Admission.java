// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookDelivery;
import io.blueflux.webhook.WebhookEvent;
import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.util.Map;

/**
 * Decides about verified deliveries, one at a time: an event is remembered if and only if it got a place in the queue, so
 * that the retry of a refused one is not taken for a repetition. The lock covers a few steps in memory, never the
 * application's code.
 */
final class Admission {
    private final EventQueue<?> queue;
    private final RecentEvents recent;

    Admission(EventQueue<?> queue, RecentEvents recent) {
        this.queue = queue;
        this.recent = recent;
    }

    /** Admits all new events of a delivery or none; the queue has the body's bytes from then on, if any event waits. */
    Answer admit(WebhookDelivery delivery, BoundedBody body) {
        Map<EventKey, WebhookEvent> events = EventKey.keyed(delivery);
        synchronized (this) {
            long now = recent.now(); // first, so that what it throws changes nothing
            recent.removeFrom(events.keySet(), now);
            if (events.isEmpty()) {
                return delivery.events().isEmpty() ? Answer.ACCEPTED : Answer.DUPLICATE;
            }
            if (!queue.offerAll(events.values(), body::handOver)) {
                return Answer.BUSY;
            }
            recent.addAll(events.keySet(), now);
            return Answer.ACCEPTED;
        }
    }

    synchronized void open() {
        queue.open();
    }

    synchronized void close() {
        queue.close();
    }
}
