// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

class CallTimerTest {
    private static final CallSite SITE = new CallSite("bbb1", "getMeetings");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final CallTimer timer = new CallTimer(SITE, time, Duration.ofSeconds(10), Duration.ofSeconds(60));
    private final RunningCalls calls = new RunningCalls(time);
    private final TestPublisher<Integer> answer = TestPublisher.create();

    @Test
    void silenceCountsFromTheMomentAByteIsWanted() {
        verify(LimitedCall.of(answer.flux(), new WireAttempt(timer, false), timer, calls))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(9)))
                .then(timer::waiting)
                .then(() -> time.advanceTimeBy(Duration.ofMillis(9_999)))
                .then(() -> answer.next(1))
                .expectNext(1)
                .then(() -> time.advanceTimeBy(Duration.ofMillis(1)))
                .expectErrorSatisfies(error ->
                        assertThat(((CallTimeoutException) error).stage()).isEqualTo(Stage.SILENCE))
                .verify();
        answer.assertCancelled();
    }

    @Test
    void noSilenceIsCountedWhileNothingIsWanted() {
        verify(LimitedCall.of(answer.flux(), new WireAttempt(timer, false), timer, calls))
                .then(timer::waiting)
                .then(timer::idle)
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(59)))
                .then(() -> answer.next(1))
                .expectNext(1)
                .then(answer::complete)
                .verifyComplete();
    }

    @Test
    void everyByteStartsTheSilenceAnew() {
        verify(LimitedCall.of(answer.flux(), new WireAttempt(timer, false), timer, calls))
                .then(() -> {
                    for (int second = 0; second < 50; second += 5) {
                        timer.waiting();
                        time.advanceTimeBy(Duration.ofSeconds(5));
                        timer.idle();
                    }
                })
                .then(answer::complete)
                .verifyComplete();
    }

    @Test
    void theDeadlineCountsAllTheTime() {
        verify(LimitedCall.of(answer.flux(), new WireAttempt(timer, false), timer, calls))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(60)))
                .expectErrorSatisfies(error -> {
                    assertThat(((CallTimeoutException) error).stage()).isEqualTo(Stage.DEADLINE);
                    assertThat(((CallTimeoutException) error).bound()).isEqualTo(Duration.ofSeconds(60));
                    assertThat(error).hasMessageContaining("getMeetings on bbb1");
                })
                .verify();
        answer.assertCancelled();
    }

    @Test
    void aFinishedCallLeavesNoTaskBehind() {
        verify(LimitedCall.of(answer.flux(), new WireAttempt(timer, false), timer, calls))
                .then(answer::complete)
                .verifyComplete();
        assertThat(time.getScheduledTaskCount()).isOne();
        time.advanceTimeBy(Duration.ofMinutes(10));
        assertThat(time.getScheduledTaskCount())
                .as("nothing was scheduled again")
                .isOne();
    }

    @Test
    void aCancelledCallIsCancelledOnce() {
        AtomicInteger cancels = new AtomicInteger();
        StepVerifier.create(LimitedCall.of(
                        Flux.<Integer>never().doOnCancel(cancels::incrementAndGet),
                        new WireAttempt(timer, false),
                        timer,
                        calls))
                .thenCancel()
                .verify();
        time.advanceTimeBy(Duration.ofMinutes(10));
        assertThat(cancels).hasValue(1);
    }

    private static StepVerifier.FirstStep<Integer> verify(Flux<Integer> limited) {
        return StepVerifier.create(limited);
    }
}
