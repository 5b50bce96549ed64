// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import com.sun.management.OperatingSystemMXBean;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.netty.resources.LoopResources;

/**
 * A server on every loopback address. Prints its port; then, for each byte of its input, how many connections and answers there
 * were and what CPU time it took, in nanoseconds. Ends with its input.
 */
public final class AnsweringMain extends ChannelInitializer<Channel> {
    private static final int BACKLOG = 4_096;

    private final Answers answers = new Answers();
    private final AtomicInteger connections = new AtomicInteger();

    private AnsweringMain() {}

    /**
     * Runs the server.
     *
     * @param options none
     */
    public static void main(String[] options) throws Exception {
        AnsweringMain server = new AnsweringMain();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(server.listen());
        while (System.in.read() >= 0) {
            System.out.println(server.connections + " " + server.answers.count() + " " + process.getProcessCpuTime());
        }
        System.exit(0);
    }

    private int listen() throws InterruptedException {
        LoopResources resources = LoopResources.create("answering", 1, false);
        EventLoopGroup loops = resources.onServer(LoopResources.DEFAULT_NATIVE);
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channelFactory(() -> resources.onChannel(ServerSocketChannel.class, loops))
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(this)
                .bind("0.0.0.0", 0)
                .sync()
                .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.incrementAndGet();
        channel.pipeline().addLast(new AnsweringHandler(answers));
    }

    @Override
    public boolean isSharable() {
        return true;
    }
}
