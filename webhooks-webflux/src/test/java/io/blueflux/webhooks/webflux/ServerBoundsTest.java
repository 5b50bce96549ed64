// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.body;
import static io.blueflux.webhooks.webflux.Deliveries.deliver;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.ServerWebhooksTest.hooks;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Whatever one of many servers sends, the others have their room. */
class ServerBoundsTest {
    private static final int KILO = 1_000;

    @Test
    void eachServerHasItsOwnMemoryAndBuffer() {
        ServerWebhooks small = hooks(WebhookLimits.DEFAULT.withBufferedEvents(2), "a", "b");

        assertThat(deliver(small, "a", ended(1, 2))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(small, "a", ended(3))).isEqualTo(Answer.BUSY);
        assertThat(deliver(small, "b", ended(1, 2))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(small, "a", ended(1, 2))).isEqualTo(Answer.DUPLICATE);
    }

    @Test
    void floodOfOneServerLeavesRoomAndTurnsToTheOthers() {
        ServerWebhooks small = hooks(WebhookLimits.DEFAULT.withHeldBytes(1 << 20), "a", "b", "c");
        int accepted = 0;
        for (int time = 0; time < 100_000; time++) {
            accepted += deliver(small, "a", ended(time)) == Answer.ACCEPTED ? 1 : 0;
            if (time % 10_000 == 9_999) {
                assertThat(deliver(small, time % 20_000 == 9_999 ? "b" : "c", ended(time)))
                        .isEqualTo(Answer.ACCEPTED);
            }
        }

        assertThat(accepted).isEqualTo(WebhookLimits.DEFAULT.bufferedEvents());
        small.events()
                .map(ServerWebhook::server)
                .take(15)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(first -> {
                    assertThat(first.stream().filter("b"::equals)).hasSize(5);
                    assertThat(first.stream().filter("c"::equals)).hasSize(5);
                })
                .verifyComplete();
    }

    @Test
    void noServerTakesMoreBytesThanItLeavesFree() {
        ServerWebhooks small =
                hooks(WebhookLimits.DEFAULT.withHeldBytes(40 * KILO).withBodyBytes(4 * KILO), "a", "b", "c");
        List<Answer> answers = new ArrayList<>();

        IntStream.range(0, 9).forEach(number -> answers.add(deliver(small, "a", large(number))));
        assertThat(answers).hasSize(9).filteredOn(Answer.ACCEPTED::equals).hasSize(6);
        answers.clear();
        IntStream.range(0, 9).forEach(number -> answers.add(deliver(small, "b", large(number))));
        assertThat(answers).filteredOn(Answer.ACCEPTED::equals).hasSize(3);
        assertThat(deliver(small, "c", large(1))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(small, "a", ended(1))).isEqualTo(Answer.BUSY);

        small.events().take(10).as(StepVerifier::create).expectNextCount(10).verifyComplete();
        assertThat(deliver(small, "a", ended(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void largestBodyFitsHoweverSmallTheBoundOfAll() {
        ServerWebhooks small = hooks(WebhookLimits.DEFAULT.withHeldBytes(1).withBodyBytes(4 * KILO), "a");

        assertThat(deliver(small, "a", large(1))).isEqualTo(Answer.ACCEPTED);
    }

    /** One event of three kilobytes. */
    private static byte[] large(int number) {
        return body(1, "[{\"n\":" + number + ",\"pad\":\"" + "x".repeat(3 * KILO) + "\"}]");
    }
}
