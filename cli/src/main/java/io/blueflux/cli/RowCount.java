// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.Objects;

/** Passes answers on to where rows are written, and counts them. For one thread at a time. */
final class RowCount {
    private final Terminal terminal;
    private final RowOutput rows;
    private long values;
    private long troubles;
    private long failedServers;

    RowCount(Terminal terminal, RowOutput rows) {
        this.terminal = terminal;
        this.rows = rows;
    }

    /** What went wrong with one of many calls to a server is a line on stderr; what went wrong with a server is a row. */
    void take(FleetAnswer answer) {
        if (answer.value() != null) {
            values++;
            rows.write(answer.value());
        } else if (answer.failed() != null) {
            failedServers++;
            rows.failed(answer.failed(), Objects.requireNonNull(answer.trouble()));
        } else {
            troubles++;
            terminal.note(Objects.requireNonNull(answer.trouble()));
        }
    }

    void end() {
        rows.end();
    }

    long values() {
        return values;
    }

    long troubles() {
        return troubles;
    }

    long failedServers() {
        return failedServers;
    }

    boolean isSound() {
        return troubles == 0 && failedServers == 0;
    }
}
