// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

/** Foreign texts within a line on stderr. */
final class OneLine {
    private OneLine() {}

    /** Returns a text whose line breaks, tabs and other steering characters have become single blanks. */
    static String of(String text) {
        return TerminalText.blanked(text).strip();
    }

    /** Returns a text between quotation marks. */
    static String quoted(String text) {
        return '"' + of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
