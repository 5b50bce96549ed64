// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.http.server.HttpServer;

class SpringWebhooksIT extends RouteContract {
    @Override
    HttpServer routed(HttpServer server, String path, WebhookIntake intake) {
        HttpHandler handler = RouterFunctions.toHttpHandler(SpringWebhooks.route(path, intake));
        return server.handle(new ReactorHttpHandlerAdapter(handler));
    }
}
