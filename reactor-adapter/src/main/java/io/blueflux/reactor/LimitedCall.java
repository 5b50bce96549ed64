// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.util.context.Context;

/** Passes an answer on until it ends or is ended from outside, which cancels it first. */
final class LimitedCall<T> implements CoreSubscriber<T>, Subscription, RunningCalls.Call {
    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<LimitedCall> SIGNALS =
            AtomicIntegerFieldUpdater.newUpdater(LimitedCall.class, "signals");

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<LimitedCall, Throwable> ERROR =
            AtomicReferenceFieldUpdater.newUpdater(LimitedCall.class, Throwable.class, "error");

    private static final Subscription NONE = Operators.emptySubscription();
    private static final Context LETTING_GO = Operators.enableOnDiscard(Context.empty(), LimitedCall::letGo);

    private final CoreSubscriber<? super T> actual;
    private final Context context;
    private final CallTimer timer;
    private final RunningCalls calls;
    private Subscription answer = NONE;
    private volatile @Nullable Throwable error;
    private volatile boolean over;

    /** A value that is being passed on and the end count one each: of two at once, the first signals for the second. */
    @SuppressWarnings("UnusedVariable") // the updater reads it
    private volatile int signals;

    private LimitedCall(CoreSubscriber<? super T> actual, WireAttempt attempt, CallTimer timer, RunningCalls calls) {
        this.actual = actual;
        this.context = LETTING_GO
                .put(WireAttempt.class, attempt)
                .putAll(actual.currentContext().readOnly());
        this.timer = timer;
        this.calls = calls;
    }

    /**
     * Cancels an answer and ends it in an error when one of the clocks runs out, or when the client is closed.
     *
     * @param attempt the first try, as the callbacks of the transport find it
     */
    static <T> Flux<T> of(Flux<T> answer, WireAttempt attempt, CallTimer timer, RunningCalls calls) {
        return new FluxOperator<T, T>(answer) {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                LimitedCall<T> call = new LimitedCall<>(actual, attempt, timer, calls);
                try {
                    source.subscribe(call);
                } catch (Throwable thrown) {
                    call.failAtSubscribe(thrown);
                }
            }
        };
    }

    /** The transport drops a connection whose answer and whose cancellation come at once, and would leave it open. */
    private static void letGo(Object dropped) {
        if (dropped instanceof Connection connection) {
            connection.dispose();
        }
    }

    /** A transport that throws may have begun: then it is cancelled. */
    private void failAtSubscribe(Throwable thrown) {
        if (answer == NONE) {
            actual.onSubscribe(this);
        }
        answer.cancel();
        onError(thrown);
    }

    @Override
    public CallTimer timer() {
        return timer;
    }

    @Override
    public void end(BbbException reason) {
        if (!over && ERROR.compareAndSet(this, null, reason)) {
            leave();
            try {
                answer.cancel();
            } finally {
                signalEnd();
            }
        }
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        answer = subscription;
        actual.onSubscribe(this);
        calls.add(this);
        if (over) {
            calls.remove(this);
        }
    }

    @Override
    public void onNext(T value) {
        if (SIGNALS.compareAndSet(this, 0, 1)) {
            try {
                actual.onNext(value);
            } finally {
                if (SIGNALS.decrementAndGet(this) != 0) {
                    finish();
                }
            }
        }
    }

    @Override
    public void onComplete() {
        leave();
        signalEnd();
    }

    @Override
    public void onError(Throwable cause) {
        leave();
        ERROR.compareAndSet(this, null, cause);
        signalEnd();
    }

    @Override
    public void request(long n) {
        answer.request(n);
    }

    @Override
    public void cancel() {
        leave();
        answer.cancel();
    }

    private void leave() {
        over = true;
        calls.remove(this);
    }

    private void signalEnd() {
        if (SIGNALS.getAndIncrement(this) == 0) {
            finish();
        }
    }

    private void finish() {
        Throwable cause = error;
        if (cause == null) {
            actual.onComplete();
        } else {
            actual.onError(cause);
        }
    }
}
