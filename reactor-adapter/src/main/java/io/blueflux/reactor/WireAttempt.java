// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ReactorNetty;
import reactor.util.context.ContextView;

/**
 * How far one try to send a request came. Travels in the subscriber's context to the callbacks of the HTTP client, which are
 * one and the same for all calls.
 */
final class WireAttempt {
    private static final byte[] NOTHING = {};

    private static final AtomicIntegerFieldUpdater<WireAttempt> OVER =
            AtomicIntegerFieldUpdater.newUpdater(WireAttempt.class, "over");

    private final CallTimer timer;
    private final @Nullable ChannelGroup channels;
    private final boolean hasBody;
    private final boolean elsewhere;
    private volatile boolean reused;
    private volatile boolean started;
    private volatile boolean givenUp;
    private volatile boolean sent;
    private volatile boolean answered;

    @SuppressWarnings("UnusedVariable") // the updater reads it
    private volatile int over;

    private volatile @Nullable Consumer<Throwable> whoHears;
    private volatile @Nullable EventExecutor loop;
    private volatile boolean connected;
    private volatile byte[] firstBytes = NOTHING;

    WireAttempt(CallTimer timer, boolean hasBody) {
        this(timer, hasBody, false, null);
    }

    /**
     * Makes an attempt whose connections are noted.
     *
     * @param elsewhere whether a server is asked that another one named
     */
    WireAttempt(CallTimer timer, boolean hasBody, boolean elsewhere, @Nullable ChannelGroup channels) {
        this.timer = timer;
        this.channels = channels;
        this.hasBody = hasBody;
        this.elsewhere = elsewhere;
    }

    /** A connection is being made for it, though another call may get it. */
    void opened(Channel channel) {
        if (channels != null) {
            channels.add(channel);
        }
    }

    /**
     * The request begins to be written; returns false if it must not be: the try was given up, and its connection came all the
     * same, or it begins anew, as the transport does to log in, where that is no business of the server's.
     */
    boolean started(boolean onReusedConnection, EventExecutor connections) {
        if (elsewhere && started) {
            return false;
        }
        loop = connections;
        reused = onReusedConnection;
        started = true;
        return !givenUp;
    }

    /** Returns whether nothing of the request was written, and from now on nothing will be. */
    boolean giveUp() {
        givenUp = true;
        return !started;
    }

    /** Bytes of the request lie with the socket, or all were taken: then it is the body's source that is waited for. */
    void uploading(boolean pending) {
        if (sent || answered) {
            return;
        }
        if (pending) {
            timer.waiting();
        } else {
            timer.idle();
        }
    }

    /** The whole request was written: from now on the server is awaited. */
    void sent() {
        sent = true;
        if (!answered) {
            timer.waiting();
        }
    }

    /** The head of the answer arrived. */
    void answered() {
        answered = true;
        timer.idle();
    }

    /** Says who ends the answer when the try failed before it was answered. */
    void onFailure(Consumer<Throwable> end) {
        whoHears = end;
    }

    /**
     * The wire failed, as seen on the event loop of the connection. Returns whether that ended the try, or found it at an end;
     * an answer that has begun is the transport's to end, after what came before.
     */
    boolean failed(Throwable cause) {
        connected = true;
        if (answered && over == 0) {
            return false;
        }
        Consumer<Throwable> told = whoHears;
        if (end() && told != null) {
            told.accept(cause);
        }
        return true;
    }

    /** How the other side of the connection began to speak, as far as that is known. */
    void heard(byte[] first) {
        firstBytes = first;
    }

    byte[] firstBytes() {
        return firstBytes;
    }

    /** Whether a failed try had a connection, and not only tried to make one. */
    boolean isConnected() {
        return connected;
    }

    /** What the body is read from failed, on any thread: the transport would print that as the wire's failure. */
    <T> Mono<T> sourceFailed(Throwable cause) {
        EventExecutor connections = loop;
        if (answered || connections == null || connections.isShuttingDown()) {
            return Mono.error(cause);
        }
        connections.execute(() -> failed(cause));
        return Mono.never();
    }

    /** The try is over; returns false if it was before. */
    boolean end() {
        whoHears = null;
        return OVER.compareAndSet(this, 0, 1);
    }

    boolean isElsewhere() {
        return elsewhere;
    }

    /**
     * Closes the connection of a try that ended without an answer. The transport does it too, but where code of the user's own
     * HTTP client has thrown, it has lost the connection, and with it a place in the pool.
     */
    void letGo() {
        if (!answered && channels != null) {
            channels.stream().filter(this::holds).forEach(WireAttempt::close);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private static void close(Channel channel) {
        channel.close();
    }

    private boolean holds(Channel channel) {
        ContextView owner = ReactorNetty.getChannelContext(channel);
        return owner != null && owner.getOrDefault(WireAttempt.class, null) == this;
    }

    boolean hasBody() {
        return hasBody;
    }

    boolean isStarted() {
        return started;
    }

    boolean isSent() {
        return sent;
    }

    boolean isAnswered() {
        return answered;
    }

    /** Whether the try met a connection that the server had closed meanwhile, rather than a server in trouble. */
    boolean metStaleConnection() {
        return reused && !answered;
    }
}
