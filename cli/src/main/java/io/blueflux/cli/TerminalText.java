// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.PrintableText;

/** Foreign texts on their way to a terminal, which a name may steer. */
final class TerminalText {
    private TerminalText() {}

    /** Returns a text with a blank where characters stood that steer. */
    static String blanked(String text) {
        return PrintableText.line(text);
    }

    /** Returns JSON that says the same, with escapes where characters stood that steer. */
    static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().forEach(character -> {
            if (PrintableText.isPrintable(character)) {
                escaped.appendCodePoint(character);
            } else {
                Character.toString(character).chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
            }
        });
        return escaped.toString();
    }
}
