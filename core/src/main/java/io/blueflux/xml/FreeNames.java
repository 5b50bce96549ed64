// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Names of elements that users chose, as far as they are plain ASCII. Many have the same, so that they share one String. */
final class FreeNames {
    private static final int SLOTS = 32;
    private static final boolean[] IN_NAMES = inNames();

    private @Nullable String @Nullable [] known; // made when needed

    /** Whether a byte may stand in such a name, or at least in one. */
    static boolean mayHold(byte b) {
        return b >= 0 && IN_NAMES[b];
    }

    /** Whether bytes that may stand in a name are one that XML leaves to users. */
    static boolean isOne(byte[] bytes, int from, int to) {
        return from < to
                && (Character.isLetter(bytes[from]) || bytes[from] == '_')
                && !(to - from >= 3
                        && (bytes[from] | 0x20) == 'x'
                        && (bytes[from + 1] | 0x20) == 'm'
                        && (bytes[from + 2] | 0x20) == 'l');
    }

    /** Returns the name that bytes spell, if it was remembered of late; else null. */
    @Nullable
    String known(byte[] bytes, int from, int to) {
        String name = known == null ? null : known[slot(bytes, from, to)];
        return name != null && isSame(name, bytes, from, to) ? name : null;
    }

    /** Remembers the name that bytes spell, and returns it. */
    String remember(byte[] bytes, int from, int to) {
        if (known == null) {
            known = new @Nullable String[SLOTS];
        }
        String name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        known[slot(bytes, from, to)] = name;
        return name;
    }

    private static int slot(byte[] bytes, int from, int to) {
        return (bytes[to - 1] + 7 * bytes[(from + to) >>> 1] + 5 * (to - from)) & (SLOTS - 1);
    }

    private static boolean isSame(String name, byte[] bytes, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (name.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] inNames() {
        boolean[] in = new boolean[128];
        for (char c = 0; c < in.length; c++) {
            in[c] = c == '-' || c == '_' || c == '.' || Character.isLetterOrDigit(c);
        }
        return in;
    }
}
