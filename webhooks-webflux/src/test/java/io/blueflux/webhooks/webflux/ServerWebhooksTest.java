// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.deliver;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.query;
import static io.blueflux.webhooks.webflux.Deliveries.urlOf;
import static io.blueflux.webhooks.webflux.Deliveries.verifierOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import io.blueflux.webhooks.webflux.WebhookIntake.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ServerWebhooksTest {
    private final ServerWebhooks hooks = hooks(WebhookLimits.DEFAULT, "a", "b");

    @Test
    void eventsSayTheirServer() {
        assertThat(deliver(hooks, "a", ended(1))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(hooks, "b", ended(2))).isEqualTo(Answer.ACCEPTED);

        hooks.dispose();

        hooks.events()
                .map(ServerWebhooksTest::text)
                .as(StepVerifier::create)
                .expectNext("a1", "b2")
                .verifyComplete();
    }

    @Test
    void proofOfOneServerIsNoneForAnother() {
        byte[] body = ended(1);

        assertThat(hooks.receive("b", query(urlOf("a"), Deliveries.SECRET, body), null, body))
                .isEqualTo(Answer.UNVERIFIED);
    }

    @Test
    void unknownServerIsNotFoundAndItsBodyNotAskedFor() {
        AtomicInteger asked = new AtomicInteger();
        Flux<byte[]> chunks = Flux.<byte[]>never().doOnSubscribe(subscription -> asked.incrementAndGet());
        Request request = new Request("checksum=" + "0".repeat(40), null, Long.MAX_VALUE);
        hooks.remove("b");

        for (String unknown : List.of("c", "b", "", "A")) {
            assertThat(hooks.handle(unknown, request, chunks, Mono::just).block())
                    .isEqualTo(Answer.UNKNOWN_SERVER);
            assertThat(deliverUnder(unknown)).isEqualTo(Answer.UNKNOWN_SERVER);
        }
        assertThat(Answer.UNKNOWN_SERVER.status()).isEqualTo(404);
        assertThat(asked).hasValue(0);
    }

    private Answer deliverUnder(String server) {
        return hooks.receive(server, query(urlOf("b"), Deliveries.SECRET, ended(1)), null, ended(1));
    }

    @Test
    void serversTakeTurnsAndOnlyWhatIsAskedForIsHandedOver() {
        deliver(hooks, "a", ended(1, 2, 3));
        deliver(hooks, "b", ended(4, 5));

        StepVerifier.create(hooks.events().map(ServerWebhooksTest::text), 0)
                .expectSubscription()
                .thenRequest(1)
                .expectNext("a1")
                .then(() -> deliver(hooks, "b", ended(6)))
                .thenRequest(3)
                .expectNext("b4", "a2", "b5")
                .thenRequest(9)
                .expectNext("a3", "b6")
                .thenCancel()
                .verify();
    }

    @Test
    void newSecretCountsAtOnceAndKeepsWhatWaitsAndWhatIsRemembered() {
        deliver(hooks, "a", ended(1));
        Sinks.Many<byte[]> slow = Sinks.many().unicast().onBackpressureBuffer();
        byte[] body = ended(2);
        Request old = new Request(query(urlOf("a"), Deliveries.SECRET, body), null, body.length);
        StepVerifier underWay = hooks.handle("a", old, slow.asFlux(), Mono::just)
                .as(StepVerifier::create)
                .expectNext(Answer.UNVERIFIED)
                .expectComplete()
                .verifyLater();

        hooks.put("a", verifierOf("a", "new"));
        slow.tryEmitNext(body).orThrow();
        slow.tryEmitComplete().orThrow();

        underWay.verify();
        assertThat(deliver(hooks, "a", ended(2))).isEqualTo(Answer.UNVERIFIED);
        assertThat(deliver(hooks, "a", "new", ended(1))).isEqualTo(Answer.DUPLICATE);
        assertThat(deliver(hooks, "a", "new", ended(2))).isEqualTo(Answer.ACCEPTED);
        hooks.dispose();
        hooks.events()
                .map(ServerWebhooksTest::text)
                .as(StepVerifier::create)
                .expectNext("a1", "a2")
                .verifyComplete();
    }

    @Test
    void removedServerHandsOverWhatItHasAndMayComeBack() {
        deliver(hooks, "a", ended(1, 2));
        hooks.remove("a");
        hooks.remove("never there");
        assertThat(deliver(hooks, "a", ended(3))).isEqualTo(Answer.UNKNOWN_SERVER);

        hooks.put("a", verifierOf("a"));
        assertThat(deliver(hooks, "a", ended(1))).isEqualTo(Answer.DUPLICATE);
        assertThat(deliver(hooks, "a", ended(3))).isEqualTo(Answer.ACCEPTED);
        hooks.remove("a");

        hooks.events()
                .map(ServerWebhooksTest::text)
                .take(3)
                .as(StepVerifier::create)
                .expectNext("a1", "a2", "a3")
                .verifyComplete();
    }

    @Test
    void whatIsRememberedOfARemovedServerGoesWithItsLastEvent() {
        deliver(hooks, "a", ended(1));
        hooks.events().take(1).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        hooks.remove("a");
        hooks.put("a", verifierOf("a"));
        assertThat(deliver(hooks, "a", ended(1))).isEqualTo(Answer.ACCEPTED);

        hooks.remove("a");
        StepVerifier.create(hooks.events().map(ServerWebhooksTest::text), 1)
                .expectNext("a1")
                .then(() -> hooks.put("a", verifierOf("a")))
                .then(() -> assertThat(deliver(hooks, "a", ended(1))).isEqualTo(Answer.ACCEPTED))
                .thenRequest(1)
                .expectNext("a1")
                .thenCancel()
                .verify();
    }

    @Test
    void replacingAllKeepsThoseWhoStay() {
        deliver(hooks, "a", ended(1));

        hooks.replaceAll(Map.of("a", verifierOf("a"), "c", verifierOf("c")));

        assertThat(deliver(hooks, "a", ended(1))).isEqualTo(Answer.DUPLICATE);
        assertThat(deliver(hooks, "b", ended(1))).isEqualTo(Answer.UNKNOWN_SERVER);
        assertThat(deliver(hooks, "c", ended(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void replacingAllByWhatIsWrongChangesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hooks.replaceAll(Map.of("c", verifierOf("c"), "..", verifierOf("c"))))
                .withMessageContaining("server");

        assertThat(deliver(hooks, "a", ended(1))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(hooks, "c", ended(1))).isEqualTo(Answer.UNKNOWN_SERVER);
    }

    @Test
    void disposingCompletesOnceNothingWaitsAndServersAreToTryAgain() {
        deliver(hooks, "a", ended(1));

        StepVerifier.create(hooks.events().map(ServerWebhooksTest::text), 0)
                .then(hooks::dispose)
                .then(() -> hooks.put("c", verifierOf("c")))
                .then(() -> assertThat(Stream.of("a", "b", "c").map(server -> deliver(hooks, server, ended(2))))
                        .containsOnly(Answer.BUSY))
                .thenRequest(1)
                .expectNext("a1")
                .verifyComplete();
        assertThat(hooks.isDisposed()).isTrue();
        hooks.events().as(StepVerifier::create).verifyComplete();
    }

    @Test
    void thereIsOneSubscriberAtATimeAndWhatItThrowsEndsItOnly() {
        List<Throwable> ends = new ArrayList<>();
        hooks.events()
                .subscribe(
                        event -> {
                            throw new StackOverflowError("thrown");
                        },
                        ends::add);
        hooks.events().take(1).as(StepVerifier::create).verifyError(IllegalStateException.class);

        assertThat(deliver(hooks, "a", ended(1, 2))).isEqualTo(Answer.ACCEPTED);

        assertThat(ends).hasSize(1);
        assertThat(deliver(hooks, "b", ended(3))).isEqualTo(Answer.ACCEPTED);
        hooks.events()
                .map(ServerWebhooksTest::text)
                .take(2)
                .as(StepVerifier::create)
                .expectNext("a2", "b3")
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/hooks", "https://h/hooks/"})
    void callbackUrlHasTheNameAsItsLastSegment(String external) {
        assertThat(ServerWebhooks.callbackUrl(external, "s-1.x_y~Z")).isEqualTo("https://h/hooks/s-1.x_y~Z");
        assertThat(ServerWebhooks.callbackUrl(external, "a/b ü*+%?#"))
                .isEqualTo("https://h/hooks/a%2Fb%20%C3%BC%2A%2B%25%3F%23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\uD800"})
    void nameThatNoUrlHoldsIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hooks.put(name, verifierOf("a")))
                .withMessageStartingWith("server ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerWebhooks.callbackUrl("https://h", name))
                .withMessageStartingWith("server ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/hooks?a=b", "https://h/hooks#a"})
    void callbackUrlsAreMadeOfWhatASegmentCanFollow(String external) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerWebhooks.callbackUrl(external, "a"))
                .withMessageStartingWith("externalUrl ");
    }

    static ServerWebhooks hooks(WebhookLimits limits, String... servers) {
        ServerWebhooks hooks = ServerWebhooks.of(limits);
        Stream.of(servers).forEach(server -> hooks.put(server, verifierOf(server)));
        return hooks;
    }

    static String text(ServerWebhook webhook) {
        return webhook.server() + requireNonNull(webhook.event().timestamp()).toEpochMilli();
    }
}
