// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** The answer of one try, which ends when its {@link WireAttempt} failed: before the transport knows, or instead of it. */
final class WireAnswer<T> implements CoreSubscriber<T>, Subscription, Consumer<Throwable> {
    private final CoreSubscriber<? super T> actual;
    private final WireAttempt attempt;
    private Subscription answer = Operators.emptySubscription();

    private WireAnswer(CoreSubscriber<? super T> actual, WireAttempt attempt) {
        this.actual = actual;
        this.attempt = attempt;
    }

    static <T> Flux<T> of(Flux<T> answer, WireAttempt attempt) {
        return new FluxOperator<T, T>(answer) {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                WireAnswer<T> watched = new WireAnswer<>(actual, attempt);
                attempt.onFailure(watched);
                source.subscribe(watched);
            }
        };
    }

    /** The attempt is over by now, so nothing else ends the answer. */
    @Override
    public void accept(Throwable cause) {
        answer.cancel();
        actual.onError(cause);
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        answer = subscription;
        actual.onSubscribe(this);
    }

    @Override
    public void onNext(T value) {
        actual.onNext(value);
    }

    @Override
    public void onComplete() {
        if (attempt.end()) {
            actual.onComplete();
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (attempt.end()) {
            attempt.letGo();
            actual.onError(cause);
        }
    }

    @Override
    public void request(long n) {
        answer.request(n);
    }

    @Override
    public void cancel() {
        attempt.end();
        answer.cancel();
        attempt.letGo();
    }
}
