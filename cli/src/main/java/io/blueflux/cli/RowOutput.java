// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.List;

/** Takes rows, and writes each as it comes. */
interface RowOutput {

    void write(JsonObject row);

    /** A server has no more rows, as it failed. */
    default void failed(String server, String error) {
        write(new JsonObject().put(FleetAnswer.SERVER, server).put(Column.ERROR, error));
    }

    /** All rows were written. After a failure it is not called: an array then stays open, and is no JSON. */
    default void end() {}

    static RowOutput of(OutputFormat format, List<Column> columns, Terminal terminal) {
        return switch (format) {
            case TABLE -> new RowTable(terminal, columns);
            case JSON -> new JsonArray(terminal);
            case JSONL -> new JsonLines(terminal);
            case CSV -> new CsvRows(terminal, columns);
        };
    }
}
