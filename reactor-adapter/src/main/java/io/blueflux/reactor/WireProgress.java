// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;

/**
 * Watches what the socket takes of a request with a body: while something lies there that the server does not take, it is
 * the server that is waited for. Lives on the event loop of its connection.
 */
final class WireProgress extends ChannelOutboundHandlerAdapter {
    private final WireAttempt attempt;
    private int pending;

    WireProgress(WireAttempt attempt) {
        this.attempt = attempt;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise that was given tells the transport
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (pending++ == 0) {
            attempt.uploading(true);
        }
        // unvoid, since the transport's promise takes no listener
        context.write(message, promise.unvoid().addListener(this::written));
    }

    private void written(Future<? super Void> done) {
        attempt.uploading(--pending > 0);
        if (!done.isSuccess()) {
            attempt.failed(done.cause());
        }
    }
}
