// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** What placing costs and reaches, as one line of {@code name=value}. */
public final class PlacementLine {
    static final String CREATES = "L2 meetings created";
    static final String MILLIS = "L2 time to the last";
    static final String SCALELITE = "L2 spread by Scalelite's rule";
    static final String BBBLB = "L2 spread by bbblb's rule";

    private PlacementLine() {}

    /**
     * Makes the line.
     *
     * @param figures what was measured; a dash stands for what was not
     * @return the line, with its end
     */
    public static String of(List<Figure> figures) {
        return "decision_us=" + text(figures, Bar.L1_DECISION.id(), PlacementLine::fraction)
                + " creates=" + text(figures, CREATES, PlacementLine::whole)
                + " failed=" + text(figures, Bar.L2_FAILED.id(), PlacementLine::whole)
                + " doubled=" + text(figures, Bar.L2_DOUBLED.id(), PlacementLine::whole)
                + " spread=" + text(figures, Bar.L2_SPREAD.id(), PlacementLine::fraction)
                + " scalelite_spread=" + text(figures, SCALELITE, PlacementLine::fraction)
                + " bbblb_spread=" + text(figures, BBBLB, PlacementLine::fraction)
                + " millis=" + text(figures, MILLIS, PlacementLine::whole) + "\n";
    }

    private static String text(List<Figure> figures, String name, DoubleFunction<String> format) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .map(figure -> format.apply(figure.value()))
                .orElse("-");
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
