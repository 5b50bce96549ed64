// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a stop that comes while a lane begins to run waits for. */
class LaneTest {
    private final VirtualTime time = new VirtualTime();
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

    private Lane lane() {
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);
        LaneSettings settings = new LaneSettings(
                time.scheduler(),
                time,
                HealthPolicy.DEFAULT,
                new Permits(2),
                new Permits(1),
                new AnswerMemory(1L << 24),
                new StateLog(time.scheduler()));
        Target target = new Target(new Scripted(server -> Flux.never()).client(Scripted.server("bbb1")));
        return new Lane(target, plan, settings, Instant.EPOCH, (polled, report) -> {});
    }
}
