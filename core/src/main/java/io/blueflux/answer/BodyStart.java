// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.PrintableText;
import io.blueflux.parameter.Blotter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first bytes of an answer, for errors to quote. More is kept than is quoted, so that a secret at the edge is seen whole
 * and blotted; what is left of the edge after blotting is never quoted, since a secret may be cut there.
 */
final class BodyStart {
    private static final int KEPT_BYTES = 1024;
    private static final int QUOTED_CHARACTERS = 240;

    private byte[] kept = {};

    boolean isFull() {
        return kept.length >= KEPT_BYTES;
    }

    void add(byte[] bytes, int offset, int length) {
        int count = Math.min(length, KEPT_BYTES - kept.length);
        if (count > 0) {
            int before = kept.length;
            kept = Arrays.copyOf(kept, before + count);
            System.arraycopy(bytes, offset, kept, before, count);
        }
    }

    /** Returns the text on one line, blotted, with what cannot be printed as a full stop. */
    String quote(Blotter blotter) {
        String whole = blotter.blot(new String(kept, StandardCharsets.UTF_8));
        String sure = isFull() ? whole.substring(0, Excerpt.sure(whole, blotter)) : whole;
        String line = sure.replaceAll("\\s+", " ").replace('\uFFFD', '.');
        return shortened(PrintableText.masked(line, '.').strip());
    }

    /** Returns a text as long as an error may quote it, with a mark where it was cut. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARACTERS - 20)) + "…";
    }
}
