// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds values by the names before them: {@code name=value}, also within an encoded URL; {@code <name>value</name>};
 * {@code "name":"value"}. In doubt it takes too much.
 */
final class NamedSecrets {
    private static final String NAMES =
            SecretNames.ALL.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));

    // possessive and without a repeated group, so that no text makes it slow or deep
    private static final Pattern START = Pattern.compile(
            "(?<tag><" + NAMES + ">)" + "|" + NAMES
                    + "(?:(?<equals>=)|(?<encoded>%3D)|\\\\{0,3}+[\"']\\s*+:\\s*+)(?<quote>\\\\{0,3}+[\"'])?",
            Pattern.CASE_INSENSITIVE);

    private NamedSecrets() {}

    static void mark(String text, BitSet hidden) {
        Matcher start = START.matcher(text);
        int from = 0;
        while (start.find(from)) {
            from = end(text, start);
            hidden.set(start.end(), from);
        }
    }

    private static int end(String text, Matcher start) {
        int from = start.end();
        if (start.group("tag") != null) {
            return endOfElement(text, from);
        }
        if (start.group("quote") != null) {
            return endOfQuoted(text, from, start.end("quote") - start.start("quote"));
        }
        if (start.group("equals") != null) {
            return endBefore("&\"'<", text, from);
        }
        if (start.group("encoded") != null) {
            int end = endBefore("&\"'<", text, from);
            int next = text.substring(from, end).indexOf("%26");
            return next < 0 ? end : from + next;
        }
        return endBefore(",}]", text, from);
    }

    private static int endOfElement(String text, int from) {
        int content = from;
        if (text.startsWith("<![CDATA[", from)) {
            content = orEnd(text, text.indexOf("]]>", from));
        }
        return orEnd(text, text.indexOf("</", content));
    }

    // a quote with more backslashes before it than the opening one had belongs to the value
    private static int endOfQuoted(String text, int from, int opening) {
        char quote = text.charAt(from - 1);
        int backslashes = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote && backslashes < opening) {
                return i - backslashes;
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return text.length();
    }

    private static int endBefore(String stops, String text, int from) {
        int end = from;
        while (end < text.length()
                && stops.indexOf(text.charAt(end)) < 0
                && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int orEnd(String text, int index) {
        return index < 0 ? text.length() : index;
    }
}
