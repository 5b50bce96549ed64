// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import reactor.netty.http.server.HttpServer;

class NettyWebhooksIT extends RouteContract {
    @Override
    HttpServer routed(HttpServer server, String path, WebhookIntake intake) {
        return server.route(
                routes -> routes.route(request -> request.uri().startsWith(path), NettyWebhooks.handler(intake)));
    }
}
