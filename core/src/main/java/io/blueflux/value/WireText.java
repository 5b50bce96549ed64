// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import io.blueflux.PrintableText;

/** The rule for every name and value that is sent, and the forms in which they may stand in a message and in XML. */
public final class WireText {
    private static final int SHOWN = 40;
    private static final String MUST_NOT =
            " must not hold control characters other than tab and line ends, half characters, U+FFFE or U+FFFF";

    private WireText() {}

    /**
     * Refuses what would make the server's own XML answers unreadable for everybody.
     *
     * @param name the parameter
     * @param value its value
     * @throws IllegalArgumentException naming the parameter, if either is such a text
     */
    public static void check(String name, String value) {
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

    /**
     * Cuts what is long and replaces what would break a line of a log.
     *
     * @param text any text
     * @return what may stand in a message
     */
    public static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return PrintableText.masked(start, '?').replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "?");
    }

    /**
     * Writes a text as XML does, in content and in attributes.
     *
     * @param text any text
     * @return the text with its markup escaped
     */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
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
