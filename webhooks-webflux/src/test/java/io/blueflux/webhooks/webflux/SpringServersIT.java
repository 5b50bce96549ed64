// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.http.server.HttpServer;

class SpringServersIT extends ServersRouteContract {
    @Override
    HttpServer routed(HttpServer server, ServerWebhooks hooks) {
        HttpHandler handler = RouterFunctions.toHttpHandler(SpringWebhooks.route("/bbb-hooks/{server}", hooks));
        return server.handle(new ReactorHttpHandlerAdapter(handler));
    }

    @Test
    void pathWithoutTheServerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpringWebhooks.route("/bbb-hooks/{name}", ServerWebhooks.of(WebhookLimits.DEFAULT)))
                .withMessageContaining("{server}");
    }
}
