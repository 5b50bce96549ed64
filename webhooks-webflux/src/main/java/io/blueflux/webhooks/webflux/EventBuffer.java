// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookEvent;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.util.concurrent.Queues;

/**
 * The bounded hand-over from the HTTP server's threads to the application's subscriber. It outlives its subscribers, which
 * is what no {@code Sinks.Many} does without loss. One thread at a time drains; the others leave it a note in {@code wip}.
 */
final class EventBuffer {
    private final Queue<WebhookEvent> queue =
            Queues.<WebhookEvent>unboundedMultiproducer().get();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicReference<@Nullable FluxSink<WebhookEvent>> subscriber = new AtomicReference<>();
    private final int bound;
    private volatile boolean closed;

    EventBuffer(int bound) {
        this.bound = bound;
    }

    Flux<WebhookEvent> events() {
        // never buffers a second time: the drain asks for the demand before each event
        return Flux.create(this::subscribe, FluxSink.OverflowStrategy.ERROR);
    }

    private void subscribe(FluxSink<WebhookEvent> sink) {
        if (!subscriber.compareAndSet(null, sink)) {
            sink.error(new IllegalStateException("the events have a subscriber already; use publish() or share()"));
            return;
        }
        sink.onDispose(() -> subscriber.compareAndSet(sink, null));
        sink.onRequest(demand -> drain());
        drain();
    }

    /**
     * Takes all or nothing; the callers take turns. More than the bound is taken if nothing else waits, since it would not
     * fit at any later time either.
     */
    boolean offerAll(Collection<WebhookEvent> events) {
        int before = waiting.get();
        if (closed || (before > 0 && events.size() > bound - before)) {
            return false;
        }
        waiting.addAndGet(events.size());
        queue.addAll(events);
        return true;
    }

    /** Hands over what the subscriber has asked for. */
    void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            FluxSink<WebhookEvent> sink = subscriber.get();
            if (sink != null) {
                drain(sink);
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void drain(FluxSink<WebhookEvent> sink) {
        while (!sink.isCancelled() && sink.requestedFromDownstream() > 0) {
            WebhookEvent event = queue.poll();
            if (event == null) {
                break;
            }
            waiting.decrementAndGet();
            sink.next(event);
        }
        if (closed && queue.isEmpty()) {
            sink.complete();
        }
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
