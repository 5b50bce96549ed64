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
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Brings the requests of a reactor-netty server to those who take them; without Spring. */
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
        return posts((http, response) ->
                intake.handle(request(http), http.receive().asByteArray(), answer -> respond(response, answer)));
    }

    /**
     * Makes a handler for the POST requests of many servers; others are answered with 405.
     *
     * @param hooks takes them
     * @return the handler, for a route with the server's name as the parameter {@code server}:
     *     {@code HttpServer.route(routes -> routes.post("/bbb-hooks/{server}", handler))}; without it no server is known
     */
    public static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler(ServerWebhooks hooks) {
        Objects.requireNonNull(hooks, "hooks");
        return posts((http, response) -> hooks.handle(
                server(http), request(http), http.receive().asByteArray(), answer -> respond(response, answer)));
    }

    private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> posts(
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        return (request, response) -> request.method().equals(HttpMethod.POST)
                ? handler.apply(request, response)
                : response.status(METHOD_NOT_ALLOWED)
                        .header(HttpHeaderNames.ALLOW, "POST")
                        .send();
    }

    private static String server(HttpServerRequest http) {
        String segment = http.param("server");
        return segment == null ? "" : ServerNames.decode(segment);
    }

    private static Request request(HttpServerRequest http) {
        HttpHeaders headers = http.requestHeaders();
        return new Request(
                rawQuery(http.uri()),
                headers.get(HttpHeaderNames.AUTHORIZATION),
                contentLength(headers.get(HttpHeaderNames.CONTENT_LENGTH)));
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
