// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.console.MainThread.Task;
import java.util.List;

/**
 * What the machine was up to while a page was watched, so that a bound for a quiet one can be held on it.
 *
 * @param waiting how many times as long as they ran the page's tasks took, since others had the processor
 * @param pace the processor's, right before and right after
 */
record MachineLoad(double waiting, Pace pace) {
    /** Where the page waits longer than it runs, a time on the clock tells of the others. */
    private static final double UNFAIR = 2;

    /** Beside others a task takes more of the processor's time too, as they spoil its caches. */
    private static final double BUSY = 1.3;

    private static final double SPOILT = 1.25;

    static MachineLoad of(List<Task> tasks, Pace pace) {
        double wall = tasks.stream().mapToDouble(Task::wall).sum();
        double busy = tasks.stream().mapToDouble(Task::busy).sum();
        return new MachineLoad(Math.max(1, wall / busy), pace);
    }

    /** Tells whether a time on the clock can be judged. */
    boolean isFair() {
        return waiting <= UNFAIR;
    }

    /** By how much the processor's time of a piece of work grows. */
    double work() {
        return waiting > BUSY ? pace.usual() * SPOILT : pace.usual();
    }
}
