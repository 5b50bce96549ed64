// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Paired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Lets lanes poll in turn, each for a window, in another order each round; one at a time has the CPU. */
final class Turns {
    private static final Duration SETTLING = Duration.ofMillis(700);
    private static final double NANOS = 1e9;

    private final CpuClock clock = CpuClock.ofProcess();
    private final List<? extends Lane> lanes;
    private final LongSupplier done;
    private final Sizes sizes;
    private final List<List<Window>> rounds = new ArrayList<>();

    /** The lanes, and what tells how much was done for all of them. */
    Turns(List<? extends Lane> lanes, LongSupplier done, Sizes sizes) {
        this.lanes = lanes;
        this.done = done;
        this.sizes = sizes;
    }

    /** Warms up, then measures. */
    Turns run() throws InterruptedException {
        for (Duration each : List.of(sizes.warmup(), sizes.warmup().dividedBy(2))) {
            for (Lane lane : lanes) {
                window(lane, each);
            }
        }
        for (int round = 0; round < sizes.rounds(); round++) {
            rounds.add(round(round));
        }
        return this;
    }

    private List<Window> round(int number) throws InterruptedException {
        Window[] windows = new Window[lanes.size()];
        for (int i = 0; i < windows.length; i++) {
            int turn = (i + number) % windows.length;
            windows[turn] = window(lanes.get(turn), sizes.window());
        }
        return List.of(windows);
    }

    /** Each window begins with an empty young generation, so that none pays for another's garbage. */
    private Window window(Lane lane, Duration time) throws InterruptedException {
        lane.begin();
        Thread.sleep(SETTLING.toMillis());
        System.gc();
        long before = done.getAsLong();
        long begin = System.nanoTime();
        long cpu = clock.nanos();
        Thread.sleep(time.toMillis());
        cpu = clock.nanos() - cpu;
        long wall = System.nanoTime() - begin;
        long count = done.getAsLong() - before;
        lane.end();
        lane.check();
        return new Window(count, cpu, wall);
    }

    /** Returns how much dearer what one lane does is than what another does: the median of the rounds' ratios. */
    double ratio(int lane, int base) {
        return median(round -> round.get(lane).cost() / round.get(base).cost());
    }

    /** Returns the CPU of one thing done, in microseconds. */
    double micros(int lane) {
        return median(round -> round.get(lane).cost() / 1e3);
    }

    /** Returns how much a lane does in a second. */
    double perSecond(int lane) {
        return median(round -> round.get(lane).done() * NANOS / round.get(lane).wall());
    }

    private double median(ToDoubleFunction<List<Window>> figure) {
        return Paired.median(rounds.stream().mapToDouble(figure));
    }

    /** What was done in a turn, and its CPU and wall time in nanoseconds. */
    private record Window(long done, long cpu, long wall) {
        double cost() {
            return (double) cpu / done;
        }
    }
}
