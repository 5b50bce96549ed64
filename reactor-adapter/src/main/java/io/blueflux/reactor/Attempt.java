// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How far one try to send a request came. Travels in the subscriber's context to the callbacks of the HTTP client, which are
 * one and the same for all calls.
 */
final class Attempt {
    private final CallTimer timer;
    private final @Nullable ChannelGroup channels;
    private final boolean hasBody;
    private volatile boolean reused;
    private volatile boolean started;
    private volatile boolean givenUp;
    private volatile boolean sent;
    private volatile boolean answered;

    Attempt(CallTimer timer, boolean hasBody) {
        this(timer, hasBody, null);
    }

    /** Makes an attempt whose connections are noted. */
    Attempt(CallTimer timer, boolean hasBody, @Nullable ChannelGroup channels) {
        this.timer = timer;
        this.channels = channels;
        this.hasBody = hasBody;
    }

    /** A connection is being made for it, though another call may get it. */
    void opened(Channel channel) {
        if (channels != null) {
            channels.add(channel);
        }
    }

    /**
     * The request begins to be written.
     *
     * @throws CancellationException if the try was given up: its connection came all the same
     */
    void started(boolean onReusedConnection) {
        reused = onReusedConnection;
        started = true;
        if (givenUp) {
            throw new CancellationException("the call was sent over another connection");
        }
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
