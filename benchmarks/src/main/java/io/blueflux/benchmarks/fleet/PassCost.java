// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Paired;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a pass took.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of CPU in this process, without the JVM's compilers
 */
record PassCost(double wall, double cpu) {
    private static final double NANOS = 1e9;

    /** Runs a pass. */
    static PassCost of(Pass pass, CpuClock clock) throws Exception {
        long cpu = clock.nanos();
        long wall = System.nanoTime();
        pass.run();
        return new PassCost((System.nanoTime() - wall) / NANOS, (clock.nanos() - cpu) / NANOS);
    }

    /** Runs several ways to make a pass in turn, beginning with another one each round; for each way its costs, round by round. */
    static List<List<PassCost>> inTurn(List<? extends Pass> passes, int rounds) throws Exception {
        CpuClock clock = CpuClock.ofProcess();
        List<List<PassCost>> costs = new ArrayList<>();
        passes.forEach(pass -> costs.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < passes.size(); i++) {
                int turn = (i + round) % passes.size();
                costs.get(turn).add(of(passes.get(turn), clock));
            }
        }
        return costs;
    }

    /** Returns how much dearer one way is than another: the median of the rounds' ratios. */
    static double ratio(List<PassCost> costs, List<PassCost> base, ToDoubleFunction<PassCost> kind) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < costs.size(); round++) {
            ratios.add(kind.applyAsDouble(costs.get(round)) / kind.applyAsDouble(base.get(round)));
        }
        return Paired.median(ratios.stream().mapToDouble(Double::doubleValue));
    }

    /** Returns the median. */
    static double median(List<PassCost> costs, ToDoubleFunction<PassCost> kind) {
        return Paired.median(costs.stream().mapToDouble(kind));
    }
}
