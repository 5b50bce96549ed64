// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookEvent;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import reactor.util.concurrent.Queues;

/**
 * The events of one server that wait, up to a bound. Whoever offers, opens or closes takes turns, and whoever polls does.
 *
 * @param <T> as what an event is handed over
 */
final class EventQueue<T> implements Handover.Source<T> {
    private final Queue<Waiting<T>> queue =
            Queues.<Waiting<T>>unboundedMultiproducer().get();
    private final AtomicInteger waiting = new AtomicInteger();
    private final int bound;
    private final Room held;
    private final Function<WebhookEvent, T> form;
    private volatile boolean closed;

    EventQueue(int bound, Room held, Function<WebhookEvent, T> form) {
        this.bound = bound;
        this.held = held;
        this.form = form;
    }

    /**
     * Takes all or nothing. More than the bound is taken if nothing else waits, since it would not fit at any later time
     * either. The bytes are those that the caller held until it was asked; they are given back as the events leave.
     */
    boolean offerAll(Collection<WebhookEvent> events, IntSupplier handOver) {
        int before = waiting.get();
        if (closed || (before > 0 && events.size() > bound - before)) {
            return false;
        }
        int bytes = handOver.getAsInt();
        int left = events.size();
        for (WebhookEvent event : events) {
            queue.add(new Waiting<>(form.apply(event), --left == 0 ? bytes : 0)); // the last one stands for all
            waiting.incrementAndGet();
        }
        return true;
    }

    @Override
    public @Nullable T poll() {
        Waiting<T> first = queue.poll();
        if (first == null) {
            return null;
        }
        waiting.decrementAndGet();
        held.give(first.bytes());
        return first.event();
    }

    /** Lets go of the oldest, so that half of the bound is free. */
    void trim() {
        while (waiting.get() > bound / 2) {
            poll();
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void open() {
        closed = false;
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isOver() {
        return closed && queue.isEmpty();
    }

    private record Waiting<T>(T event, int bytes) {}
}
