// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import io.blueflux.support.guards.NullArguments;
import io.blueflux.support.guards.PublicTypes;
import io.blueflux.webhook.WebhookVerifier;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is missing is named, wherever the intake is called. */
class WebhooksArgumentsTest {

    @Test
    void everyMissingArgumentOfTheIntakeIsNamed() throws Exception {
        NullArguments check = new NullArguments(
                Set.of("duplicateWindow"),
                Duration.ofMinutes(1),
                WebhookVerifier.of(SharedSecret.of("secret"), "https://h.example/hook"),
                WebhookLimits.DEFAULT);

        assertThat(check.faults(PublicTypes.of(WebhookIntake.class, "io/blueflux/webhooks/webflux")))
                .isEmpty();
    }
}
