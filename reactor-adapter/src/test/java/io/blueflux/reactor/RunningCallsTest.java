// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
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

    @Test
    void callAddedWhileTheTimerIsLateDoesNotMakeItForgetTheOthers() {
        LateTimer late = new LateTimer();
        RunningCalls watched = new RunningCalls(late);
        AtomicReference<Throwable> hung = new AtomicReference<>();
        call(Flux.never(), 4, late, watched).subscribe(value -> {}, hung::set);
        late.pass(Duration.ofSeconds(6));
        call(Flux.never(), 65, late, watched).subscribe();
        assertThat(hung).hasNullValue();
        late.run();
        assertThat(hung.get()).isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void noCallOutlivesItsClockOnceTheTimerRuns() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            LateTimer late = new LateTimer();
            RunningCalls watched = new RunningCalls(late);
            Map<Disposable, Long> ends = new HashMap<>();
            for (int step = 0; step < 60; step++) {
                late.pass(Duration.ofMillis(random.nextInt(3_000)));
                int deadline = 1 + random.nextInt(70);
                switch (random.nextInt(4)) {
                    case 0 -> ends.keySet().stream().findAny().ifPresent(Disposable::dispose);
                    case 1 -> late.run();
                    default ->
                        ends.put(
                                call(Flux.never(), deadline, late, watched)
                                        .onErrorComplete()
                                        .subscribe(),
                                late.now(TimeUnit.NANOSECONDS) + TimeUnit.SECONDS.toNanos(deadline));
                }
                ends.keySet().removeIf(Disposable::isDisposed);
                if (random.nextBoolean()) {
                    late.run();
                    ends.keySet().removeIf(Disposable::isDisposed);
                    assertThat(ends.values())
                            .as("seed %d, step %d", seed, step)
                            .allMatch(end -> end - late.now(TimeUnit.NANOSECONDS) > 0);
                }
            }
        }
    }

    @Test
    void timerThatThrowsOnceEndsTheCallThatMetItAlone() {
        LateTimer late = new LateTimer();
        RunningCalls watched = new RunningCalls(late);
        AtomicReference<Throwable> first = new AtomicReference<>();
        AtomicReference<Throwable> second = new AtomicReference<>();
        call(Flux.never(), 60, late, watched).subscribe(value -> {}, first::set);
        late.failure = new NoClassDefFoundError("a user's own trouble");
        call(Flux.never(), 5, late, watched).subscribe(value -> {}, second::set);
        assertThat(second.get()).isInstanceOf(TransportException.class);
        assertThat(first).hasNullValue();
        late.pass(Duration.ofSeconds(60));
        late.run();
        assertThat(first.get()).isInstanceOf(CallTimeoutException.class);
    }

    private static void isClosed(Throwable error) {
        assertThat(((TransportException) error).kind()).isEqualTo(Kind.CLIENT_CLOSED);
    }

    private Flux<Integer> call(Flux<Integer> answer, int deadline) {
        return call(answer, deadline, time, calls);
    }

    private static Flux<Integer> call(Flux<Integer> answer, int deadline, Scheduler scheduler, RunningCalls watched) {
        return Flux.defer(() -> {
            CallTimer timer = new CallTimer(
                    new CallSite("bbb1", "getMeetings"),
                    scheduler,
                    Duration.ofSeconds(100),
                    Duration.ofSeconds(deadline));
            return LimitedCall.of(answer, new WireAttempt(timer, false), timer, watched);
        });
    }

    /** Time passes by itself, and tasks run when they are let. */
    private static final class LateTimer implements Scheduler {
        private final List<Map.Entry<Long, Runnable>> tasks = new ArrayList<>();
        private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30); // which soon overflows
        private @Nullable Error failure;

        void pass(Duration duration) {
            now += duration.toNanos();
        }

        /** Runs what is due, and what that makes due. */
        void run() {
            for (int i = 0; i < tasks.size(); i++) {
                if (tasks.get(i).getKey() - now <= 0) {
                    tasks.remove(i).getValue().run();
                    i = -1;
                }
            }
        }

        @Override
        public long now(TimeUnit unit) {
            return unit.convert(now, TimeUnit.NANOSECONDS);
        }

        @Override
        public Disposable schedule(Runnable task) {
            return schedule(task, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            Error thrown = failure;
            if (thrown != null) {
                failure = null;
                throw thrown;
            }
            tasks.add(Map.entry(now + unit.toNanos(delay), task));
            return Disposables.disposed();
        }

        @Override
        public Worker createWorker() {
            throw new UnsupportedOperationException();
        }
    }
}
