// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import io.blueflux.webhooks.webflux.WebhookIntake.Request;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings the requests of a Spring WebFlux server to those who take them; Spring 6.2 or 7. */
public final class SpringWebhooks {
    private SpringWebhooks() {}

    /**
     * Makes a route for POST requests. Their bodies are read as bytes, before any codec of the application.
     *
     * @param path where the hook's requests come in, as Spring's path patterns are written; behind a proxy it may differ
     *     from what was registered
     * @param intake takes them
     * @return the route, for a {@code @Bean} or {@code RouterFunctions.toHttpHandler}
     */
    public static RouterFunction<ServerResponse> route(String path, WebhookIntake intake) {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(intake, "intake");
        return RouterFunctions.route()
                .POST(path, http -> intake.handle(request(http), chunks(http), SpringWebhooks::respond))
                .build();
    }

    /**
     * Makes a route for the POST requests of many servers. Their bodies are read as bytes, before any codec of the application.
     *
     * @param path where the hooks' requests come in, with the server's name as the variable {@code server}:
     *     {@code /bbb-hooks/{server}}
     * @param hooks takes them
     * @return the route, for a {@code @Bean} or {@code RouterFunctions.toHttpHandler}
     * @throws IllegalArgumentException if the path has no such variable
     */
    public static RouterFunction<ServerResponse> route(String path, ServerWebhooks hooks) {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(hooks, "hooks");
        if (!path.contains("{server}")) {
            throw new IllegalArgumentException("path must have the variable {server}");
        }
        return RouterFunctions.route()
                .POST(
                        path,
                        http -> hooks.handle(
                                http.pathVariable("server"), request(http), chunks(http), SpringWebhooks::respond))
                .build();
    }

    private static Request request(ServerRequest http) {
        return new Request(
                http.uri().getRawQuery(),
                http.headers().firstHeader("Authorization"),
                http.headers().contentLength().orElse(-1));
    }

    private static Flux<byte[]> chunks(ServerRequest http) {
        return http.exchange().getRequest().getBody().map(SpringWebhooks::bytes);
    }

    private static Mono<ServerResponse> respond(Answer answer) {
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
        return (answer == Answer.TOO_SLOW ? response.header("Connection", "close") : response).build();
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
