// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Arrays;

/** Remembers how the other side of a connection began to speak, by which protocols are known, and steps aside. */
final class WireFirstBytes extends ChannelInboundHandlerAdapter {
    private static final int ENOUGH = 8;

    private byte[] bytes = new byte[0];

    byte[] bytes() {
        return bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf chunk) {
            int known = bytes.length;
            bytes = Arrays.copyOf(bytes, Math.min(ENOUGH, known + chunk.readableBytes()));
            chunk.getBytes(chunk.readerIndex(), bytes, known, bytes.length - known);
        }
        if (bytes.length == ENOUGH) {
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }
}
