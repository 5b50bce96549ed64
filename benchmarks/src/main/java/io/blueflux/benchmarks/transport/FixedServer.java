// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.benchmarks.input.MeetingsBody;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Answers as fast as Netty can, in a process of its own: {@code /MEETINGSxATTENDEES/MILLISECONDS/.../getMeetings} is a list of
 * that size after that time, and getMeetingInfo under the same path its first meeting. Keeps connections.
 */
@Sharable
final class FixedServer extends SimpleChannelInboundHandler<HttpRequest> {
    private final Map<String, ByteBuf> bodies = new ConcurrentHashMap<>();

    private FixedServer() {}

    /**
     * Binds a port of loopback, prints it, and serves until stdin ends.
     *
     * @param args none
     * @throws Exception if no port can be bound
     */
    public static void main(String[] args) throws Exception {
        boolean epoll = Epoll.isAvailable();
        var loops = new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        FixedServer server = new FixedServer();
        Channel bound = new ServerBootstrap()
                .group(loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), server);
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        System.out.println(((java.net.InetSocketAddress) bound.localAddress()).getPort());
        while (System.in.read() >= 0) {
            // the one who started it says nothing
        }
        System.exit(0);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whose client is gone needs no answer
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        String[] path = request.uri().split("[/?]", -1);
        boolean info = request.uri().contains("/getMeetingInfo?");
        ByteBuf body = bodies.computeIfAbsent(path[1] + info, key -> body(path[1], info));
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body.retainedDuplicate());
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/xml;charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        int delay = Integer.parseInt(path[2]);
        if (delay == 0) {
            context.writeAndFlush(response);
        } else {
            context.executor().schedule(() -> context.writeAndFlush(response), delay, TimeUnit.MILLISECONDS);
        }
    }

    private static ByteBuf body(String size, boolean info) {
        String[] counts = size.split("x", -1);
        byte[] bytes = info
                ? MeetingsBody.info(Integer.parseInt(counts[1]))
                : MeetingsBody.of(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }
}
