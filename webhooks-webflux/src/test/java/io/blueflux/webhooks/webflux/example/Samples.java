// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux.example;

import io.blueflux.SharedSecret;
import io.blueflux.webhook.RecordingReady;
import io.blueflux.webhook.WebhookVerifier;
import io.blueflux.webhooks.webflux.NettyWebhooks;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import io.blueflux.webhooks.webflux.SpringWebhooks;
import io.blueflux.webhooks.webflux.WebhookIntake;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.server.HttpServer;

/** The shorter pieces of the guide, so that the compiler reads them too. */
final class Samples {
    private Samples() {}

    static HttpServer server(SharedSecret secret) {
        WebhookIntake intake = WebhookIntake.of(WebhookVerifier.of(secret, "https://app.example.org/bbb-hook"));
        HttpServer server = HttpServer.create().route(r -> r.post("/bbb-hook", NettyWebhooks.handler(intake)));
        return server;
    }

    static RouterFunction<ServerResponse> manyServers(ServerWebhooks hooks, String name, SharedSecret secret) {
        String callbackUrl = ServerWebhooks.callbackUrl("https://app.example.org/bbb-hooks", name);
        hooks.put(name, WebhookVerifier.of(secret, callbackUrl));
        RouterFunction<ServerResponse> route = SpringWebhooks.route("/bbb-hooks/{server}", hooks);
        return route;
    }

    static String recordingReady(byte[] body, SharedSecret secret) {
        RecordingReady ready = RecordingReady.verified(body, secret);
        return ready.recordId();
    }
}
