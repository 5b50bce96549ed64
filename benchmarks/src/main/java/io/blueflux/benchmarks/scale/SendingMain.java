// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.netty.resources.LoopResources;

/**
 * Sends deliveries to a port of loopback, on some connections as fast as they are answered. A byte of its input is the path:
 * {@code a} sends to {@code /a}, and {@code -} stops. Ends with its input, or by an answer that is not 200.
 */
@Sharable
public final class SendingMain extends SimpleChannelInboundHandler<HttpObject> {
    private static final int CONNECTIONS = 32;
    private static final char STOPPED = '-';

    private final AtomicLong numbers = new AtomicLong();
    private volatile char path = STOPPED;

    private SendingMain() {}

    /**
     * Runs the sender.
     *
     * @param args the port
     */
    public static void main(String[] args) throws Exception {
        SendingMain sender = new SendingMain();
        List<Channel> channels = sender.connect(Integer.parseInt(args[0]));
        for (int next = System.in.read(); next >= 0; next = System.in.read()) {
            char path = (char) next;
            sender.path = path;
            if (path != STOPPED) {
                channels.forEach(channel -> sender.send(channel, path));
            }
        }
        System.exit(0);
    }

    private List<Channel> connect(int port) throws InterruptedException {
        LoopResources resources = LoopResources.create("sending", 1, false);
        EventLoopGroup loops = resources.onClient(LoopResources.DEFAULT_NATIVE);
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            channels.add(new Bootstrap()
                    .group(loops)
                    .channelFactory(() -> resources.onChannel(SocketChannel.class, loops))
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(new HttpResponseDecoder(), SendingMain.this);
                        }
                    })
                    .connect("127.0.0.1", port)
                    .sync()
                    .channel());
        }
        return channels;
    }

    private void send(Channel channel, char to) {
        byte[] body = Deliveries.body(numbers.getAndIncrement());
        String head = "POST /" + to + "?checksum=" + Deliveries.checksum(body) + " HTTP/1.1\r\n"
                + "Host: app.example.org\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        ByteBuf whole = Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body);
        ChannelFuture unused = channel.writeAndFlush(whole);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        if (message instanceof HttpResponse response && response.status().code() != 200) {
            System.err.println("benchmarks: a delivery was answered with " + response.status());
            System.exit(1);
        }
        char next = path; // which may change meanwhile
        if (message instanceof LastHttpContent && next != STOPPED) {
            send(context.channel(), next);
        }
    }
}
