// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import io.blueflux.PrintableText;
import java.util.Objects;

/**
 * One reason for what a {@link ServerProfile} says.
 *
 * @param kind how sure it is
 * @param text what was found and from what; one line, without secrets
 */
public record Finding(Kind kind, String text) {
    private static final int LONGEST = 300;

    /** How sure a finding is. */
    public enum Kind {
        /** The server's answer shows it. */
        SEEN,
        /** It follows from what answers of this kind usually mean. */
        GUESSED,
        /** A step that was to find it out failed. */
        FAILED
    }

    /** Cuts the text to one line of bounded length. */
    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        text = PrintableText.masked(text, ' ').replaceAll("\\p{Cs}", " ");
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Returns a line of the report. */
    @Override
    public String toString() {
        return switch (kind) {
            case SEEN -> "seen: " + text;
            case GUESSED -> "guessed: " + text;
            case FAILED -> "not found out: " + text;
        };
    }
}
