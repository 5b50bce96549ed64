// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

import io.blueflux.benchmarks.input.MeetingsBody;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server on every loopback address. Prints its port and, with {@code tls}, its certificate; then, for each byte of its
 * standard input, how many connections and TLS handshakes there were. Ends with its input.
 */
public final class ServerMain extends ChannelInitializer<Channel> {
    private static final int LOOPS = 2;

    private final byte[] meetings;
    private final @Nullable SslContext tls;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger handshakes = new AtomicInteger();

    private ServerMain(byte[] meetings, @Nullable SslContext tls) {
        this.meetings = Answering.answer(meetings);
        this.tls = tls;
    }

    /**
     * Runs the server.
     *
     * @param options how many meetings each server has, how many attendees each meeting, and {@code plain} or {@code tls}
     */
    public static void main(String[] options) throws Exception {
        byte[] body = MeetingsBody.of(Integer.parseInt(options[0]), Integer.parseInt(options[1]));
        OwnCertificate certificate = options[2].equals("tls") ? OwnCertificate.make() : null;
        ServerMain server = new ServerMain(body, certificate == null ? null : context(certificate));
        System.out.println(new LoopbackListener(LOOPS).listen(server));
        if (certificate != null) {
            System.out.println(certificate.pem());
        }
        while (System.in.read() >= 0) {
            System.out.println(server.connections + " " + server.handshakes);
        }
        System.exit(0);
    }

    private static SslContext context(OwnCertificate certificate) throws Exception {
        return SslContextBuilder.forServer(certificate.keys()).build();
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.incrementAndGet();
        if (tls != null) {
            var handler = tls.newHandler(channel.alloc());
            handler.setHandshakeTimeout(1, TimeUnit.MINUTES);
            handler.handshakeFuture().addListener(done -> handshakes.incrementAndGet());
            channel.pipeline().addLast(handler);
        }
        channel.pipeline().addLast(new HttpRequestDecoder(), new ChunkedWriteHandler(), new Answering(meetings));
    }

    @Override
    public boolean isSharable() {
        return true;
    }
}
