// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;

/** Tells the listener and the log what became of one call. A listener that fails does not fail the call. */
final class CallRecord<T> extends DefaultSignalListener<T> {
    private static final Logger LOG = ClientLog.LOG;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<CallRecord> ENDED =
            AtomicIntegerFieldUpdater.newUpdater(CallRecord.class, "ended");

    private static final int LONGEST_DATE = 64; // the formatter throws at longer ones

    private final CallListener listener;
    private final CallListener.Call call;
    private final ContextView context;
    private final Scheduler scheduler;
    private final long startedAt;

    @SuppressWarnings("UnusedVariable") // the updater reads it
    private volatile int ended;

    private final AtomicLong bytes = new AtomicLong();

    private long values; // signals come one after the other

    /** Whether anybody wants to know of calls. */
    static boolean isWanted(ClientSettings settings) {
        return settings.listener() != CallListener.NONE || LOG.isDebugEnabled();
    }

    CallRecord(ClientSettings settings, CallSite site, ContextView context) {
        this.listener = settings.listener();
        this.call = new CallListener.Call(site, settings.clock().instant());
        this.context = context;
        this.scheduler = settings.timer();
        this.startedAt = now();
    }

    Flux<T> observe(Flux<T> answer) {
        return answer.tap(subscriber -> this);
    }

    @Override
    public void doOnNext(T value) {
        values++;
    }

    @Override
    public void doFirst() {
        tell(() -> listener.onStarted(call, context));
    }

    void sending(SentRequest request) {
        tell(() -> listener.onSending(call, request, context));
    }

    /** Some of a body was read. */
    void read(int count) {
        bytes.addAndGet(count);
    }

    void firstByte(int status) {
        tell(() -> listener.onFirstByte(call, status, elapsed(), context));
    }

    void sentOn(int status, String host) {
        LOG.debug("{}: HTTP status {} sends it on to {}", call.site(), status, host);
        tell(() -> listener.onSentOn(call, status, host, elapsed(), context));
    }

    /** Whether nothing was handed over yet. */
    boolean hasNoValues() {
        return values == 0;
    }

    /** Passes on the header {@code Date}; a date that cannot be read is none. */
    void serverDate(@Nullable String header) {
        Date date = header == null || header.length() > LONGEST_DATE ? null : DateFormatter.parseHttpDate(header);
        if (date != null) {
            tell(() -> listener.onServerDate(call, date.toInstant(), context));
        }
    }

    @Override
    public void doOnComplete() {
        if (!ENDED.compareAndSet(this, 0, 1)) {
            return;
        }
        Duration elapsed = elapsed();
        LOG.debug("{}: {} values in {} ms", call.site(), values, elapsed.toMillis());
        tell(() -> listener.onRead(call, bytes.get(), context));
        tell(() -> listener.onCompleted(call, values, elapsed, context));
    }

    @Override
    public void doOnError(Throwable error) {
        if (!ENDED.compareAndSet(this, 0, 1)) {
            return;
        }
        Duration elapsed = elapsed();
        BbbException ours = error instanceof BbbException known ? known : thrown(error);
        LOG.debug("{} after {} ms", ours.getMessage(), elapsed.toMillis());
        tell(() -> listener.onRead(call, bytes.get(), context));
        tell(() -> listener.onFailed(call, ours, elapsed, context));
    }

    @Override
    public void doOnCancel() {
        if (!ENDED.compareAndSet(this, 0, 1)) {
            return;
        }
        Duration elapsed = elapsed();
        LOG.debug("{}: cancelled after {} ms", call.site(), elapsed.toMillis());
        tell(() -> listener.onRead(call, bytes.get(), context));
        tell(() -> listener.onCancelled(call, elapsed, context));
    }

    private BbbException thrown(Throwable error) {
        return new TransportException(
                call.site(), Kind.OTHER, "ended by " + error.getClass().getName(), error);
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (Throwable thrown) {
            LOG.warn("{}: the listener failed", call.site(), thrown);
        }
    }

    /** The end of a call is heard though its timer fails. */
    private Duration elapsed() {
        try {
            return Duration.ofNanos(now() - startedAt);
        } catch (Throwable thrown) {
            LOG.warn("{}: the timer failed", call.site(), thrown);
            return Duration.ZERO;
        }
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
