// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class RetryPolicyTest {
    private static final CallSite SITE = new CallSite("bbb1", "getMeetings");
    private final BbbException passing =
            new TransportException(SITE, TransportException.Kind.CONNECT_FAILED, "no connection", null);
    private final BbbException lasting =
            new ApiFailedException(SITE, "FAILED", List.of(new ApiError("notFound", "")), 200);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final RetryPolicy policy = RetryPolicy.NONE
            .withAttempts(4)
            .withBackoff(Duration.ofSeconds(1), Duration.ofSeconds(3))
            .withJitter(0);

    @Test
    void pausesDoubleUpToTheLongest() {
        StepVerifier.create(repeated(failing(9, passing), RetryPolicyTest::always))
                .then(() -> advance(999, 1))
                .then(() -> advance(1, 2))
                .then(() -> advance(1_999, 2))
                .then(() -> advance(1, 3))
                .then(() -> advance(2_999, 3))
                .then(() -> advance(1, 4))
                .expectErrorMatches(error -> error == passing)
                .verify();
    }

    @Test
    void whatSucceedsAtLastIsASuccess() {
        StepVerifier.create(repeated(failing(2, passing), RetryPolicyTest::always))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(3)))
                .expectNext(3)
                .verifyComplete();
    }

    @Test
    void aLastingErrorIsNotRepeated() {
        StepVerifier.create(repeated(failing(1, lasting), RetryPolicyTest::always))
                .expectErrorMatches(error -> error == lasting)
                .verify();
        assertThat(subscriptions).hasValue(1);
    }

    @Test
    void aForeignErrorIsNotRepeated() {
        StepVerifier.create(repeated(Flux.error(new IllegalStateException("bug")), RetryPolicyTest::always))
                .expectError(IllegalStateException.class)
                .verify();
    }

    @Test
    void theTestDecidesByThePause() {
        StepVerifier.create(repeated(failing(9, passing), (error, pause) -> pause.compareTo(Duration.ofSeconds(2)) < 0))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectErrorMatches(error -> error == passing)
                .verify();
        assertThat(subscriptions).hasValue(2);
    }

    @Test
    void cancellingEndsThePause() {
        StepVerifier.create(repeated(failing(1, passing), RetryPolicyTest::always))
                .expectSubscription()
                .then(() -> advance(500, 1))
                .thenCancel()
                .verify();
        time.advanceTimeBy(Duration.ofHours(1));
        assertThat(subscriptions).hasValue(1);
    }

    @Test
    void closingTheClientEndsThePause() {
        StepVerifier.create(repeated(failing(1, passing), RetryPolicyTest::always))
                .then(closing::tryEmitEmpty)
                .expectNext(2)
                .verifyComplete();
    }

    @Test
    void withoutATimerTheErrorIsWhatItWas() {
        Scheduler disposed = Schedulers.newSingle("disposed");
        disposed.dispose();

        StepVerifier.create(CallRepetition.of(
                        policy, failing(1, passing), disposed, closing.asMono(), RetryPolicyTest::always))
                .expectErrorMatches(error -> error == passing)
                .verify();
    }

    @Test
    void oneAttemptIsNoRepetition() {
        Flux<Integer> attempt = failing(1, passing);
        assertThat(CallRepetition.of(RetryPolicy.NONE, attempt, time, closing.asMono(), RetryPolicyTest::always))
                .isSameAs(attempt);
    }

    @Test
    void pausesStayWithinTheirBoundsWhateverChanceSays() {
        Random random = new Random(20260102);
        for (int i = 0; i < 10_000; i++) {
            Duration first = Duration.ofMillis(1 + random.nextInt(86_400_000));
            Duration most = Duration.ofMillis(first.toMillis() + random.nextInt(86_400_001 - (int) first.toMillis()));
            RetryPolicy some = RetryPolicy.DEFAULT.withBackoff(first, most).withJitter(random.nextDouble());
            int repetitions = random.nextInt(200);
            Duration longest = some.withJitter(0).pause(repetitions, 1);
            assertThat(longest).isBetween(first, most);
            assertThat(some.pause(repetitions, random.nextDouble()))
                    .isBetween(Duration.ofNanos((long) (longest.toNanos() * (1 - some.jitter()))), longest);
        }
    }

    @Test
    void valuesOutOfBoundsAreRefused() {
        refused("attempts", () -> RetryPolicy.DEFAULT.withAttempts(0));
        refused("firstBackoff", () -> RetryPolicy.DEFAULT.withBackoff(Duration.ZERO, Duration.ofSeconds(1)));
        refused("maxBackoff", () -> RetryPolicy.DEFAULT.withBackoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        refused("maxBackoff", () -> RetryPolicy.DEFAULT.withBackoff(Duration.ofSeconds(2), Duration.ofDays(2)));
        refused("jitter", () -> RetryPolicy.DEFAULT.withJitter(1.1));
        refused("jitter", () -> RetryPolicy.DEFAULT.withJitter(Double.NaN));
    }

    private static void refused(String name, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(name);
    }

    private void advance(long millis, int expectedSubscriptions) {
        time.advanceTimeBy(Duration.ofMillis(millis));
        assertThat(subscriptions).hasValue(expectedSubscriptions);
    }

    private Flux<Integer> repeated(Flux<Integer> attempt, BiPredicate<BbbException, Duration> allowed) {
        return CallRepetition.of(policy, attempt, time, closing.asMono(), allowed);
    }

    /** Fails some times, then answers the number of the subscription. */
    private Flux<Integer> failing(int times, BbbException error) {
        return Flux.defer(() -> {
            int number = subscriptions.incrementAndGet();
            return number <= times ? Flux.error(error) : Flux.just(number);
        });
    }

    private static boolean always(BbbException error, Duration pause) {
        return true;
    }
}
