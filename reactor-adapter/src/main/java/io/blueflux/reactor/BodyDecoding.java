// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.answer.ChunkDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * From chunks to values. Buffers belong to the transport, which takes each back when {@code onNext} returns: here they are
 * read at once and never kept. The next chunk is asked for when the values of the one before are gone, so that demand reaches
 * the socket; who wants everything gets chunks as they come. One operator in place of a chain of the library's, each of which
 * every call and every chunk would pay for.
 */
final class BodyDecoding<T> implements CoreSubscriber<ByteBuf>, Subscription, Consumer<T> {
    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<BodyDecoding> WORK =
            AtomicIntegerFieldUpdater.newUpdater(BodyDecoding.class, "work");

    @SuppressWarnings("rawtypes")
    private static final AtomicLongFieldUpdater<BodyDecoding> WANTED =
            AtomicLongFieldUpdater.newUpdater(BodyDecoding.class, "wanted");

    private static final FastThreadLocal<byte[]> COPY = new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
            return new byte[16 << 10];
        }
    };

    private final CoreSubscriber<? super T> actual;
    private final ChunkDecoder<T> decoder;
    private final CallTimer timer;
    private final Runnable passed;

    /** Filled by the thread that brings chunks, emptied by whoever delivers; made for the first value. */
    private volatile @Nullable Queue<T> values;

    @SuppressWarnings("UnusedVariable") // the updater reads it
    private volatile int work; // above 0 while somebody delivers

    private volatile long wanted;
    private volatile boolean asked; // a chunk may come: only its thread may change this
    private volatile boolean ended; // no chunk will come, and the error says why
    private volatile boolean closed; // nothing more is delivered
    private @Nullable Throwable error;
    private Subscription wire = Operators.emptySubscription();
    private boolean begun;
    private boolean unbounded;

    BodyDecoding(CoreSubscriber<? super T> actual, ChunkDecoder<T> decoder, CallTimer timer, Runnable passed) {
        this.actual = actual;
        this.decoder = decoder;
        this.timer = timer;
        this.passed = passed;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        wire = subscription;
        actual.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            Operators.addCap(WANTED, this, n);
            deliver();
        }
    }

    @Override
    public void cancel() {
        closed = true;
        wire.cancel();
    }

    @Override
    public void onNext(ByteBuf chunk) {
        if (ended) {
            return;
        }
        timer.idle();
        try {
            read(chunk);
        } catch (Throwable fault) {
            fail(fault);
        }
        asked = unbounded;
        deliver();
        if (unbounded) {
            timer.waiting();
        }
    }

    @Override
    public void onComplete() {
        if (ended) {
            return;
        }
        timer.idle();
        try {
            decoder.finish(this);
            ended = true;
        } catch (Throwable fault) {
            fail(fault);
        }
        deliver();
    }

    @Override
    public void onError(Throwable cause) {
        if (ended) {
            Operators.onErrorDropped(cause, currentContext());
            return;
        }
        timer.idle();
        end(cause);
        deliver();
    }

    /** Takes a value that the decoder has completed. */
    @Override
    public void accept(T value) {
        Queue<T> queue = values;
        if (queue == null) {
            queue = Queues.<T>unbounded(8).get();
            values = queue;
        }
        queue.add(value);
    }

    /** What was complete before a fault is delivered before it. */
    private void fail(Throwable fault) {
        wire.cancel();
        end(fault);
    }

    private void end(Throwable cause) {
        error = cause;
        ended = true;
    }

    private void read(ByteBuf chunk) {
        if (chunk.hasArray()) {
            decoder.decode(chunk.array(), chunk.arrayOffset() + chunk.readerIndex(), chunk.readableBytes(), this);
            return;
        }
        byte[] copy = COPY.get();
        while (chunk.isReadable()) {
            int length = Math.min(copy.length, chunk.readableBytes());
            chunk.readBytes(copy, 0, length);
            decoder.decode(copy, 0, length, this);
        }
    }

    private void deliver() {
        if (WORK.getAndIncrement(this) != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                handOver();
            } catch (Throwable thrown) {
                giveUp(thrown);
            }
            seen = WORK.addAndGet(this, -seen);
        } while (seen != 0);
    }

    /** Who threw gets no more, and is told why unless it had the end. */
    private void giveUp(Throwable thrown) {
        boolean over = closed;
        closed = true;
        wire.cancel();
        if (over) {
            Operators.onErrorDropped(thrown, currentContext());
        } else {
            actual.onError(thrown);
        }
    }

    private void handOver() {
        boolean mayAsk = !asked; // looked at before the queue, for a chunk that comes meanwhile
        boolean last = ended;
        if (last) {
            timer.idle(); // whoever asked while the end came in has started the clock
        }
        if (closed || !emit()) {
            return;
        }
        if (last) {
            terminate();
        } else if (mayAsk) {
            ask();
        }
    }

    /** Hands over what is wanted; returns whether all there was is gone, and more may come. */
    private boolean emit() {
        Queue<T> queue = values;
        if (queue == null) {
            return true;
        }
        long most = wanted;
        long count = 0;
        T value;
        while (count < most && !closed && (value = queue.poll()) != null) {
            actual.onNext(value);
            count++;
        }
        Operators.produced(WANTED, this, count);
        return !closed && queue.isEmpty();
    }

    private void terminate() {
        closed = true;
        Throwable cause = error;
        if (cause == null) {
            passed.run();
            actual.onComplete();
        } else {
            actual.onError(cause);
        }
    }

    private void ask() {
        begun |= wanted > 0;
        if (!begun || ended) {
            return;
        }
        asked = true;
        timer.waiting();
        unbounded = wanted == Long.MAX_VALUE;
        wire.request(unbounded ? Long.MAX_VALUE : 1);
    }
}
