// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.VERIFIER;
import static io.blueflux.webhooks.webflux.Deliveries.deliver;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.query;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhook.WebhookEvent;
import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Whatever the application throws, wherever: its subscription ends, the intake and the server's thread go on. */
class ThrowingApplicationTest {
    private final WebhookIntake intake = WebhookIntake.of(VERIFIER, WebhookLimits.DEFAULT.withBufferedEvents(2));
    private final List<Throwable> ends = new ArrayList<>();
    private final AtomicReference<Subscription> subscription = new AtomicReference<>();

    static Stream<Throwable> throwables() {
        return Stream.of(
                new IllegalStateException("thrown"),
                new AssertionError("thrown"),
                new NoClassDefFoundError("thrown"),
                new StackOverflowError("thrown"),
                new OutOfMemoryError("thrown"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void onNext(Throwable thrown) {
        intake.events().subscribe(plain(9, () -> raise(thrown), () -> {}));

        assertThat(deliver(intake, ended(1, 2))).isEqualTo(Answer.ACCEPTED);

        assertThat(ends).containsExactly(thrown);
        nextSubscriberGoesOnAt(2);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void onNextWithinARequest(Throwable thrown) {
        intake.events().subscribe(plain(0, () -> raise(thrown), () -> {}));
        deliver(intake, ended(1, 2));

        requireNonNull(subscription.get()).request(1);

        assertThat(ends).containsExactly(thrown);
        nextSubscriberGoesOnAt(2);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void onNextWhenSubscribing(Throwable thrown) {
        deliver(intake, ended(1, 2));

        intake.events().subscribe(plain(9, () -> raise(thrown), () -> {}));

        assertThat(ends).containsExactly(thrown);
        nextSubscriberGoesOnAt(2);
    }

    /** Reactor's wrapper of such a subscriber lets nothing through any more, so it gets no end; all else is as above. */
    @ParameterizedTest
    @MethodSource("throwables")
    void subscriberThatIsNotOfReactor(Throwable thrown) {
        CoreSubscriber<WebhookEvent> inner = plain(9, () -> raise(thrown), () -> {});
        intake.events().subscribe(FlowAdapters.toSubscriber(FlowAdapters.toFlowSubscriber(inner)));

        assertThat(deliver(intake, ended(1, 2))).isEqualTo(Answer.ACCEPTED);

        nextSubscriberGoesOnAt(2);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void operator(Throwable thrown) {
        intake.events().map(event -> raised(thrown)).subscribe(value -> {}, ends::add);

        deliver(intake, ended(1, 2));

        assertThat(ends).containsExactly(thrown);
        nextSubscriberGoesOnAt(2);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void lambda(Throwable thrown) {
        intake.events().subscribe(event -> raise(thrown), ends::add);

        deliver(intake, ended(1, 2));

        assertThat(ends).containsExactly(thrown);
        nextSubscriberGoesOnAt(2);
    }

    static Stream<Throwable> fatal() {
        return throwables().filter(Exceptions::isFatal);
    }

    /** Other kinds Reactor's operator drops by itself. */
    @ParameterizedTest
    @MethodSource("fatal")
    void requestHook(Throwable thrown) {
        intake.events()
                .doOnRequest(n -> {
                    if (ends.isEmpty() && subscription.get() != null) {
                        raise(thrown);
                    }
                })
                .subscribe(plain(1, () -> requireNonNull(subscription.get()).request(1), () -> {}));

        deliver(intake, ended(1, 2));

        assertThat(ends).containsExactly(thrown);
        nextSubscriberGoesOnAt(2);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void onErrorToo(Throwable thrown) {
        intake.events().subscribe(plain(9, () -> raise(thrown), () -> raise(thrown)));

        assertThat(deliver(intake, ended(1, 2))).isEqualTo(Answer.ACCEPTED);

        nextSubscriberGoesOnAt(2);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void onComplete(Throwable thrown) {
        intake.events().subscribe(plain(9, () -> {}, () -> raise(thrown)));

        intake.dispose();

        intake.events().as(StepVerifier::create).verifyComplete();
        assertThat(deliver(intake, ended(1))).isEqualTo(Answer.BUSY);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void clock(Throwable thrown) {
        AtomicReference<Throwable> fault = new AtomicReference<>(thrown);
        WebhookIntake broken =
                new WebhookIntake(VERIFIER, WebhookLimits.DEFAULT, () -> raisedOnce(fault), new ThrowingClock(fault));
        byte[] body = ended(1);
        WebhookIntake.Request request = new WebhookIntake.Request(query(body), null, -1);

        assertThat(broken.handle(request, Flux.just(body), Mono::just).block()).isEqualTo(Answer.BUSY);
        fault.set(thrown);
        assertThat(deliver(broken, body)).isEqualTo(Answer.BUSY);
        assertThat(deliver(broken, body)).isEqualTo(Answer.ACCEPTED);
        broken.events().take(1).as(StepVerifier::create).expectNextCount(1).verifyComplete();
    }

    @Test
    void theServersAnswerIsNotTouched() {
        byte[] body = ended(1);
        intake.events().subscribe(plain(9, () -> raise(new OutOfMemoryError("thrown")), () -> {}));

        intake.handle(new WebhookIntake.Request(query(body), null, -1), Flux.just(body), Mono::just)
                .as(StepVerifier::create)
                .expectNext(Answer.ACCEPTED)
                .verifyComplete();
    }

    private void nextSubscriberGoesOnAt(long time) {
        assertThat(deliver(intake, ended(3))).isEqualTo(Answer.ACCEPTED);
        intake.events()
                .map(event -> requireNonNull(event.timestamp()).toEpochMilli())
                .take(2)
                .as(StepVerifier::create)
                .expectNext(time, 3L)
                .verifyComplete();
    }

    private CoreSubscriber<WebhookEvent> plain(long demand, Runnable onNext, Runnable onEnd) {
        return new CoreSubscriber<>() {
            @Override
            public void onSubscribe(Subscription given) {
                if (demand > 0) {
                    given.request(demand);
                }
                subscription.set(given);
            }

            @Override
            public void onNext(WebhookEvent event) {
                onNext.run();
            }

            @Override
            public void onError(Throwable error) {
                ends.add(error);
                onEnd.run();
            }

            @Override
            public void onComplete() {
                onEnd.run();
            }
        };
    }

    private static void raise(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    private static Object raised(Throwable thrown) {
        raise(thrown);
        return thrown;
    }

    private static long raisedOnce(AtomicReference<Throwable> fault) {
        Throwable thrown = fault.getAndSet(null);
        if (thrown != null) {
            raise(thrown);
        }
        return 0;
    }

    private static final class ThrowingClock extends Clock {
        private final AtomicReference<Throwable> fault;

        ThrowingClock(AtomicReference<Throwable> fault) {
            this.fault = fault;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            raisedOnce(fault);
            return Instant.now();
        }
    }
}
