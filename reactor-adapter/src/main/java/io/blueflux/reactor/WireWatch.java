// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;

/**
 * Stands before the transport's end of a connection, or of a stream of one, and tells a call first what went wrong on the
 * wire. The transport would tell the call too, but print it as a warning, whole stack and quotes of the answer included.
 * Throws interim answers away, which the transport takes for the answer. Lives on the event loop of its connection.
 */
final class WireWatch extends ChannelDuplexHandler implements ChannelFutureListener {
    private static final AttributeKey<WireWatch> KEY = AttributeKey.valueOf("io.blueflux.wireWatch");
    private static final String NAME = "io.blueflux.wireWatch";
    private static final int MOST_INTERIM = 100;

    private final @Nullable ConnectionObserver owner;
    private @Nullable WireFirstBytes first;
    private @Nullable WireAttempt attempt;
    private boolean used;
    private boolean over; // what comes now belongs to no call
    private boolean interim;
    private int interims;

    private WireWatch(@Nullable ConnectionObserver owner) {
        this.owner = owner;
    }

    /** A connection is being made: its handshakes are watched, unless it may come to carry the calls of many. */
    static void add(Channel channel, ConnectionObserver owner) {
        if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
            WireWatch watch = new WireWatch(owner);
            watch.first = new WireFirstBytes();
            channel.pipeline().addBefore(NettyPipeline.HttpCodec, null, watch.first);
            add(channel, watch);
        }
    }

    /** A call begins to use a connection; returns whether another did before. */
    static boolean use(Channel channel, WireAttempt attempt) {
        WireWatch watch = channel.attr(KEY).get();
        if (watch == null) {
            watch = new WireWatch(null);
            add(channel, watch);
        }
        boolean usedBefore = watch.used;
        watch.used = true;
        watch.attempt = attempt;
        watch.over = false;
        watch.interim = false;
        watch.interims = 0;
        return usedBefore;
    }

    private static void add(Channel channel, WireWatch watch) {
        channel.attr(KEY).set(watch);
        channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, NAME, watch);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HttpObject part)) {
            context.fireChannelRead(message);
        } else if (over
                || (part.decoderResult().isFailure()
                        && failed(part.decoderResult().cause()))) {
            drop(context, message);
        } else if (isInterim(part)) {
            ReferenceCountUtil.release(message);
            context.read(); // the transport reads on only after what it was given
        } else {
            passOn(context, part);
        }
    }

    private void passOn(ChannelHandlerContext context, HttpObject part) {
        first = null; // it spoke HTTP
        if (part instanceof LastHttpContent) {
            over = true;
            attempt = null; // an idle connection keeps nothing of its last call
        }
        context.fireChannelRead(part);
    }

    /** An interim answer is a head and an empty end; over HTTP/2 it is a head alone. 101 is final: nobody asked for it. */
    private boolean isInterim(HttpObject part) {
        if (part instanceof HttpResponse head) {
            int status = head.status().code();
            boolean informs = HttpStatusClass.INFORMATIONAL.contains(status) && status != 101;
            boolean dropped = informs && interims++ < MOST_INTERIM;
            interim = dropped && !(head instanceof FullHttpResponse);
            return dropped;
        }
        boolean end = interim && part instanceof LastHttpContent;
        interim = false;
        return end;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (over || failed(cause)) {
            context.close();
            return;
        }
        over = true; // the transport would print what follows
        context.fireExceptionCaught(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        WireAttempt call = attempt;
        if (call != null && !over && call.isStarted()) {
            failed(new ClosedConnection());
        }
        context.fireChannelInactive();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise that was given tells the transport
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        WireAttempt call = attempt;
        boolean whole = call != null && !call.hasBody(); // of a body, its progress is watched
        context.write(message, whole ? promise.unvoid().addListener(this) : promise);
    }

    @Override
    public void operationComplete(ChannelFuture written) {
        Throwable cause = written.cause();
        if (cause != null) {
            failed(cause);
        }
    }

    /** Tells the call; false if there is none, or if its answer has begun, which keeps the order of values and error. */
    private boolean failed(Throwable cause) {
        WireAttempt call = call();
        if (call != null && first != null) {
            call.heard(first.bytes());
        }
        return call != null && call.failed(cause);
    }

    private @Nullable WireAttempt call() {
        return attempt != null || owner == null
                ? attempt
                : owner.currentContext().getOrDefault(WireAttempt.class, null);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void drop(ChannelHandlerContext context, Object message) {
        over = true;
        ReferenceCountUtil.release(message);
        context.close();
    }

    /** The other side closed before it answered; the transport's own class for this cannot be made. */
    private static final class ClosedConnection extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
