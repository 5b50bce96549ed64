// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

/** Escapes texts the ways the server's parts do. */
final class XmlText {
    private XmlText() {}

    /** As the answer templates: five entities; a run of white space shrinks to one blank, or one line break. */
    static String escaped(String text) {
        return plain(text) ? text : escape(text, true);
    }

    /** As the recordings' code: white space stays, an apostrophe too. */
    static String escapedForRecording(String text) {
        return escape(text, false);
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blankRun = isBlank(c) && (c != ' ' || (i + 1 < text.length() && isBlank(text.charAt(i + 1))));
            if (blankRun || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                return false;
            }
        }
        return true;
    }

    private static String escape(String text, boolean template) {
        StringBuilder escaped = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (template && isBlank(c)) {
                int end = i;
                while (end < text.length() && isBlank(text.charAt(end))) {
                    end++;
                }
                escaped.append(breaksLine(text, i, end) ? '\n' : ' ');
                i = end - 1;
            } else {
                append(escaped, c, template);
            }
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char c, boolean template) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append(template ? "&apos;" : "'");
            default -> escaped.append(c);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean breaksLine(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return true;
            }
        }
        return false;
    }
}
