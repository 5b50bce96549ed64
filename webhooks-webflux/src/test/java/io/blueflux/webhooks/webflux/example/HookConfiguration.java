// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux.example;

import io.blueflux.SharedSecret;
import io.blueflux.webhook.WebhookVerifier;
import io.blueflux.webhooks.webflux.SpringWebhooks;
import io.blueflux.webhooks.webflux.WebhookIntake;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration
class HookConfiguration {
    @Bean
    WebhookIntake bbbEvents(@Value("${bbb.secret}") String secret, @Value("${bbb.hook}") String callbackUrl) {
        return WebhookIntake.of(WebhookVerifier.of(SharedSecret.of(secret), callbackUrl));
    }

    @Bean
    RouterFunction<ServerResponse> bbbHook(WebhookIntake bbbEvents) {
        return SpringWebhooks.route("/bbb-hook", bbbEvents);
    }
}
