// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.VERIFIER;
import static io.blueflux.webhooks.webflux.Deliveries.body;
import static io.blueflux.webhooks.webflux.Deliveries.deliver;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.query;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.webhook.WebhookEvent;
import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class WebhookIntakeTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5); // wraps round in the tests
    private final WebhookIntake intake = intake(WebhookLimits.DEFAULT);

    @Test
    void eventsComeInTheirOrder() {
        intake.events()
                .as(StepVerifier::create)
                .then(() -> assertThat(deliver(intake, ended(1, 2))).isEqualTo(Answer.ACCEPTED))
                .then(() -> assertThat(deliver(intake, ended(3))).isEqualTo(Answer.ACCEPTED))
                .recordWith(ArrayList::new)
                .expectNextCount(3)
                .consumeRecordedWith(all -> assertThat(times(all)).containsExactly(1L, 2L, 3L))
                .thenCancel()
                .verify();
    }

    @Test
    void onlyWhatIsAskedForIsHandedOver() {
        deliver(intake, ended(1, 2, 3));

        StepVerifier.create(intake.events(), 0)
                .expectSubscription()
                .thenRequest(1)
                .assertNext(at(1))
                .then(() -> deliver(intake, ended(4)))
                .thenRequest(2)
                .assertNext(at(2))
                .assertNext(at(3))
                .thenRequest(5)
                .assertNext(at(4))
                .thenCancel()
                .verify();
    }

    @Test
    void whatIsForgedOrMalformedIsRefused() {
        byte[] forged = ended(1);
        byte[] malformed = body(1, "{");

        assertThat(intake.receive("checksum=00", null, forged)).isEqualTo(Answer.UNVERIFIED);
        assertThat(intake.receive(null, null, forged)).isEqualTo(Answer.UNVERIFIED);
        assertThat(deliver(intake, malformed)).isEqualTo(Answer.MALFORMED);
        assertThat(deliver(intake, body(1, "[]"))).isEqualTo(Answer.ACCEPTED);
        intake.dispose();
        intake.events().as(StepVerifier::create).verifyComplete();
    }

    @Test
    void bodyThatBreaksOffIsMalformed() {
        byte[] body = ended(1);
        WebhookIntake.Request request = new WebhookIntake.Request(query(body), null, -1);
        Flux<byte[]> broken = Flux.just(body).concatWith(Flux.error(new IOException("connection closed")));

        intake.handle(request, broken, Mono::just)
                .as(StepVerifier::create)
                .expectNext(Answer.MALFORMED)
                .verifyComplete();
        assertThat(deliver(intake, body)).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void fullBufferRefusesAndTheRetryIsNoDuplicate() {
        WebhookIntake small = intake(WebhookLimits.DEFAULT.withBufferedEvents(2));

        assertThat(deliver(small, ended(1, 2))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(small, ended(3))).isEqualTo(Answer.BUSY);
        StepVerifier.create(small.events(), 1)
                .assertNext(at(1))
                .then(() -> assertThat(deliver(small, ended(3, 4))).isEqualTo(Answer.BUSY))
                .then(() -> assertThat(deliver(small, ended(3))).isEqualTo(Answer.ACCEPTED))
                .thenRequest(2)
                .assertNext(at(2))
                .assertNext(at(3))
                .thenCancel()
                .verify();
    }

    @Test
    void deliveryLargerThanTheBufferPassesWhenNothingWaits() {
        WebhookIntake small = intake(WebhookLimits.DEFAULT.withBufferedEvents(1));

        assertThat(deliver(small, ended(1, 2, 3))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(small, ended(4))).isEqualTo(Answer.BUSY);
        small.events().take(3).as(StepVerifier::create).expectNextCount(3).verifyComplete();
        assertThat(deliver(small, ended(4))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void repetitionIsDroppedWhileItIsRemembered() {
        WebhookIntake brief = intake(WebhookLimits.DEFAULT.withDuplicates(Duration.ofNanos(10), 100));

        assertThat(deliver(brief, ended(1))).isEqualTo(Answer.ACCEPTED);
        nanoTime.addAndGet(9);
        assertThat(deliver(brief, ended(1))).isEqualTo(Answer.DUPLICATE);
        nanoTime.addAndGet(1);
        assertThat(deliver(brief, ended(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void oldestIsForgottenFirst() {
        WebhookIntake forgetful = intake(WebhookLimits.DEFAULT.withDuplicates(Duration.ofHours(1), 2));
        deliver(forgetful, ended(1));
        deliver(forgetful, ended(2));
        deliver(forgetful, ended(3));

        assertThat(deliver(forgetful, ended(3))).isEqualTo(Answer.DUPLICATE);
        assertThat(deliver(forgetful, ended(2))).isEqualTo(Answer.DUPLICATE);
        assertThat(deliver(forgetful, ended(1))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void sameEventInAnotherDeliveryIsARepetition() {
        String event = "{\"data\":{\"id\":\"meeting-ended\",\"event\":{\"ts\":1}}}";

        assertThat(deliver(intake, body(1, "[" + event + "]"))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(intake, body(2, "[" + event + "]"))).isEqualTo(Answer.DUPLICATE);
        assertThat(deliver(intake, body(3, "[" + event + "," + event.replace("1", "2") + "]")))
                .isEqualTo(Answer.ACCEPTED);
        intake.dispose();
        intake.events().as(StepVerifier::create).expectNextCount(2).verifyComplete();
    }

    @Test
    void eventWithoutATimeIsRepeatedOnlyByItsOwnDelivery() {
        String event = "[{\"data\":{\"id\":\"meeting-ended\"}}]";

        assertThat(deliver(intake, body(1, event))).isEqualTo(Answer.ACCEPTED);
        assertThat(deliver(intake, body(1, event))).isEqualTo(Answer.DUPLICATE);
        assertThat(deliver(intake, body(2, event))).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void secondSubscriberIsRefusedAndTheFirstGoesOn() {
        intake.events()
                .as(StepVerifier::create)
                .expectSubscription()
                .then(() -> intake.events().as(StepVerifier::create).verifyError(IllegalStateException.class))
                .then(() -> deliver(intake, ended(1)))
                .assertNext(at(1))
                .thenCancel()
                .verify();
    }

    @Test
    void nextSubscriberGoesOnWhereTheLastOneStopped() {
        deliver(intake, ended(1, 2, 3));

        intake.events().take(1).as(StepVerifier::create).assertNext(at(1)).verifyComplete();
        intake.events()
                .take(2)
                .as(StepVerifier::create)
                .assertNext(at(2))
                .assertNext(at(3))
                .verifyComplete();
    }

    @Test
    void disposedIntakeHandsOverWhatItHasAndCompletes() {
        deliver(intake, ended(1));
        intake.dispose();

        assertThat(intake.isDisposed()).isTrue();
        assertThat(deliver(intake, ended(2))).isEqualTo(Answer.BUSY);
        intake.events().as(StepVerifier::create).assertNext(at(1)).verifyComplete();
        intake.events().as(StepVerifier::create).verifyComplete();
    }

    @Test
    void disposingCompletesTheSubscriber() {
        intake.events()
                .as(StepVerifier::create)
                .expectSubscription()
                .then(intake::dispose)
                .verifyComplete();
    }

    @Test
    void requestFromWithinOnNextIsHonoured() {
        deliver(intake, ended(IntStream.range(0, 900).toArray()));
        intake.dispose();

        intake.events()
                .limitRate(1)
                .as(StepVerifier::create)
                .expectNextCount(900)
                .verifyComplete();
    }

    /** Many threads deliver, subscribers come and go: each accepted event arrives once. */
    @Test
    void nothingIsLostOrDoubledUnderContention() throws InterruptedException {
        WebhookIntake small = intake(WebhookLimits.DEFAULT.withBufferedEvents(8));
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(2_000);
        Disposable reader = small.events()
                .take(3) // asks for three, so that nothing is under way when it cancels
                .repeat()
                .subscribe(event -> {
                    seen.add(millis(event));
                    all.countDown();
                });

        Flux.range(1, 2_000)
                .parallel(4)
                .runOn(Schedulers.boundedElastic())
                .doOnNext(time -> {
                    while (deliver(small, ended(time)) == Answer.BUSY) {
                        Thread.onSpinWait();
                    }
                })
                .sequential()
                .blockLast();
        all.await();
        reader.dispose();

        assertThat(seen).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void cancelFreesThePlaceOfTheSubscriber() {
        BaseSubscriber<WebhookEvent> first = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }
        };
        intake.events().subscribe(first);
        first.cancel();
        deliver(intake, ended(1));

        intake.events().take(1).as(StepVerifier::create).assertNext(at(1)).verifyComplete();
    }

    @Test
    void limitsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withHeldBytes(0))
                .withMessageContaining("heldBytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withBodyTime(Duration.ZERO))
                .withMessageContaining("bodyTime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withMaxAge(Duration.ofSeconds(-1)))
                .withMessageContaining("maxAge");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withBodyBytes(0))
                .withMessageContaining("bodyBytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withBufferedEvents(0))
                .withMessageContaining("bufferedEvents");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withDuplicates(Duration.ofSeconds(-1), 1))
                .withMessageContaining("duplicateWindow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withDuplicates(Duration.ofDays(2), 1))
                .withMessageContaining("duplicateWindow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookLimits.DEFAULT.withDuplicates(Duration.ZERO, 0))
                .withMessageContaining("duplicateEntries");
    }

    private WebhookIntake intake(WebhookLimits limits) {
        return new WebhookIntake(VERIFIER, limits, nanoTime::get, Clock.systemUTC());
    }

    private static Consumer<WebhookEvent> at(long time) {
        return event -> assertThat(millis(event)).isEqualTo(time);
    }

    private static long millis(WebhookEvent event) {
        return requireNonNull(event.timestamp()).toEpochMilli();
    }

    private static List<Long> times(Iterable<WebhookEvent> events) {
        List<Long> times = new ArrayList<>();
        events.forEach(event -> times.add(millis(event)));
        return times;
    }
}
