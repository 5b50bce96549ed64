// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.StepVerifier;

/** A lane's run from its beginning to its end. */
class LaneTest {
    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final Lane lane = lane();

    @Test
    void whoeverLookedBeforeTheRunBeganDoesNotWaitForIt() {
        Mono<Void> done = lane.done();
        Disposable run = lane.run().subscribe();
        StepVerifier.create(done).expectComplete().verify(Duration.ofSeconds(10));
        run.dispose();
    }

    @Test
    void aRunOfALaneThatHasEndedIsOver() {
        Mono<Void> done = lane.done();
        lane.end();
        StepVerifier.create(lane.run()).verifyComplete();
        StepVerifier.create(done).expectComplete().verify(Duration.ofSeconds(10));
        StepVerifier.create(lane.done()).expectComplete().verify(Duration.ofSeconds(10));
    }

    /** As where memory is short for a moment. */
    @Test
    void errorsOfTheFleetsOwnEndNoPolling() {
        Disposable run = lane.run().subscribe();
        time.advance(Duration.ofSeconds(5));
        for (int i = 1; i < 10; i++) {
            faults.set(i);
            time.advance(Duration.ofMinutes(1));
            assertThat(faults).as("they were met").hasNonPositiveValue();
            polls.set(0);
            time.advance(Duration.ofSeconds(10));
            assertThat(polls.get()).isBetween(9, 11);
        }
        run.dispose();
    }

    private Lane lane() {
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);
        LaneSettings settings = new LaneSettings(
                new Forgetful(),
                time,
                HealthPolicy.DEFAULT,
                new LanePermits(2),
                new LanePermits(1),
                new AnswerMemory(1L << 24),
                new LaneLog(time.scheduler()));
        BbbClient client = new Scripted(server -> Flux.defer(() -> {
                    polls.incrementAndGet();
                    return Flux.empty();
                }))
                .client(Scripted.server("bbb1"));
        ServerView first = ServerView.fresh("bbb1", Instant.EPOCH);
        return new Lane(new ServerIdentity("bbb1"), first, client, plan, settings, (polled, report, turn) -> true);
    }

    /** A scheduler at which errors are thrown where the lane itself asks for the time. */
    private final class Forgetful implements Scheduler {
        @Override
        public long now(TimeUnit unit) {
            if (faults.getAndDecrement() > 0) {
                throw new OutOfMemoryError("for a moment");
            }
            return time.scheduler().now(unit);
        }

        @Override
        public Disposable schedule(Runnable task) {
            return time.scheduler().schedule(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return time.scheduler().schedule(task, delay, unit);
        }

        @Override
        public Worker createWorker() {
            return time.scheduler().createWorker();
        }
    }
}
