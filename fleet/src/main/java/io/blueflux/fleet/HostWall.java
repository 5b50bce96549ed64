// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A wall around work, which ends whatever is thrown while it is made and subscribed to, and does not feel what its subscriber throws.
 * Reactor's own operators throw errors of the JVM on, up to whoever happens to call, and tell nobody.
 *
 * @param <T> what the work brings
 */
final class HostWall<T> extends Mono<T> {
    private final Supplier<? extends Mono<? extends T>> work;

    private HostWall(Supplier<? extends Mono<? extends T>> work) {
        this.work = work;
    }

    static <T> Mono<T> around(Supplier<? extends Mono<? extends T>> work) {
        return new HostWall<T>(work);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> subscriber) {
        Walled<T> wall = new Walled<>(subscriber);
        try {
            work.get().subscribe(wall);
        } catch (Throwable e) {
            wall.fail(e);
        }
    }

    private static final class Walled<T> implements CoreSubscriber<T>, Subscription {
        private final CoreSubscriber<? super T> subscriber;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile @Nullable Subscription source;

        Walled(CoreSubscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public Context currentContext() {
            return subscriber.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = subscription;
            subscriber.onSubscribe(this);
        }

        @Override
        public void onNext(T value) {
            if (over.get()) {
                return;
            }
            try {
                subscriber.onNext(value);
            } catch (Throwable e) {
                fail(e);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (over.compareAndSet(false, true)) {
                HostCode.call("a subscriber", () -> subscriber.onError(error));
            }
        }

        @Override
        public void onComplete() {
            if (over.compareAndSet(false, true)) {
                HostCode.call("a subscriber", subscriber::onComplete);
            }
        }

        @Override
        public void request(long wanted) {
            Subscription asked = source;
            if (asked != null) {
                asked.request(wanted);
            }
        }

        @Override
        public void cancel() {
            over.set(true);
            Subscription asked = source;
            if (asked != null) {
                HostCode.call("a cancelled call", asked::cancel);
            }
        }

        void fail(Throwable error) {
            Subscription asked = source;
            if (!over.compareAndSet(false, true)) {
                HostCode.threw("a call that had ended", error);
            } else if (asked == null) {
                HostCode.call("a subscriber", () -> Operators.error(subscriber, error));
            } else {
                HostCode.call("a failed call", asked::cancel);
                HostCode.call("a subscriber", () -> subscriber.onError(error));
            }
        }
    }
}
