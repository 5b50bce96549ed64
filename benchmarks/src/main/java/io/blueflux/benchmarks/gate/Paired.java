// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Compares variants in one JVM: each round runs every variant for a slice of about 12 ms, in rotating order, and
 * gives one ratio; what counts is the median over the rounds. So the CPU's clock, the neighbours and the heap's
 * state, which change by the second, fall out.
 */
public final class Paired {
    private static final Duration SLICE = Duration.ofMillis(12);
    private static final int LEAST_ROUNDS = 9;
    private static final int WARM_UP_TURNS = 4;
    private static final int PATIENCE = 3; // at most so many times the time that was planned
    private static final double STILL_COMPILING = 0.1; // of the time
    private static final double STILL_FASTER = 0.93; // of the last turn's cost
    private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();

    private final CpuClock clock;
    private final Duration slice;
    private final List<Callable<?>> variants = new ArrayList<>();
    private final List<double[]> rounds = new ArrayList<>();

    private Paired(CpuClock clock, Duration slice) {
        this.clock = clock;
        this.slice = slice;
    }

    /**
     * Compares variants that run on the calling thread alone.
     *
     * @return without variants yet
     */
    public static Paired ofThread() {
        return new Paired(CpuClock.ofThread(), SLICE);
    }

    /**
     * Compares variants by another clock.
     *
     * @param clock what is measured; {@code System::nanoTime} for wall time
     * @param slice how long a variant runs in a round, if one operation does not take longer; as coarse as the clock
     * @return without variants yet
     */
    public static Paired of(CpuClock clock, Duration slice) {
        return new Paired(clock, slice);
    }

    /**
     * Adds a variant.
     *
     * @param variant one operation
     * @return this
     */
    public Paired add(Callable<?> variant) {
        variants.add(variant);
        return this;
    }

    /**
     * Warms up, then measures.
     *
     * @param pace how long
     * @return this, with ratios
     * @throws Exception what a variant throws
     */
    public Paired run(Pace pace) throws Exception {
        return run(pace.warmup(), pace.measurement());
    }

    Paired run(Duration warmup, Duration measurement) throws Exception {
        int[] operations = warmUp(warmup);
        long begin = System.nanoTime();
        while (rounds.size() < LEAST_ROUNDS || System.nanoTime() - begin < measurement.toNanos()) {
            rounds.add(round(operations, rounds.size()));
        }
        Sink.clear();
        return this;
    }

    /**
     * Returns how much dearer one variant is than another.
     *
     * @param variant the number of the variant, in the order of adding
     * @param base the number of the variant that is 1
     * @return the median of the rounds' ratios
     */
    public double ratio(int variant, int base) {
        return median(rounds.stream().mapToDouble(round -> round[variant] / round[base]));
    }

    /**
     * Returns what an operation costs.
     *
     * @param variant the number of the variant
     * @return nanoseconds, the median of the rounds
     */
    public double nanos(int variant) {
        return median(rounds.stream().mapToDouble(round -> round[variant]));
    }

    /**
     * Runs the variants in turn, and longer while the compilers are busy or a variant still gets faster; returns how
     * many operations make a slice, by the last turn.
     */
    private int[] warmUp(Duration time) throws Exception {
        long[] costs = new long[variants.size()];
        long share = time.toNanos() / costs.length / WARM_UP_TURNS;
        for (int turn = 1; turn <= WARM_UP_TURNS * PATIENCE; turn++) {
            long compiled = COMPILERS.getTotalCompilationTime();
            boolean isFaster = warmUp(share, costs);
            compiled = COMPILERS.getTotalCompilationTime() - compiled;
            boolean isCompiling = compiled * WARM_UP_TURNS > time.toMillis() * STILL_COMPILING;
            if (turn >= WARM_UP_TURNS && !isFaster && !isCompiling) {
                break;
            }
        }
        return LongStream.of(costs)
                .mapToInt(cost -> (int) Math.max(1, slice.toNanos() / cost))
                .toArray();
    }

    /** Runs each variant for its share and notes its new cost; says whether one has become faster. */
    private boolean warmUp(long share, long[] costs) throws Exception {
        boolean isFaster = false;
        for (int i = 0; i < costs.length; i++) {
            long cost = wallNanos(variants.get(i), share);
            isFaster |= cost < costs[i] * STILL_FASTER;
            costs[i] = cost;
        }
        return isFaster;
    }

    private static long wallNanos(Callable<?> variant, long atLeast) throws Exception {
        long begin = System.nanoTime();
        long count = 0;
        do {
            Sink.take(variant.call());
            count++;
        } while (System.nanoTime() - begin < atLeast);
        return Math.max(1, (System.nanoTime() - begin) / count);
    }

    private double[] round(int[] operations, int number) throws Exception {
        double[] costs = new double[operations.length];
        for (int i = 0; i < costs.length; i++) {
            int turn = (i + number) % costs.length;
            costs[turn] = cost(variants.get(turn), operations[turn]);
        }
        return costs;
    }

    private double cost(Callable<?> variant, int operations) throws Exception {
        long begin = clock.nanos();
        for (int i = 0; i < operations; i++) {
            Sink.take(variant.call());
        }
        return (double) (clock.nanos() - begin) / operations;
    }

    /**
     * Returns the middle.
     *
     * @param values at least one
     * @return the median; of an even number, the mean of the two in the middle
     */
    public static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
