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

/** Brings an intake the requests of a Spring WebFlux server; Spring 6.2 or 7. */
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
                .POST(path, request -> handle(request, intake))
                .build();
    }

    private static Mono<ServerResponse> handle(ServerRequest http, WebhookIntake intake) {
        Request request = new Request(
                http.uri().getRawQuery(),
                http.headers().firstHeader("Authorization"),
                http.headers().contentLength().orElse(-1));
        Flux<byte[]> chunks = http.exchange().getRequest().getBody().map(SpringWebhooks::bytes);
        return intake.handle(request, chunks, SpringWebhooks::respond);
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
