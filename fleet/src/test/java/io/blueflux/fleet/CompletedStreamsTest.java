// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Streams that end before the fleet does. */
class CompletedStreamsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger asked = new AtomicInteger();
    private final BbbFleet fleet = time.fleet(PollPlan.of(PollSchedule.every(SECOND)), new Scripted(server -> {
                asked.incrementAndGet();
                return Flux.just(Meetings.meeting("m"));
            }))
            .build()
            .start();

    @BeforeEach
    void poll() {
        fleet.add(Scripted.server("one"));
        time.advance(SECOND.multipliedBy(3));
    }

    @Test
    void allThatAreSubscribedToCompleteAlsoThoseOfWhichNothingIsWanted() {
        AtomicInteger completed = new AtomicInteger();
        for (Flux<?> each : List.of(fleet.events(), fleet.reports(), fleet.snapshots(SECOND))) {
            each.doOnComplete(completed::incrementAndGet).subscribe();
            each.doOnComplete(completed::incrementAndGet).subscribe(new WantsNothing());
        }
        assertThat(completed).hasValue(0);

        fleet.completeStreams();

        assertThat(completed).hasValue(6);
    }

    @Test
    void pollsAndCallsGoOnAndWhoSubscribesAfterwardsIsServed() {
        fleet.completeStreams();
        int before = asked.get();
        time.advance(SECOND.multipliedBy(3));

        assertThat(asked.get()).isGreaterThan(before);
        AtomicInteger told = new AtomicInteger();
        fleet.reports().subscribe(report -> told.incrementAndGet());
        time.advance(SECOND.multipliedBy(3));
        assertThat(told).hasValueGreaterThan(1);
    }

    private static final class WantsNothing extends BaseSubscriber<Object> {
        @Override
        protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
            // nothing is requested
        }
    }
}
