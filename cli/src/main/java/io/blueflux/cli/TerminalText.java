// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Foreign texts on their way to a terminal. A name may hold characters that steer it: both sets of control characters, line
 * and paragraph separators, and those that turn the direction of writing or cannot be seen.
 */
final class TerminalText {
    /** Categories, so that none is forgotten; half a surrogate pair too. Some scripts and emoji need the two joiners. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\u200c\\u200d]]+");

    private TerminalText() {}

    /** Returns a text with a blank where characters stood that steer. */
    static String blanked(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** Returns JSON that says the same, with escapes where characters stood that steer. */
    static String escaped(String json) {
        return STEERING.matcher(json).replaceAll(TerminalText::escapes);
    }

    private static String escapes(MatchResult steering) {
        return Matcher.quoteReplacement(
                steering.group().chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()));
    }
}
