// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.console.MainThread.Task;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * What the machine was up to while a page was measured, so that a bound for a quiet one can be held on it.
 *
 * @param waiting how many times as long as they ran the page's tasks took, since others had the processor
 * @param processor how many times as long as {@link #QUIET} a fixed computation takes that nobody interrupts
 */
record MachineLoad(double waiting, double processor) {
    /** Milliseconds of the computation on the slowest machine for which the bounds are meant. */
    private static final double QUIET = 4;

    /** Where the page waits longer than it runs, a time on the clock tells of the others. */
    private static final double UNFAIR = 2;

    /** Beside others a task takes more of the processor's time too, as they spoil its caches. */
    private static final double BUSY = 1.3;

    private static final double SPOILT = 1.25;
    private static final double CALM = 1.15;

    static MachineLoad of(List<Task> tasks, List<Number> computed) {
        double wall = tasks.stream().mapToDouble(Task::wall).sum();
        double busy = tasks.stream().mapToDouble(Task::busy).sum();
        double least = computed.stream().mapToDouble(Number::doubleValue).min().orElseThrow();
        return new MachineLoad(Math.max(1, wall / busy), Math.max(1, least / QUIET));
    }

    /** Tells whether nobody interrupts the computation. */
    static boolean isCalm(List<Number> computed) {
        DoubleSummaryStatistics times =
                computed.stream().mapToDouble(Number::doubleValue).summaryStatistics();
        return times.getAverage() < CALM * times.getMin();
    }

    /** Tells whether a time on the clock can be judged. */
    boolean isFair() {
        return waiting <= UNFAIR;
    }

    /** By how much a time on the clock grows. */
    double slowness() {
        return waiting * processor;
    }

    /** By how much the processor's time of a piece of work grows. */
    double work() {
        return waiting > BUSY ? processor * SPOILT : processor;
    }
}
