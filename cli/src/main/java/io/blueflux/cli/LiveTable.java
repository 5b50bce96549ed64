// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.List;

/**
 * Lines that are drawn over those before them, each frame in one write, so that nothing flickers. Where nobody watches, frames
 * follow one another, whole.
 */
final class LiveTable {
    private static final String UP = "\u001b[%dA\r";
    private static final String FROM_THE_TOP = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";
    private static final String UNWRAPPED = "\u001b[?7l%s\u001b[?7h";

    private final Terminal terminal;
    private int drawn;
    private ScreenSize before = ScreenSize.ENDLESS;

    LiveTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Draws as many lines as have a place, which is the screen less the cursor's line. */
    void draw(List<String> lines, ScreenSize place) {
        List<String> clean = lines.stream()
                .limit(Math.max(1, place.rows()))
                .map(TerminalText::blanked)
                .toList();
        terminal.lines(terminal.interactive() ? over(clean, place) : String.join("\n", clean) + "\n\n");
        drawn = clean.size();
        before = place;
    }

    /**
     * No line takes two, also where a terminal shows a character wider than we know. A line is erased before it is written: after
     * a full one, its last character would be. A screen of another size has moved what was drawn.
     */
    private String over(List<String> lines, ScreenSize place) {
        StringBuilder frame = new StringBuilder();
        for (String line : lines) {
            frame.append(REST_OF_LINE)
                    .append(DisplayWidth.start(line, place.columns()))
                    .append('\n');
        }
        String start = drawn == 0 ? "" : place.equals(before) ? UP.formatted(drawn) : FROM_THE_TOP;
        return start + UNWRAPPED.formatted(frame) + REST_OF_SCREEN;
    }
}
