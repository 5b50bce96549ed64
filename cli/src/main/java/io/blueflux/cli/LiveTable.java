// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.List;

/**
 * Lines that are drawn over those before them, each frame in one write, so that nothing flickers. Where nobody watches, frames
 * follow one another, whole.
 */
final class LiveTable {
    private static final String UP = "\u001b[%dA\r";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";

    private final Terminal terminal;
    private int drawn;

    LiveTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void draw(List<String> lines, int columns) {
        List<String> clean = lines.stream().map(TerminalText::blanked).toList();
        terminal.lines(terminal.interactive() ? over(clean, columns) : String.join("\n", clean) + "\n\n");
        drawn = lines.size();
    }

    /** A line that is too long would take two. */
    private String over(List<String> lines, int columns) {
        StringBuilder frame = new StringBuilder(drawn == 0 ? "" : UP.formatted(drawn));
        for (String line : lines) {
            frame.append(line, 0, Math.min(line.length(), columns))
                    .append(REST_OF_LINE)
                    .append('\n');
        }
        return frame.append(REST_OF_SCREEN).toString();
    }
}
