// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerResponse;

/** Puts an answer on the wire, as its delivery says. */
final class AnswerSender {
    private AnswerSender() {}

    /**
     * @param done runs when the last byte is about to be handed to the connection
     */
    static Mono<Void> send(Answer answer, HttpServerResponse response, Channel channel, Runnable done) {
        Delivery delivery = answer.delivery();
        return Mono.when(delivery.gate())
                .then(pause(delivery.delay(), channel))
                .then(Mono.defer(() -> write(answer, response, channel, done)));
    }

    private static Mono<Void> write(Answer answer, HttpServerResponse response, Channel channel, Runnable done) {
        Delivery delivery = answer.delivery();
        return switch (delivery.ending()) {
            case COMPLETE -> body(answer, response, channel, done);
            case CLOSE -> body(answer, response, channel, done).then(close(channel, false));
            case RESET -> body(answer, response, channel, done).then(close(channel, true));
            case STALL -> body(answer, response, channel, () -> {}).then(Mono.never());
            case CLOSE_AT_ONCE -> close(channel, false);
            case RESET_AT_ONCE -> close(channel, true);
        };
    }

    private static Mono<Void> body(Answer answer, HttpServerResponse response, Channel channel, Runnable done) {
        response.status(answer.status());
        answer.headers().forEach((name, value) -> value.lines().forEach(line -> response.addHeader(name, line)));
        if (answer.sized()) {
            response.header("Content-Length", Long.toString(length(answer)));
        }
        Delivery delivery = answer.delivery();
        boolean drips = !delivery.pause().isZero();
        Flux<ByteBuf> chunks = Flux.fromIterable(
                        () -> new Chunks(answer.texts().iterator(), delivery.burst(), delivery.limit(), done))
                .map(Unpooled::wrappedBuffer);
        Flux<ByteBuf> paced = drips
                ? chunks.concatMap(chunk -> pause(delivery.pause(), channel).then(Mono.just(chunk)), 1)
                : chunks;
        return response.send(paced, chunk -> drips).then();
    }

    private static long length(Answer answer) {
        AtomicLong length = new AtomicLong();
        answer.texts().forEach(text -> length.addAndGet(text.getBytes(StandardCharsets.UTF_8).length));
        return length.get();
    }

    private static Mono<Void> pause(Duration time, Channel channel) {
        return time.isZero()
                ? Mono.empty()
                : Mono.delay(time, Schedulers.fromExecutorService(channel.eventLoop()))
                        .then();
    }

    /** Closes without completing, so that nothing ends the HTTP answer properly. */
    private static Mono<Void> close(Channel channel, boolean reset) {
        return FutureMono.deferFuture(() -> {
                    if (reset) {
                        channel.config().setOption(ChannelOption.SO_LINGER, 0);
                    }
                    ChannelHandlerContext tls = channel.pipeline().context(SslHandler.class);
                    return reset && tls != null ? tls.close() : channel.close(); // a reset has no farewell
                })
                .then(Mono.never());
    }
}
