// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

class RunningCallsTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final RunningCalls calls = new RunningCalls(time);

    @Test
    void callsOfOneClientShareATask() {
        StepVerifier.create(Flux.merge(call(Flux.never(), 60), call(Flux.never(), 60)))
                .then(() -> assertThat(time.getScheduledTaskCount()).isOne())
                .thenCancel()
                .verify();
    }

    @Test
    void shorterCallIsNotHeldUpByALongerOneBeforeIt() {
        StepVerifier.create(call(Flux.never(), 60).mergeWith(call(Flux.never(), 5)))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(5)))
                .expectError(CallTimeoutException.class)
                .verify();
    }

    @Test
    void longerCallStillEndsAfterAShorterOne() {
        StepVerifier.create(call(Flux.never(), 60)
                        .mergeWith(call(Flux.<Integer>never(), 5).onErrorComplete()))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(5)))
                .expectNoEvent(Duration.ZERO)
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(55)))
                .expectError(CallTimeoutException.class)
                .verify();
    }

    @Test
    void closeEndsCallsAndThoseThatComeLater() {
        TestPublisher<Integer> answer = TestPublisher.create();
        StepVerifier.create(call(answer.flux(), 60))
                .then(calls::close)
                .expectErrorSatisfies(RunningCallsTest::isClosed)
                .verify();
        answer.assertCancelled();
        StepVerifier.create(call(Flux.never(), 60))
                .expectErrorSatisfies(RunningCallsTest::isClosed)
                .verify();
    }

    @Test
    void callThatNobodyCanWatchEnds() {
        time.dispose();
        StepVerifier.create(call(Flux.never(), 60))
                .expectErrorSatisfies(
                        error -> assertThat(((TransportException) error).kind()).isEqualTo(Kind.OTHER))
                .verify();
    }

    @Test
    void schedulerDisposedUnderARunningCallIsMetByTheNextOneWhichEndsBoth() {
        AtomicReference<Throwable> hung = new AtomicReference<>();
        call(Flux.never(), 60).subscribe(value -> {}, hung::set);
        time.dispose();
        time.advanceTimeBy(Duration.ofSeconds(90));
        assertThat(hung).hasNullValue();
        callThatNobodyCanWatchEnds();
        assertThat(hung.get())
                .isInstanceOfSatisfying(
                        TransportException.class,
                        error -> assertThat(error.kind()).isEqualTo(Kind.OTHER));
    }

    @Test
    void subscriberThatThrowsAtTheCloseDoesNotKeepTheOthersRunning() {
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            call(Flux.never(), 60).subscribe(value -> {}, error -> {
                ended.incrementAndGet();
                throw new IllegalStateException("a subscriber's own trouble");
            });
        }
        calls.close();
        assertThat(ended).hasValue(3);
    }

    @Test
    void endFromOutsideWaitsForTheValueUnderWay() {
        TestPublisher<Integer> answer = TestPublisher.createNoncompliant(TestPublisher.Violation.DEFER_CANCELLATION);
        StepVerifier.create(call(answer.flux(), 60).doOnNext(value -> calls.close()))
                .then(() -> answer.next(1, 2))
                .expectNext(1)
                .expectErrorSatisfies(RunningCallsTest::isClosed)
                .verify();
    }

    private static void isClosed(Throwable error) {
        assertThat(((TransportException) error).kind()).isEqualTo(Kind.CLIENT_CLOSED);
    }

    private Flux<Integer> call(Flux<Integer> answer, int deadline) {
        return Flux.defer(() -> {
            CallTimer timer = new CallTimer(
                    new CallSite("bbb1", "getMeetings"), time, Duration.ofSeconds(100), Duration.ofSeconds(deadline));
            return LimitedCall.of(answer, new Attempt(timer, false), timer, calls);
        });
    }
}
