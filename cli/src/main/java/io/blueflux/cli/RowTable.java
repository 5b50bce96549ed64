// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows for people. On a screen cells and lines are cut where they have no place; elsewhere nothing is. */
final class RowTable implements RowOutput {
    private final Terminal terminal;
    private final List<Column> columns;
    private final ScreenSize place;
    private boolean begun;

    RowTable(Terminal terminal, List<Column> columns) {
        this.terminal = terminal;
        this.columns = columns.stream().filter(column -> column.width() != 0).toList();
        this.place = terminal.interactive() ? ScreenSize.now() : ScreenSize.ENDLESS;
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
        int width = Math.abs(column.width());
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
