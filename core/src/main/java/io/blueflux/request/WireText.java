// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.PrintableText;

/** The rule for every name and value that is sent, and the form in which they may stand in a message. */
final class WireText {
    private static final int SHOWN = 40;
    private static final String MUST_NOT =
            " must not hold control characters other than tab and line ends, half characters, U+FFFE or U+FFFF";

    private WireText() {}

    /** Refuses what would make the server's own XML answers unreadable for everybody. */
    static void check(String name, String value) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a parameter's name must not be empty");
        }
        if (!isWellFormed(name)) {
            throw new IllegalArgumentException("the parameter name " + shown(name) + MUST_NOT);
        }
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(shown(name) + MUST_NOT);
        }
    }

    /** Cuts what is long and replaces what would break a line of a log. */
    static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return PrintableText.masked(start, '?').replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "?");
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().allMatch(WireText::isAllowed);
    }

    private static boolean isAllowed(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r' -> true;
            case 0xFFFE, 0xFFFF -> false;
            default -> !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        };
    }
}
