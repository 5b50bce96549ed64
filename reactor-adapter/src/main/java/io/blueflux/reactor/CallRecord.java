// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/** Tells the listener and the log what became of one call. A listener that fails does not fail the call. */
final class CallRecord {
    private static final Logger LOG = LoggerFactory.getLogger(BbbClient.class);

    private final CallListener listener;
    private final CallListener.Call call;
    private final ContextView context;
    private final Scheduler scheduler;
    private final long startedAt;
    private final LongAdder values = new LongAdder();
    private final AtomicBoolean ended = new AtomicBoolean();

    CallRecord(BbbClientBuilder settings, CallSite site, ContextView context) {
        this.listener = settings.listener;
        this.call = new CallListener.Call(site, settings.clock.instant());
        this.context = context;
        this.scheduler = settings.timer == null ? Schedulers.parallel() : settings.timer;
        this.startedAt = now();
    }

    <T> Flux<T> observe(Flux<T> answer) {
        tell(() -> listener.onStarted(call, context));
        return answer.doOnNext(value -> values.increment())
                .doOnComplete(this::completed)
                .doOnError(this::failed)
                .doOnCancel(this::cancelled);
    }

    void firstByte(int status) {
        tell(() -> listener.onFirstByte(call, status, elapsed(), context));
    }

    /** Whether nothing was handed over yet. */
    boolean hasNoValues() {
        return values.sum() == 0;
    }

    /** Passes on the header {@code Date}; a date that cannot be read is none. */
    void serverDate(@Nullable String header) {
        Date date = header == null ? null : DateFormatter.parseHttpDate(header);
        if (date != null) {
            tell(() -> listener.onServerDate(call, date.toInstant(), context));
        }
    }

    private void completed() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Duration elapsed = elapsed();
        LOG.debug("{}: {} values in {} ms", call.site(), values, elapsed.toMillis());
        tell(() -> listener.onCompleted(call, values.sum(), elapsed, context));
    }

    private void failed(Throwable error) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Duration elapsed = elapsed();
        LOG.debug("{} after {} ms", error.getMessage(), elapsed.toMillis());
        if (error instanceof BbbException ours) {
            tell(() -> listener.onFailed(call, ours, elapsed, context));
        }
    }

    private void cancelled() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Duration elapsed = elapsed();
        LOG.debug("{}: cancelled after {} ms", call.site(), elapsed.toMillis());
        tell(() -> listener.onCancelled(call, elapsed, context));
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.debug("{}: the listener failed", call.site(), e);
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(now() - startedAt);
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
