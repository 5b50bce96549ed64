// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** How uneven loads are. */
final class Spread {
    private Spread() {}

    /** Returns the greatest divided by the mean: 1 where all are equal, as many as there are where one has all. */
    static double of(DoubleStream loads) {
        DoubleSummaryStatistics all = loads.summaryStatistics();
        return all.getMax() / all.getAverage();
    }
}
