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

class PermitsTest {
    private final Permits permits = new Permits(2);

    @Test
    void noMoreThanTheBoundRunAndTheOthersWaitInLine() {
        List<Sinks.Empty<Void>> works = new ArrayList<>();
        List<Integer> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int index = i;
            works.add(Sinks.empty());
            permits.within(Mono.defer(() -> {
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
        Disposable first = permits.within(Mono.never()).subscribe();
        Disposable second = permits.within(Mono.never()).subscribe();
        Disposable third = permits.within(Mono.never()).subscribe();
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
        permits.within(gate.asMono()).subscribe();
        permits.within(gate.asMono()).subscribe();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 100_000; i++) {
            permits.within(Mono.fromRunnable(done::incrementAndGet)).subscribe();
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
                        i -> permits.within(Mono.fromRunnable(() -> {
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
}
