// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import reactor.netty.http.server.HttpServer;

class NettyServersIT extends ServersRouteContract {
    @Override
    HttpServer routed(HttpServer server, ServerWebhooks hooks) {
        return server.route(routes -> routes.post("/bbb-hooks/{server}", NettyWebhooks.handler(hooks)));
    }
}
