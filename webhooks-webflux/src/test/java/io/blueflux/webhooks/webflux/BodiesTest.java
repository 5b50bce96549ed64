// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.VERIFIER;
import static io.blueflux.webhooks.webflux.Deliveries.body;
import static io.blueflux.webhooks.webflux.Deliveries.deliver;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhook.WebhookDelivery;
import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import io.blueflux.webhooks.webflux.WebhookIntake.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What bodies may hold, how long they may take, and how old a delivery may be. */
class BodiesTest {
    private static final int KILO = 1_000;
    private static final Request CLAIMED = new Request("checksum=" + "0".repeat(40), null, -1);

    private final List<Answer> answers = new ArrayList<>();

    @Test
    void bodyThatNothingCanProveIsNotAskedFor() {
        AtomicInteger asked = new AtomicInteger();
        Flux<byte[]> chunks = Flux.<byte[]>never().doOnSubscribe(subscription -> asked.incrementAndGet());
        WebhookIntake intake = WebhookIntake.of(VERIFIER);

        for (Request request : List.of(
                new Request(null, null, -1), new Request("a=b", "Bearer x", 10), new Request("checksum=1", null, 10))) {
            assertThat(intake.handle(request, chunks, Mono::just).block()).isEqualTo(Answer.UNVERIFIED);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void silentBodyIsGivenUp() {
        WebhookIntake intake = intake(WebhookLimits.DEFAULT.withHeldBytes(KILO).withBodyBytes(KILO));
        AtomicInteger cancelled = new AtomicInteger();

        StepVerifier.withVirtualTime(() -> intake.handle(
                        CLAIMED,
                        Flux.just(new byte[KILO]).concatWith(Flux.never()).doOnCancel(cancelled::incrementAndGet),
                        Mono::just))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(9_999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(Answer.TOO_SLOW)
                .verifyComplete();

        assertThat(cancelled).hasValue(1);
        assertThat(deliver(intake, ended(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void allBodiesTogetherAreBounded() {
        WebhookIntake intake =
                intake(WebhookLimits.DEFAULT.withHeldBytes(10 * KILO).withBodyBytes(4 * KILO));
        List<Disposable> silent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            silent.add(handle(intake, Flux.just(new byte[3 * KILO]).concatWith(Flux.never())));
        }

        assertThat(answers).containsExactly(Answer.BUSY, Answer.BUSY);
        assertThat(deliver(intake, large(1))).isEqualTo(Answer.BUSY);
        silent.forEach(Disposable::dispose);
        assertThat(deliver(intake, large(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void bodyThatNeverFitsIsTooLargeRatherThanToBeRepeated() {
        WebhookIntake intake =
                intake(WebhookLimits.DEFAULT.withHeldBytes(4 * KILO).withBodyBytes(2 * KILO));

        assertThat(intake.receive("checksum=x", null, new byte[4 * KILO + 1])).isEqualTo(Answer.TOO_LARGE);
        assertThat(intake.receive("checksum=x", null, new byte[4 * KILO])).isNotEqualTo(Answer.TOO_LARGE);
        assertThat(deliver(intake, large(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void bodiesThatEndGiveBackWhatTheyHeld() {
        WebhookIntake intake =
                intake(WebhookLimits.DEFAULT.withHeldBytes(4 * KILO).withBodyBytes(4 * KILO));
        for (int i = 0; i < 100; i++) {
            handle(intake, Flux.just(new byte[3 * KILO]));
            handle(intake, Flux.just(new byte[3 * KILO]).concatWith(Flux.error(new IllegalStateException("broken"))));
            handle(intake, Flux.just(new byte[3 * KILO], new byte[3 * KILO]));
            deliver(intake, body(1, "[]"));
        }

        assertThat(answers).containsOnly(Answer.UNVERIFIED, Answer.MALFORMED, Answer.TOO_LARGE);
        assertThat(deliver(intake, large(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void eventsThatWaitHoldTheirBytesUntilTheyLeave() {
        WebhookIntake intake =
                intake(WebhookLimits.DEFAULT.withHeldBytes(4 * KILO).withBodyBytes(4 * KILO));

        assertThat(deliver(intake, large(1))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(intake, large(2))).isEqualTo(Answer.BUSY);
        intake.events().take(1).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        assertThat(deliver(intake, large(2))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void chunkThatComesAfterTheEndHoldsNothing() {
        HeldBytes held = new HeldBytes(KILO);
        BoundedBody body = new BoundedBody(KILO, held);

        assertThat(body.add(new byte[10])).isTrue();
        body.end();
        assertThat(body.add(new byte[10])).isFalse();
        body.end();

        assertThat(held.now()).isZero();
    }

    /** A server that is not Netty tells of a broken connection on another thread. */
    @Test
    void requestThatEndsWhileItIsAdmittedGivesItsBytesBackOnce() {
        HeldBytes held = new HeldBytes(KILO);
        BoundedBody body = new BoundedBody(KILO, held);
        Admission admission = new Admission(
                new EventQueue<>(10, held, event -> event), new RecentEvents(WebhookLimits.DEFAULT, System::nanoTime));
        byte[] bytes = ended(1);
        body.add(bytes);
        WebhookDelivery delivery = VERIFIER.receive(Deliveries.query(bytes), null, body.bytes());
        body.end();

        assertThat(admission.admit(delivery, body)).isEqualTo(Answer.ACCEPTED);
        assertThat(held.now()).isZero();
    }

    /** A hook of the server's configuration repeats one delivery for ever, and sends nothing else before it is taken. */
    @Test
    void deliveryThatWasRepeatedThroughALongOutageIsAccepted() {
        Clock later = fixed(Instant.now().plus(Duration.ofDays(2)));
        WebhookIntake intake = new WebhookIntake(VERIFIER, WebhookLimits.DEFAULT, System::nanoTime, later);

        assertThat(deliver(intake, ended(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void deliveryOfOtherTimesIsRefusedWhereAskedFor() {
        Instant now = Instant.ofEpochMilli(Deliveries.NOW);

        assertThat(at(now.plus(Duration.ofMinutes(9)))).isEqualTo(Answer.ACCEPTED);
        assertThat(at(now.plus(Duration.ofMinutes(11)))).isEqualTo(Answer.UNVERIFIED);
        assertThat(at(now.minus(Duration.ofMinutes(4)))).isEqualTo(Answer.ACCEPTED);
        assertThat(at(now.minus(Duration.ofMinutes(6)))).isEqualTo(Answer.UNVERIFIED);
        assertThat(at(Instant.EPOCH)).isEqualTo(Answer.UNVERIFIED);
    }

    private static Answer at(Instant time) {
        WebhookLimits limits = WebhookLimits.DEFAULT.withMaxAge(Duration.ofMinutes(10));
        WebhookIntake intake = new WebhookIntake(VERIFIER, limits, System::nanoTime, fixed(time));
        return deliver(intake, ended(1));
    }

    private static Clock fixed(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private Disposable handle(WebhookIntake intake, Flux<byte[]> chunks) {
        return intake.handle(CLAIMED, chunks, Mono::just).subscribe(answers::add);
    }

    private static WebhookIntake intake(WebhookLimits limits) {
        return WebhookIntake.of(VERIFIER, limits);
    }

    /** One event of three kilobytes. */
    private static byte[] large(int number) {
        return body(1, "[{\"n\":" + number + ",\"pad\":\"" + "x".repeat(3 * KILO) + "\"}]");
    }
}
