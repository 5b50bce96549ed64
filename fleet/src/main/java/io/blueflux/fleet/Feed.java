// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * One subscriber of a stream. It is told that something changed, and makes a value only when one is wanted; so nothing queues.
 *
 * @param <T> what is streamed
 */
abstract class Feed<T> implements Subscription, FleetState.Listener {
    @SuppressWarnings("rawtypes")
    private static final AtomicLongFieldUpdater<Feed> WANTED = AtomicLongFieldUpdater.newUpdater(Feed.class, "wanted");

    final FleetState state;
    private final CoreSubscriber<? super T> subscriber;
    private final AtomicInteger calls = new AtomicInteger(1); // the first is begin()
    private volatile long wanted;
    private volatile boolean closed;
    private volatile boolean over;

    Feed(FleetState state, CoreSubscriber<? super T> subscriber) {
        this.state = state;
        this.subscriber = subscriber;
    }

    /** Returns a stream that begins with what is known when it is subscribed to. */
    static <T> Flux<T> stream(Function<CoreSubscriber<? super T>, Feed<T>> feeds) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> subscriber) {
                feeds.apply(subscriber).begin();
            }
        };
    }

    /** Returns the next value, or null if there is nothing new. Called by one thread at a time. */
    abstract @Nullable T next();

    /** Gives up what the feed holds. */
    void release() {}

    private void begin() {
        if (!state.register(this)) {
            close();
        }
        try {
            subscriber.onSubscribe(this);
        } catch (Throwable e) {
            fail(e);
        }
        serve();
    }

    /** Hands over what is new, as far as it is wanted. */
    @Override
    public final void drain() {
        if (calls.getAndIncrement() == 0) {
            serve();
        }
    }

    /** Ends the stream; what was not wanted until now is not told any more. */
    @Override
    public final void close() {
        closed = true;
        drain();
    }

    @Override
    public final void request(long more) {
        if (Operators.validate(more)) {
            Operators.addCap(WANTED, this, more);
            drain();
        }
    }

    @Override
    public final void cancel() {
        over = true;
        state.forget(this);
        release();
    }

    private void serve() {
        int seen = 1;
        while (seen != 0) {
            seen = calls.get();
            handOver();
            seen = calls.addAndGet(-seen);
        }
    }

    /** A subscriber that throws, which none may, loses its subscription and does not hurt the others. */
    private void handOver() {
        try {
            while (!over && !closed && wanted > 0) {
                T value = next();
                if (value == null) {
                    return;
                }
                Operators.produced(WANTED, this, 1);
                subscriber.onNext(value);
            }
            if (closed && !over) {
                cancel();
                subscriber.onComplete();
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable error) {
        HostCode.log("a stream of the fleet ends: its subscriber threw, or what it needs did", error);
        if (!over) {
            cancel();
            HostCode.call("a subscriber of the fleet", () -> subscriber.onError(error));
        }
    }
}
