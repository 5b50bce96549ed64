// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Stands where code of a user meets ours. What either throws where it must not ends that one answer: it is cancelled, and the
 * error told to its subscriber. Reactor's operators let through what they hold to be fatal, and then neither end nor cancel.
 */
final class Guarded<T> implements CoreSubscriber<T>, Subscription {
    private static final Logger LOG = ClientLog.LOG;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<Guarded> DONE =
            AtomicIntegerFieldUpdater.newUpdater(Guarded.class, "done");

    private final CoreSubscriber<? super T> actual;
    private @Nullable Subscription answer;
    private volatile int done;

    private Guarded(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    static <T> Flux<T> flux(Flux<T> answer) {
        return new FluxOperator<T, T>(answer) {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                Guarded<T> guarded = new Guarded<>(actual);
                try {
                    source.subscribe(guarded);
                } catch (Throwable thrown) {
                    guarded.failAtSubscribe(thrown);
                }
            }
        };
    }

    static <T> Mono<T> mono(Mono<T> answer) {
        return new MonoOperator<T, T>(answer) {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                Guarded<T> guarded = new Guarded<>(actual);
                try {
                    source.subscribe(guarded);
                } catch (Throwable thrown) {
                    guarded.failAtSubscribe(thrown);
                }
            }
        };
    }

    private void failAtSubscribe(Throwable thrown) {
        if (answer == null) {
            onSubscribe(Operators.emptySubscription());
        }
        fail(thrown);
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        answer = subscription;
        try {
            actual.onSubscribe(this);
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    @Override
    public void onNext(T value) {
        if (done != 0) {
            return;
        }
        try {
            actual.onNext(value);
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    /** Who throws at the end may be an operator, which then has not ended itself. */
    @Override
    public void onComplete() {
        if (DONE.compareAndSet(this, 0, 1)) {
            try {
                actual.onComplete();
            } catch (Throwable thrown) {
                tell(thrown);
            }
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (DONE.compareAndSet(this, 0, 1)) {
            tell(cause);
        }
    }

    @Override
    public void request(long n) {
        Subscription asked = answer;
        if (asked == null) {
            return;
        }
        try {
            asked.request(n);
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    @Override
    public void cancel() {
        done = 1;
        Subscription left = answer;
        if (left == null) {
            return;
        }
        try {
            left.cancel();
        } catch (Throwable thrown) {
            LOG.error("thrown at a cancellation", thrown);
        }
    }

    private void fail(Throwable thrown) {
        boolean first = DONE.compareAndSet(this, 0, 1);
        cancel();
        if (first) {
            tell(thrown);
        } else {
            LOG.error("thrown after the end", thrown);
        }
    }

    /** Who throws here may be an operator that makes another error of it, and passes on only what comes next. */
    private void tell(Throwable cause) {
        try {
            actual.onError(cause);
        } catch (Throwable thrown) {
            LOG.error("a subscriber threw when it was told of an error", thrown);
            tellAgain(thrown);
        }
    }

    private void tellAgain(Throwable cause) {
        try {
            actual.onError(cause);
        } catch (Throwable thrown) {
            LOG.error("a subscriber threw again", thrown);
        }
    }
}
