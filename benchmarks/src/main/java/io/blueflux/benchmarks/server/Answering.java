// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Answers by the path's beginning alone: below {@code /hung/} not at all, below {@code /recordings/<n>/} with so many
 * recordings, else with the same meetings.
 */
final class Answering extends ChannelInboundHandlerAdapter {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml;charset=utf-8\r\n"
            + "Connection: keep-alive\r\nKeep-Alive: timeout=75\r\n";

    private final byte[] meetings;
    private String[] path = {};

    Answering(byte[] meetings) {
        this.meetings = meetings;
    }

    /** Puts a head before a body. */
    static byte[] answer(byte[] body) {
        return ByteBufUtil.getBytes(Unpooled.wrappedBuffer(
                text(HEAD + "Content-Length: " + body.length + "\r\n\r\n"), Unpooled.wrappedBuffer(body)));
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            path = request.uri().split("/", 4);
        }
        if (message instanceof LastHttpContent) {
            answer(context);
        }
        ReferenceCountUtil.release(message);
    }

    private void answer(ChannelHandlerContext context) {
        switch (path[1]) {
            case "hung" -> {}
            case "recordings" -> {
                send(context, text(HEAD + "Transfer-Encoding: chunked\r\n\r\n"));
                send(context, new StreamedRecordings(Integer.parseInt(path[2])));
            }
            default -> send(context, Unpooled.wrappedBuffer(meetings));
        }
    }

    private static void send(ChannelHandlerContext context, Object message) {
        context.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
}
