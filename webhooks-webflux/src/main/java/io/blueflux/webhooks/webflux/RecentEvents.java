// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** The events of the last minutes, so that repetitions can be told. Not for use by several threads at once. */
final class RecentEvents {
    private final Set<EventKey> keys = new HashSet<>();
    private final Deque<Seen> order = new ArrayDeque<>();
    private final long windowNanos;
    private final int bound;
    private final LongSupplier nanoTime;

    RecentEvents(WebhookLimits limits, LongSupplier nanoTime) {
        this.windowNanos = limits.duplicateWindow().toNanos();
        this.bound = limits.duplicateEntries();
        this.nanoTime = nanoTime;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Removes from a set what is remembered. */
    void removeFrom(Collection<EventKey> events, long now) {
        while (!order.isEmpty() && now - order.peekFirst().nanoTime() >= windowNanos) {
            forgetOldest();
        }
        events.removeAll(keys);
    }

    void addAll(Collection<EventKey> events, long now) {
        for (EventKey event : events) {
            keys.add(event);
            order.addLast(new Seen(event, now));
            if (order.size() > bound) {
                forgetOldest();
            }
        }
    }

    private void forgetOldest() {
        keys.remove(order.removeFirst().key());
    }

    private record Seen(EventKey key, long nanoTime) {}
}
