// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Gives each answer on the event loop of its connection, whoever makes it: an answer of Blueflux comes from the loop of a connection to
 * a BBB server. Keeps out of the way of {@link OnOldReactorNetty}.
 */
final class AnswersOnTheirLoop implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Scheduler loop = loop(exchange.getResponse());
        if (loop == null) {
            return chain.filter(exchange);
        }
        ServerWebExchange told = exchange.mutate()
                .response(new OnLoop(exchange.getResponse(), loop))
                .build();
        return chain.filter(told).publishOn(loop);
    }

    private static @Nullable Scheduler loop(ServerHttpResponse response) {
        if (!(under(response) instanceof HttpServerResponse http)) {
            return null;
        }
        AtomicReference<@Nullable Scheduler> loop = new AtomicReference<>();
        http.withConnection(connection ->
                loop.set(Schedulers.fromExecutor(connection.channel().eventLoop())));
        return loop.get();
    }

    /** The response of the web server; null if there is none, as in tests with a mock of one. */
    private static @Nullable Object under(ServerHttpResponse response) {
        try {
            return ServerHttpResponseDecorator.getNativeResponse(response);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static final class OnLoop extends ServerHttpResponseDecorator {
        private final Scheduler loop;

        OnLoop(ServerHttpResponse response, Scheduler loop) {
            super(response);
            this.loop = loop;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(
                    body instanceof Mono<? extends DataBuffer> one
                            ? one.publishOn(loop)
                            : Flux.from(body).publishOn(loop, 1));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(Flux.from(body).publishOn(loop, 1));
        }
    }
}
