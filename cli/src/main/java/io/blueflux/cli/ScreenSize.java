// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the terminal is now.
 *
 * @param rows how many lines it shows
 * @param columns how many characters a line
 */
record ScreenSize(int rows, int columns) {
    static final ScreenSize ENDLESS = new ScreenSize(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final ScreenSize USUAL = new ScreenSize(24, 80);
    private static final Pattern ANSWER = Pattern.compile("([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})");

    /** Asks stty, as the JDK has no word for it. */
    static ScreenSize now() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return parsed(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return USUAL; // no terminal, or no stty
        }
    }

    static ScreenSize parsed(String answer) {
        Matcher size = ANSWER.matcher(answer.strip());
        return size.matches()
                ? new ScreenSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : USUAL;
    }

    /** Returns what is left when the cursor has taken its line. */
    ScreenSize withoutLastRow() {
        return new ScreenSize(rows - 1, columns);
    }
}
