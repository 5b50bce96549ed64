// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A query of Prometheus that we ship.
 *
 * @param place where it stands
 * @param expression with nothing left to replace
 */
record Query(String place, String expression) {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Matchers, windows, and labels that are grouped or joined by. */
    private static final Pattern LABELS = Pattern.compile(
            "\\{[^}]*}|\\[[^\\]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /** Returns the names of the metrics in it, as far as our expressions go. */
    Set<String> metrics() {
        String bare = LABELS.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        NAME.matcher(bare).results().map(found -> found.group()).forEach(names::add);
        names.removeAll(WORDS);
        return names;
    }
}
