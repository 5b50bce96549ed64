// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The figures of one part as a section of the results: a row a bar, also where there is no figure, then the free
 * figures.
 */
public final class Table {
    private final Part part;
    private final List<Figure> figures;

    /**
     * Makes the table of a part.
     *
     * @param part the part
     * @param figures what was measured, one a name
     */
    public Table(Part part, List<Figure> figures) {
        this.part = part;
        this.figures = List.copyOf(figures);
    }

    /**
     * Writes a row for each bar of the part.
     *
     * @return Markdown rows without a head: name, figure, bound, {@code holds} or {@code misses}
     */
    public String rows() {
        return Bar.of(part).map(this::row).collect(Collectors.joining());
    }

    /**
     * Writes the whole table.
     *
     * @return Markdown
     */
    public String markdown() {
        return "| Bar | Figure | Bound | |\n| --- | ---: | ---: | --- |\n" + rows() + free();
    }

    private String row(Bar bar) {
        return figure(bar)
                .map(figure -> line(bar, figure.text(), bar.holds(figure.value()) ? "holds" : "misses"))
                .orElseGet(() -> line(bar, "–", "not measured"));
    }

    private static String line(Bar bar, String figure, String verdict) {
        return "| " + bar.id() + " | " + figure + " | " + bar.bound() + " | " + verdict + " |\n";
    }

    private Optional<Figure> figure(Bar bar) {
        return figures.stream().filter(figure -> figure.name().equals(bar.id())).findFirst();
    }

    private String free() {
        String rows = figures.stream()
                .filter(figure -> Bar.of(figure.name()).isEmpty())
                .map(figure -> "| " + figure.name() + " | " + figure.text() + " |\n")
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n| Figures without a bar | |\n| --- | ---: |\n" + rows;
    }
}
