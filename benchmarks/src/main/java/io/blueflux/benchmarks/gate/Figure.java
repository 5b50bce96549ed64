// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.util.Locale;

/**
 * One measured value.
 *
 * @param name the id of its {@link Bar}, or any other for a figure that is only shown
 * @param value the value
 * @param unit {@code ×}, {@code B}, {@code KB}, {@code s} or the like
 */
public record Figure(String name, double value, String unit) {

    /**
     * Makes a figure that must keep a bound.
     *
     * @param bar the bar
     * @param value the value, in the bar's unit
     * @return the figure
     */
    public static Figure of(Bar bar, double value) {
        return new Figure(bar.id(), value, bar.unit());
    }

    /**
     * Makes a figure that is only shown.
     *
     * @param name what it is called in the table
     * @param value the value
     * @param unit its unit; empty for a count
     * @return the figure
     */
    public static Figure free(String name, double value, String unit) {
        if (Bar.of(name).isPresent()) {
            throw new IllegalArgumentException("name: " + name + " is a bar's");
        }
        return new Figure(name, value, unit);
    }

    /** Returns the value and its unit as they are printed. */
    String text() {
        return text(value, unit);
    }

    /** Writes a value: ratios bare, with two decimals below 100; everything else with its unit. */
    static String text(double value, String unit) {
        String number = String.format(Locale.ROOT, unit.equals("×") || Math.abs(value) < 10 ? "%,.2f" : "%,.1f", value);
        return unit.equals("×") || unit.isEmpty() ? number : number + " " + unit;
    }
}
