// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Stands before the application's subscriber: whatever that throws, an error of the JVM too, ends its subscription, and
 * reaches neither the buffer nor the server's thread. Reactor's own operators let errors of the JVM through, and count
 * themselves busy ever after.
 *
 * @param <T> what the subscriber is told
 */
final class Guard<T> implements CoreSubscriber<T> {
    private final CoreSubscriber<? super T> application;
    private @Nullable Subscription subscription;
    private boolean over;

    Guard(CoreSubscriber<? super T> application) {
        this.application = application;
    }

    @Override
    public Context currentContext() {
        return application.currentContext();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        application.onSubscribe(given);
    }

    @Override
    public void onNext(T event) {
        if (over) {
            return;
        }
        try {
            application.onNext(event);
        } catch (Throwable e) {
            over = true;
            if (subscription != null) {
                subscription.cancel();
            }
            end(() -> application.onError(e));
        }
    }

    @Override
    public void onError(Throwable error) {
        end(() -> application.onError(error));
    }

    @Override
    public void onComplete() {
        end(application::onComplete);
    }

    private static void end(Runnable signal) {
        try {
            signal.run();
        } catch (Throwable e) {
            drop(e);
        }
    }

    /** Leaves a trace where Reactor leaves its own. */
    static void drop(Throwable error) {
        try {
            Operators.onErrorDropped(error, Context.empty());
        } catch (Throwable e) { // a hook of the application's: there is nobody left to tell
            return;
        }
    }
}
