// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.List;

/**
 * How slow the processor is: how many times as long as {@link #QUIET} a fixed computation takes, at least 1.
 *
 * @param best that of a round that nobody interrupts
 * @param usual that of most rounds: a busy neighbour on the same core slows them, and nobody waits for that
 * @param calm nobody interrupts it
 */
record Pace(double best, double usual, boolean calm) {
    /** Milliseconds of the computation on the slowest machine for which the bounds are meant. */
    private static final double QUIET = 4;

    private static final double CALM = 1.15;

    /** Has the browser compute. */
    static Pace of(Browser browser) {
        List<Double> rounds = browser.<List<Number>>ask(Scripts.of("slowness.js")).stream()
                .map(Number::doubleValue)
                .sorted()
                .toList();
        double least = rounds.get(0);
        double average =
                rounds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Pace(slow(least), slow(rounds.get(rounds.size() / 2)), average < CALM * least);
    }

    private static double slow(double round) {
        return Math.max(1, round / QUIET);
    }

    /** Returns the slower one of each. */
    Pace or(Pace other) {
        return new Pace(Math.max(best, other.best), Math.max(usual, other.usual), calm && other.calm);
    }
}
