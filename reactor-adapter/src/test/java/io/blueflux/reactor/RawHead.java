// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.Locale;

/**
 * The head of a request, as it came.
 *
 * @param text its lines, up to the empty one
 */
record RawHead(String text) {
    String line() {
        return text.substring(0, text.indexOf("\r\n"));
    }

    /** Returns what is asked for, as a path with its query. */
    String target() {
        return text.split(" ", 3)[1];
    }

    /** Returns a header's value, or an empty text. */
    String header(String name) {
        return text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Returns how many bytes the body has. */
    int length() {
        String length = header("Content-Length");
        return length.isEmpty() ? 0 : Integer.parseInt(length);
    }
}
