// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows for people. On a screen cells and lines are cut where they have no place; elsewhere nothing is. */
final class RowTable implements RowOutput {
    private static final int LAST = 24;
    private static final int LEAST = 12;

    private final Terminal terminal;
    private final List<Column> columns;
    private final ScreenSize place;
    private final int widest;
    private boolean begun;

    RowTable(Terminal terminal, List<Column> columns) {
        this.terminal = terminal;
        this.columns = columns.stream().filter(column -> column.width() != 0).toList();
        this.place = terminal.interactive() ? ScreenSize.now() : ScreenSize.ENDLESS;
        this.widest = widest();
    }

    /** Returns what is left for the widest column when the last one has its place. */
    private int widest() {
        int others = columns.stream()
                .limit(columns.size() - 1)
                .mapToInt(column -> Math.abs(column.width()) + 1)
                .sum();
        return Math.max(LEAST, place.columns() - LAST - others + most());
    }

    private int most() {
        return columns.stream().mapToInt(column -> Math.abs(column.width())).reduce(0, Math::max);
    }

    private int width(Column column) {
        int width = Math.abs(column.width());
        return width == most() ? Math.min(width, widest) : width;
    }

    @Override
    public void write(JsonObject row) {
        begin();
        cells(column -> text(column, column.value().apply(row.members())));
    }

    @Override
    public void failed(String server, String error) {
        begin();
        line(cell(columns.get(0), OneLine.of(server)) + " failed: " + OneLine.of(FleetTable.cause(server, error)));
    }

    @Override
    public void end() {
        begin();
    }

    private void begin() {
        if (!begun) {
            cells(Column::head);
            begun = true;
        }
    }

    private void cells(Function<Column, String> text) {
        line(columns.stream().map(column -> cell(column, text.apply(column))).collect(Collectors.joining(" ")));
    }

    private void line(String text) {
        terminal.line(DisplayWidth.start(text.stripTrailing(), place.columns()));
    }

    private static String text(Column column, @Nullable Object value) {
        return value == null ? "" : OneLine.of(column.shown().apply(value));
    }

    /** The last column may take the rest. */
    private String cell(Column column, String text) {
        int width = width(column);
        if (column.equals(columns.get(columns.size() - 1))) {
            return text;
        }
        String blanks = " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
        if (column.width() > 0) {
            return blanks + text;
        }
        return terminal.interactive() ? DisplayWidth.fitted(text, width) : text + blanks;
    }
}
