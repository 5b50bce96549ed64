// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookEvent;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;

/**
 * The bounded hand-over from the HTTP server's threads to the application's subscriber. It outlives its subscribers, which
 * is what no {@code Sinks.Many} does without loss. One thread at a time drains; the others leave it a note in {@code wip}.
 * Whatever a subscriber throws, an error of the JVM too, ends its subscription and nothing else.
 */
final class EventBuffer {
    private final Queue<Waiting> queue =
            Queues.<Waiting>unboundedMultiproducer().get();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicReference<@Nullable FluxSink<WebhookEvent>> subscriber = new AtomicReference<>();
    private final int bound;
    private final HeldBytes held;
    private volatile boolean closed;

    EventBuffer(int bound, HeldBytes held) {
        this.bound = bound;
        this.held = held;
    }

    Flux<WebhookEvent> events() {
        // never buffers a second time: the drain asks for the demand before each event
        return Flux.<WebhookEvent>create(this::subscribe, FluxSink.OverflowStrategy.ERROR)
                .transform(Operators.<WebhookEvent, WebhookEvent>lift((source, subscriber) -> new Guard(subscriber)));
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
     * fit at any later time either. The bytes are those that the caller held until it was asked; they are given back as the
     * events leave.
     */
    boolean offerAll(Collection<WebhookEvent> events, IntSupplier handOver) {
        int before = waiting.get();
        if (closed || (before > 0 && events.size() > bound - before)) {
            return false;
        }
        int bytes = handOver.getAsInt();
        int left = events.size();
        for (WebhookEvent event : events) {
            queue.add(new Waiting(event, --left == 0 ? bytes : 0)); // the last one stands for all
            waiting.incrementAndGet();
        }
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
                handOver(sink);
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void handOver(FluxSink<WebhookEvent> sink) {
        try {
            next(sink);
            if (closed && queue.isEmpty()) {
                sink.complete();
            }
        } catch (Throwable e) { // nothing of the application's, see the guard: too little memory
            subscriber.compareAndSet(sink, null);
            Guard.drop(e);
        }
    }

    private void next(FluxSink<WebhookEvent> sink) {
        while (!sink.isCancelled() && sink.requestedFromDownstream() > 0) {
            Waiting first = queue.poll();
            if (first == null) {
                return;
            }
            waiting.decrementAndGet();
            held.give(first.bytes());
            sink.next(first.event());
        }
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    private record Waiting(WebhookEvent event, int bytes) {}
}
