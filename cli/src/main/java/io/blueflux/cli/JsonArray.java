// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

/** Writes objects as one array of JSON, an object a line. */
final class JsonArray implements RowOutput {
    private final Terminal terminal;
    private final JsonLines lines;
    private boolean begun;

    JsonArray(Terminal terminal) {
        this.terminal = terminal;
        this.lines = new JsonLines(terminal);
    }

    @Override
    public void write(JsonObject row) {
        lines.writeAfter(begun ? "," : "[", row);
        begun = true;
    }

    @Override
    public void end() {
        terminal.line(begun ? "]" : "[]");
    }
}
