// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhooks.webflux.WebhookIntake;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class HookConfigurationTest {
    private static final byte[] JOINED = ("timestamp=" + System.currentTimeMillis()
                    + "&event=[{\"data\":{\"id\":\"user-joined\",\"attributes\":{"
                    + "\"meeting\":{\"external-meeting-id\":\"room-1\"},\"user\":{\"name\":\"Ada\"}}}}]")
            .getBytes(UTF_8);

    @Test
    void hookBecomesAStreamForTheBrowser() {
        HookConfiguration configuration = new HookConfiguration();
        WebhookIntake intake = configuration.bbbEvents("s3cret", "https://app.example.org/bbb-hook");

        new ArrivalsController(intake)
                .arrivals()
                .as(StepVerifier::create)
                .then(() -> assertThat(
                                intake.receive(null, "Bearer s3cret", JOINED).status())
                        .isEqualTo(200))
                .expectNext("Ada joined room-1")
                .then(intake::dispose)
                .verifyComplete();
        assertThat(configuration.bbbHook(intake)).isNotNull();
    }
}
