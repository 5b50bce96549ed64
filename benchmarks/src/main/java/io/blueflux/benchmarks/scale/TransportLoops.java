// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.util.function.Supplier;
import reactor.netty.resources.LoopResources;

/** Event loops of one transport and no other, whichever reactor-netty would prefer. */
record TransportLoops(EventLoopGroup group, Supplier<SocketChannel> channels) implements LoopResources {
    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return group;
    }

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup loops) {
        if (type != SocketChannel.class) {
            throw new IllegalArgumentException("polls need no " + type);
        }
        return type.cast(channels.get());
    }
}
