// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.parameter.Blotter;

/**
 * Cuts a text of a server to what an error quotes of it, blotted. The cut is made twice: roughly before the text is kept or
 * looked at, and at its place after blotting, so that a secret at the edge is seen whole. Where secrets are longer than
 * the edge, as much is left out as the longest may have.
 */
final class Excerpt {
    private static final int EDGE_CHARACTERS = 256;
    private static final String CUT = "…";

    private Excerpt() {}

    /** Returns as much of a text as has to be kept until it is quoted. */
    static String kept(String text, int longest) {
        return text.length() <= longest + EDGE_CHARACTERS ? text : text.substring(0, longest + EDGE_CHARACTERS);
    }

    /** Returns a kept text without secrets, with a mark where it was cut. */
    static String quoted(String kept, int longest, Blotter blotter) {
        String blotted = blotter.blot(kept);
        boolean cut = kept.length() >= longest + EDGE_CHARACTERS;
        int sure = cut ? sure(blotted, blotter) : blotted.length();
        return !cut && sure <= longest ? blotted : start(blotted, Math.min(sure, longest)) + CUT;
    }

    /** Returns how much of a blotted text surely holds no start of a secret that was cut at its end. */
    static int sure(String blotted, Blotter blotter) {
        return Math.max(0, blotted.length() - Math.max(EDGE_CHARACTERS, blotter.longest()));
    }

    private static String start(String text, int length) {
        int whole = length > 0 && length < text.length() && Character.isLowSurrogate(text.charAt(length))
                ? length - 1
                : length;
        return text.substring(0, whole);
    }
}
