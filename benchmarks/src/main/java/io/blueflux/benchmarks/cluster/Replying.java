// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.truth.Bustle;
import io.blueflux.benchmarks.truth.TrueMeeting;
import io.blueflux.benchmarks.truth.TrueServer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Answers for the server that the path's first part numbers, and records each getMeetings. Some answers are slow: half of
 * those show the server as it was when it was asked, and it changes meanwhile. Used by one event loop alone.
 */
@Sharable
final class Replying extends ChannelInboundHandlerAdapter {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml;charset=utf-8\r\n"
            + "Connection: keep-alive\r\nKeep-Alive: timeout=75\r\nContent-Length: ";
    private static final byte[] VERSION =
            "<response><returncode>SUCCESS</returncode><version>2.0</version><bbbVersion>3.0.4</bbbVersion></response>"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final double SLOW = 0.02;
    private static final long LEAST_MILLIS = 50;
    private static final long MOST_MILLIS = 1_500;

    private final List<TrueServer> servers;
    private final Bustle bustle;
    private final Consumer<Poll> record;

    Replying(List<TrueServer> servers, Bustle bustle, Consumer<Poll> record) {
        this.servers = servers;
        this.bustle = bustle;
        this.record = record;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            reply(context, request);
        }
        ReferenceCountUtil.release(message);
    }

    private void reply(ChannelHandlerContext context, HttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        String path = uri.path();
        if (path.endsWith("/api")) {
            send(context, VERSION);
            return;
        }
        TrueServer server = servers.get(Integer.parseInt(path.split("/", 3)[1]));
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "getMeetings" ->
                meetings(context, server, request.headers().get(HttpHeaderNames.USER_AGENT, "nobody"));
            case "create" -> send(context, server.created(course(uri)));
            case "getMeetingInfo" -> send(context, server.info(course(uri)));
            default -> throw new IllegalStateException("nobody asks for " + path);
        }
    }

    private static String course(QueryStringDecoder uri) {
        return Objects.requireNonNull(uri.parameters().get("meetingID")).get(0).substring(TrueMeeting.COURSE.length());
    }

    private void meetings(ChannelHandlerContext context, TrueServer server, String member) {
        long start = System.currentTimeMillis();
        if (!bustle.chance(SLOW)) {
            record.accept(new Poll(server.name(), member, start, start));
            send(context, server.answer());
        } else if (bustle.chance(0.5)) {
            later(() -> slow(context, server, member, start, server.answer()), context);
        } else {
            byte[] old = server.answer();
            bustle.shake(server);
            later(() -> slow(context, server, member, start, old), context);
        }
    }

    private void later(Runnable reply, ChannelHandlerContext context) {
        ScheduledFuture<?> unused =
                context.executor().schedule(reply, bustle.between(LEAST_MILLIS, MOST_MILLIS), TimeUnit.MILLISECONDS);
    }

    /** A poll that was given up does not count as one that the server held up. */
    private void slow(ChannelHandlerContext context, TrueServer server, String member, long start, byte[] body) {
        boolean open = context.channel().isActive();
        record.accept(new Poll(server.name(), member, start, open ? System.currentTimeMillis() : start));
        if (open) {
            send(context, body);
        }
    }

    private static void send(ChannelHandlerContext context, byte[] body) {
        byte[] head = (HEAD + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        context.writeAndFlush(Unpooled.wrappedBuffer(head, body)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ChannelFuture unused = context.close(); // a member that was killed resets its connections
    }
}
