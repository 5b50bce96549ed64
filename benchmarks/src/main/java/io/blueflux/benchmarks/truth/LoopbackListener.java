// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.net.InetSocketAddress;
import reactor.netty.resources.LoopResources;

/** One port on every loopback address, and one event loop for all that comes. */
public final class LoopbackListener {
    private static final int BACKLOG = 4_096;

    private final LoopResources resources = LoopResources.create("servers", 1, false);
    private final EventLoopGroup loops = resources.onServer(LoopResources.DEFAULT_NATIVE);

    /** Prepares it. */
    public LoopbackListener() {}

    /**
     * Returns the event loop.
     *
     * @return the only one
     */
    public EventLoop loop() {
        return loops.next();
    }

    /**
     * Listens.
     *
     * @param answering takes requests; shared by all connections
     * @return the port
     */
    public int listen(ChannelHandler answering) throws InterruptedException {
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channelFactory(() -> resources.onChannel(ServerSocketChannel.class, loops))
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpRequestDecoder(), answering);
                    }
                })
                .bind("0.0.0.0", 0)
                .sync()
                .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }
}
