// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.VERIFIER;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import io.blueflux.support.guards.NullArguments;
import io.blueflux.support.guards.PublicTypes;
import io.blueflux.webhook.WebhookVerifier;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is missing is named, wherever the module is called. */
class WebhooksArgumentsTest {

    @Test
    void everyMissingArgumentIsNamed() throws Exception {
        NullArguments check = new NullArguments(
                Set.of("duplicateWindow"),
                Duration.ofMinutes(1),
                WebhookVerifier.of(SharedSecret.of("secret"), "https://h.example/hook"),
                WebhookLimits.DEFAULT,
                ServerWebhooks.of(WebhookLimits.DEFAULT),
                VERIFIER.receive(query(ended(1)), null, ended(1)).events().get(0));

        assertThat(check.faults(PublicTypes.of(WebhookIntake.class, "io/blueflux/webhooks/webflux")))
                .isEmpty();
    }
}
