// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookVerifier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One of many servers: its verifier, what it remembers and what of it waits. */
final class ServerHook {
    private final String name;
    private final EventQueue<ServerWebhook> queue;
    private final Admission admission;
    private final Reception reception;
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile @Nullable WebhookVerifier verifier;

    ServerHook(String name, WebhookLimits limits, Room held, LongSupplier nanoTime) {
        this.name = name;
        this.queue = new EventQueue<>(limits.bufferedEvents(), held, event -> new ServerWebhook(name, event));
        this.admission = new Admission(queue, new RecentEvents(limits, nanoTime));
        this.reception = new Reception(() -> verifier, limits, held, admission);
    }

    String name() {
        return name;
    }

    Reception reception() {
        return reception;
    }

    EventQueue<ServerWebhook> queue() {
        return queue;
    }

    /** Whether it stands in the row of those whose events are next. */
    AtomicBoolean queued() {
        return queued;
    }

    /** Goes by this verifier from now on; what is remembered and what waits stays. */
    void prove(WebhookVerifier newVerifier) {
        verifier = newVerifier;
    }

    void open() {
        admission.open();
    }

    /** Admits nothing more: once this returns, what waits only gets less. */
    void close() {
        admission.close();
    }

    /** Is not known any more. */
    void remove() {
        verifier = null;
        close();
    }

    boolean isForgettable() {
        return verifier == null && queue.isOver();
    }
}
