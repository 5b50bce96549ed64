// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by RFC 4180, names first. What a spreadsheet would take for a formula gets an apostrophe before it, since a user may have
 * chosen it: at the begin, and behind a semicolon, where some countries' spreadsheets begin another cell.
 */
final class CsvRows implements RowOutput {
    private static final String LINE_END = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=\\s*[=+@\\-＝＋＠－])");
    private static final Pattern IN_QUOTES = Pattern.compile("\\s.*|.*[,\"].*|.*\\s");

    private final Terminal terminal;
    private final List<Column> columns;
    private boolean begun;

    CsvRows(Terminal terminal, List<Column> columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    @Override
    public void write(JsonObject row) {
        begin();
        line(column -> cell(column.value().apply(row.members())));
    }

    @Override
    public void end() {
        begin();
    }

    private void begin() {
        if (!begun) {
            line(Column::name);
            begun = true;
        }
    }

    private void line(Function<Column, String> cell) {
        terminal.lines(columns.stream().map(cell).collect(Collectors.joining(",")) + LINE_END);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = TerminalText.blanked(value.toString());
        String safe = value instanceof String ? FORMULA.matcher(text).replaceAll("$1'") : text;
        return IN_QUOTES.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
