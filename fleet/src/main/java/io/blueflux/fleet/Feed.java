// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

/**
 * One subscriber of a stream. It is told that something changed, and makes a value only when one is wanted; so nothing queues.
 *
 * @param <T> what is streamed
 */
abstract class Feed<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BbbFleet.class);

    private final FluxSink<T> sink;
    private final AtomicInteger wanting = new AtomicInteger();

    Feed(FluxSink<T> sink) {
        this.sink = sink;
    }

    /** A server was added or is known differently. Called under the lock of the fleet's state, as the next two. */
    abstract void changed(String server);

    /** A poll of a server finished. */
    abstract void polled(String server);

    /** A server was removed. */
    abstract void removed(String server);

    /** Returns the next value, or null if there is nothing new. Called by one thread at a time. */
    abstract @Nullable T next();

    /** Hands over what is new, as far as it is wanted. Never called under a lock. */
    final void drain() {
        if (wanting.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            handOver();
            seen = wanting.addAndGet(-seen);
        }
    }

    final void complete() {
        sink.complete();
    }

    private void handOver() {
        while (sink.requestedFromDownstream() > 0 && !sink.isCancelled()) {
            T value = next();
            if (value == null) {
                return;
            }
            tell(value);
        }
    }

    /** A subscriber that throws, which none may, loses its subscription and does not hurt the others. */
    private void tell(T value) {
        try {
            sink.next(value);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.error("a subscriber of the fleet threw", e);
            sink.error(e);
        }
    }
}
