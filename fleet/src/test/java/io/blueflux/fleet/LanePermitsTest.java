// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class LanePermitsTest {
    private final LanePermits permits = new LanePermits(2);

    @Test
    void noMoreThanTheBoundRunAndTheOthersWaitInLine() {
        List<Sinks.Empty<Void>> works = new ArrayList<>();
        List<Integer> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int index = i;
            works.add(Sinks.empty());
            permits.within(0, Mono.defer(() -> {
                        started.add(index);
                        return works.get(index).asMono();
                    }))
                    .onErrorComplete()
                    .subscribe();
        }
        assertThat(started).containsExactly(0, 1);
        assertThat(permits.waiting()).isEqualTo(2);
        works.get(1).tryEmitEmpty();
        assertThat(started).containsExactly(0, 1, 2);
        works.get(0).tryEmitError(new IllegalStateException());
        assertThat(started).containsExactly(0, 1, 2, 3);
        works.get(2).tryEmitEmpty();
        works.get(3).tryEmitEmpty();
        assertThat(permits.taken()).isZero();
    }

    @Test
    void whoCancelsGivesBackWhatHeHasOrHisPlaceInLine() {
        Disposable first = permits.within(0, Mono.never()).subscribe();
        Disposable second = permits.within(0, Mono.never()).subscribe();
        Disposable third = permits.within(0, Mono.never()).subscribe();
        third.dispose();
        assertThat(permits.waiting()).isZero();
        first.dispose();
        first.dispose();
        assertThat(permits.taken()).isEqualTo(1);
        second.dispose();
        assertThat(permits.taken()).isZero();
    }

    @Test
    void workThatEndsAtOnceDoesNotPileUpOnTheStack() {
        Sinks.Empty<Void> gate = Sinks.empty();
        permits.within(0, gate.asMono()).subscribe();
        permits.within(0, gate.asMono()).subscribe();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 100_000; i++) {
            permits.within(0, Mono.fromRunnable(done::incrementAndGet)).subscribe();
        }
        gate.tryEmitEmpty();
        assertThat(done).hasValue(100_000);
        assertThat(permits.taken()).isZero();
    }

    @Test
    void theBoundHoldsAmongThreadsAndNoPermitIsLost() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Flux.range(0, 20_000)
                .flatMap(
                        i -> permits.within(0, Mono.fromRunnable(() -> {
                                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                    running.decrementAndGet();
                                }))
                                .subscribeOn(Schedulers.parallel())
                                .takeUntilOther(i % 7 == 0 ? Mono.empty() : Mono.never()),
                        64)
                .blockLast();
        assertThat(most.get()).isBetween(1, 2);
        assertThat(permits.taken()).isZero();
        assertThat(permits.waiting()).isZero();
    }

    @Test
    void lowerRanksGoFirstButEveryFourthIsWhoWaitedLongest() {
        LanePermits one = new LanePermits(1);
        List<Integer> started = new ArrayList<>();
        List<Sinks.Empty<Void>> works = new ArrayList<>();
        for (int rank : new int[] {0, 2, 2, 2, 1, 1, 0, 0, 0}) {
            Sinks.Empty<Void> end = Sinks.empty();
            works.add(end);
            one.within(rank, Mono.defer(() -> {
                        started.add(rank);
                        return end.asMono();
                    }))
                    .subscribe();
        }
        works.forEach(Sinks.Empty::tryEmitEmpty); // the first runs; the others end as soon as they begin
        assertThat(started).containsExactly(0, 0, 0, 0, 2, 1, 1, 2, 2);
    }

    @Test
    void higherRanksLeavePermitsToLowerOnes() {
        LanePermits sick = new LanePermits(16);
        Flux.range(0, 20).flatMap(i -> sick.within(2, Mono.never()), 20).subscribe();
        assertThat(sick.taken()).isEqualTo(12);
        Flux.range(0, 20).flatMap(i -> sick.within(1, Mono.never()), 20).subscribe();
        assertThat(sick.taken()).isEqualTo(14);
        Flux.range(0, 20).flatMap(i -> sick.within(0, Mono.never()), 20).subscribe();
        assertThat(sick.taken()).isEqualTo(16);
    }

    @Test
    void thoseThatAreDownGoOnWhileOthersWantAllPermits() {
        LanePermits sick = new LanePermits(16);
        AtomicInteger down = new AtomicInteger();
        List<Sinks.Empty<Void>> running = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int rank = i % 8 == 0 ? 2 : i % 2;
            sick.within(rank, Mono.defer(() -> {
                        down.addAndGet(rank == 2 ? 1 : 0);
                        Sinks.Empty<Void> end = Sinks.empty();
                        running.add(end);
                        return end.asMono();
                    }))
                    .subscribe();
        }
        for (int round = 0; round < 12; round++) {
            List.copyOf(running).forEach(Sinks.Empty::tryEmitEmpty);
        }
        assertThat(down)
                .hasValueGreaterThanOrEqualTo(12 * 16 / 4 / 8); // a fourth of the turns, and others wait as long
    }
}
