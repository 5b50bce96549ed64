// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

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

/** One port on every loopback address. */
public final class LoopbackListener {
    private static final int BACKLOG = 4_096;

    private final LoopResources resources;
    private final EventLoopGroup loops;

    /**
     * Prepares it.
     *
     * @param threads how many event loops there are for all that comes
     */
    public LoopbackListener(int threads) {
        resources = LoopResources.create("servers", threads, false);
        loops = resources.onServer(LoopResources.DEFAULT_NATIVE);
    }

    /**
     * Returns an event loop.
     *
     * @return the only one, if there is one
     */
    public EventLoop loop() {
        return loops.next();
    }

    /**
     * Listens, and answers requests.
     *
     * @param answering takes requests; shared by all connections
     * @return the port
     */
    public int answer(ChannelHandler answering) throws InterruptedException {
        return listen(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpRequestDecoder(), answering);
            }
        });
    }

    /**
     * Listens.
     *
     * @param beginning prepares each connection
     * @return the port
     */
    public int listen(ChannelInitializer<Channel> beginning) throws InterruptedException {
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channelFactory(() -> resources.onChannel(ServerSocketChannel.class, loops))
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(beginning)
                .bind("0.0.0.0", 0)
                .sync()
                .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }
}
