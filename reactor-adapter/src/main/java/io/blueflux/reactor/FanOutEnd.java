// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

/**
 * Cleans up once when a stream is over: before its subscriber hears of the end, and after the stream was cancelled. A stream
 * whose subscriber throws what operators let through is cancelled.
 */
final class FanOutEnd<T> implements CoreSubscriber<T>, Subscription {
    private final CoreSubscriber<? super T> actual;
    private final Consumer<SignalType> cleanUp;
    private final AtomicBoolean over = new AtomicBoolean();
    private Subscription upstream = Operators.emptySubscription();

    private FanOutEnd(CoreSubscriber<? super T> actual, Consumer<SignalType> cleanUp) {
        this.actual = actual;
        this.cleanUp = cleanUp;
    }

    /** Returns the stream for one subscriber; what is cleaned up throws nothing. */
    static <T> Flux<T> of(Flux<T> source, Consumer<SignalType> cleanUp) {
        return new FluxOperator<T, T>(source) {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                source.subscribe(new FanOutEnd<>(actual, cleanUp));
            }
        };
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        guarded(() -> actual.onSubscribe(this));
    }

    @Override
    public void onNext(T value) {
        guarded(() -> actual.onNext(value));
    }

    @Override
    public void onComplete() {
        end(SignalType.ON_COMPLETE);
        actual.onComplete();
    }

    @Override
    public void onError(Throwable error) {
        end(SignalType.ON_ERROR);
        actual.onError(error);
    }

    @Override
    public void request(long n) {
        guarded(() -> upstream.request(n));
    }

    @Override
    public void cancel() {
        try {
            upstream.cancel();
        } finally {
            end(SignalType.CANCEL);
        }
    }

    private void guarded(Runnable signal) {
        try {
            signal.run();
        } catch (Throwable thrown) {
            cancel();
            throw thrown;
        }
    }

    private void end(SignalType how) {
        if (over.compareAndSet(false, true)) {
            cleanUp.accept(how);
        }
    }
}
