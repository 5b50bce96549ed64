// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import io.blueflux.webhooks.webflux.WebhookIntake.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Brings an intake the requests of a reactor-netty server; without Spring. */
public final class NettyWebhooks {
    private static final int METHOD_NOT_ALLOWED = 405;

    private NettyWebhooks() {}

    /**
     * Makes a handler for POST requests; others are answered with 405.
     *
     * @param intake takes them
     * @return the handler, for {@code HttpServer.route(routes -> routes.post("/bbb-hook", handler))}
     */
    public static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler(WebhookIntake intake) {
        Objects.requireNonNull(intake, "intake");
        return (request, response) -> request.method().equals(HttpMethod.POST)
                ? handle(request, response, intake)
                : response.status(METHOD_NOT_ALLOWED)
                        .header(HttpHeaderNames.ALLOW, "POST")
                        .send();
    }

    private static Mono<Void> handle(HttpServerRequest http, HttpServerResponse response, WebhookIntake intake) {
        HttpHeaders headers = http.requestHeaders();
        Request request = new Request(
                rawQuery(http.uri()),
                headers.get(HttpHeaderNames.AUTHORIZATION),
                contentLength(headers.get(HttpHeaderNames.CONTENT_LENGTH)));
        Flux<byte[]> chunks = http.receive().asByteArray();
        return intake.handle(request, chunks, answer -> respond(response, answer));
    }

    private static Mono<Void> respond(HttpServerResponse response, Answer answer) {
        return response.keepAlive(answer != Answer.TOO_SLOW)
                .status(answer.status())
                .send();
    }

    private static @Nullable String rawQuery(String uri) {
        int mark = uri.indexOf('?');
        return mark < 0 ? null : uri.substring(mark + 1);
    }

    private static long contentLength(@Nullable String header) {
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return -1; // the body is counted anyway
        }
    }
}
