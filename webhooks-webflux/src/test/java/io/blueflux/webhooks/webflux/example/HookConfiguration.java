// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux.example;

import io.blueflux.SharedSecret;
import io.blueflux.webhook.UserEvent;
import io.blueflux.webhook.WebhookVerifier;
import io.blueflux.webhooks.webflux.SpringWebhooks;
import io.blueflux.webhooks.webflux.WebhookIntake;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;

// README: from here
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

@RestController
class ArrivalsController {
    private final Flux<UserEvent.Joined> arrivals;

    ArrivalsController(WebhookIntake bbbEvents) {
        arrivals = bbbEvents.events().ofType(UserEvent.Joined.class).share();
    }

    @GetMapping(path = "/arrivals", produces = "text/event-stream")
    Flux<String> arrivals() {
        return arrivals.map(joined ->
                joined.details().name() + " joined " + joined.meeting().externalMeetingId());
    }
}
// README: to here
