// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Operators;

/**
 * The hand-over from the HTTP server's threads to the application's subscriber. It outlives its subscribers, which is what
 * no {@code Sinks.Many} does without loss. One thread at a time drains; the others leave it a note in {@code wip}. Whatever a
 * subscriber throws, an error of the JVM too, ends its subscription and nothing else.
 *
 * @param <T> what is handed over
 */
final class Handover<T> {
    private final Source<T> source;
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicReference<@Nullable FluxSink<T>> subscriber = new AtomicReference<>();
    private volatile boolean everSubscribed;

    Handover(Source<T> source) {
        this.source = source;
    }

    Flux<T> events() {
        // never buffers a second time: the drain asks for the demand before each event
        return Flux.<T>create(this::subscribe, FluxSink.OverflowStrategy.ERROR)
                .transform(Operators.<T, T>lift((scannable, subscriber) -> new Guard<>(subscriber)));
    }

    private void subscribe(FluxSink<T> sink) {
        if (!subscriber.compareAndSet(null, sink)) {
            sink.error(new IllegalStateException("the events have a subscriber already; use publish() or share()"));
            return;
        }
        everSubscribed = true;
        sink.onDispose(() -> subscriber.compareAndSet(sink, null));
        sink.onRequest(demand -> drain());
        drain();
    }

    /** Hands over what the subscriber has asked for. */
    void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            FluxSink<T> sink = subscriber.get();
            if (sink != null) {
                handOver(sink);
            } else if (!everSubscribed) {
                source.unread();
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void handOver(FluxSink<T> sink) {
        try {
            next(sink);
            if (source.isOver()) {
                sink.complete();
            }
        } catch (Throwable e) { // nothing of the application's, see the guard: too little memory
            subscriber.compareAndSet(sink, null);
            Guard.drop(e);
        }
    }

    private void next(FluxSink<T> sink) {
        while (!sink.isCancelled() && sink.requestedFromDownstream() > 0) {
            T first = source.poll();
            if (first == null) {
                return;
            }
            sink.next(first);
        }
    }

    /** Where the events wait; asked by one thread at a time. */
    interface Source<T> {
        /** Takes the next event out, null if none waits. */
        @Nullable
        T poll();

        /** Is told that an event may have come while nobody ever subscribed. */
        default void unread() {}

        /** Returns whether none waits and none comes any more. */
        boolean isOver();
    }
}
