// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.deliver;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.verifierOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Webhooks that say of whom something new came, whether their events are read or not. */
class NotifyingWebhooksTest {
    private static final WebhookLimits FOUR = WebhookLimits.DEFAULT.withBufferedEvents(4);

    private final List<String> arrived = new ArrayList<>();
    private final ServerWebhooks hooks = hooks(arrived::add);

    @Test
    void eachDeliveryWithNewsIsTold() {
        deliver(hooks, "a", ended(1));
        deliver(hooks, "b", ended(2));
        deliver(hooks, "b", ended(2)); // a repetition
        hooks.receive("a", "checksum=0", null, ended(3)); // a stranger

        assertThat(arrived).containsExactly("a", "b");
    }

    @Test
    void whatNobodyReadsGivesWayToNewEvents() {
        for (int i = 0; i < 20; i++) {
            assertThat(deliver(hooks, "a", ended(i))).isEqualTo(Answer.ACCEPTED);
        }
        assertThat(arrived).hasSize(20);
        assertThat(hooks.heldBytes()).isLessThan(20L * ended(0).length);

        hooks.dispose();
        hooks.events()
                .map(each -> each.event().toString())
                .as(StepVerifier::create)
                .expectNextCount(2)
                .verifyComplete();
        assertThat(hooks.heldBytes()).isZero();
    }

    @Test
    void nothingIsLostOnceSomebodySubscribed() {
        StepVerifier.create(hooks.events(), 0).thenCancel().verify();

        for (int i = 0; i < 4; i++) {
            assertThat(deliver(hooks, "a", ended(i))).isEqualTo(Answer.ACCEPTED);
        }
        assertThat(deliver(hooks, "a", ended(4))).isEqualTo(Answer.BUSY);
        assertThat(arrived).hasSize(4);
        StepVerifier.create(hooks.events(), 4).expectNextCount(4).thenCancel().verify();
    }

    @Test
    void whatTheListenerThrowsHurtsNoDelivery() {
        ServerWebhooks throwing = hooks(server -> {
            throw new AssertionError("thrown by the application");
        });
        assertThat(deliver(throwing, "a", ended(1))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(throwing, "a", ended(2))).isEqualTo(Answer.ACCEPTED);
    }

    private static ServerWebhooks hooks(Consumer<String> arrived) {
        ServerWebhooks hooks = ServerWebhooks.notifying(FOUR, arrived);
        hooks.put("a", verifierOf("a"));
        hooks.put("b", verifierOf("b"));
        return hooks;
    }
}
