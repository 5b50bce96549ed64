// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers GET requests of which it reads the first line alone, which is as cheap as an answer gets. */
final class AnsweringHandler extends ByteToMessageDecoder {
    private static final ByteBuf END =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));

    private final Answers answers;
    private int turn;

    AnsweringHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int end = ByteBufUtil.indexOf(END.duplicate(), in);
        if (end < 0) {
            return;
        }
        int from = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) ' ') + 1;
        int to = in.indexOf(from, in.writerIndex(), (byte) ' ');
        String path = in.toString(from, to - from, StandardCharsets.US_ASCII);
        in.skipBytes(end + END.readableBytes() - in.readerIndex());
        ChannelFuture unused =
                context.writeAndFlush(answers.to(path, turn++)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ChannelFuture unused = context.close(); // a client that is gone resets its connections
    }
}
