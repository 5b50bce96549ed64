// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.hostile;

import java.util.List;
import java.util.stream.IntStream;

/** Names that hash tables cannot tell apart. */
final class Collisions {
    private static final int BITS = 12;
    private static final List<String> LOW_BITS = sameLowBits();

    private Collisions() {}

    /** Returns one of 4,096 names that are one to {@link String#hashCode()}. */
    static String ofStrings(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < BITS; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    /** Returns one of 4,096 names that are one to a hash of four bytes at a time, times 31. */
    static String ofQuads(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < BITS; bit++) {
            name.append((number >> bit & 1) == 0 ? "aaabaaay" : "aaacaaaZ");
        }
        return name.toString();
    }

    /** Returns one of 900 short names that are one to the lowest bits of a hash of quads. */
    static String ofLowBits(int number) {
        return LOW_BITS.get(number % LOW_BITS.size());
    }

    private static List<String> sameLowBits() {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "n" + Integer.toString(i + 100_000_000, Character.MAX_RADIX))
                .filter(name -> (hash(name) & 0x3FF) == 0)
                .limit(900)
                .toList();
    }

    private static int hash(String name) {
        int hash = quad(name.substring(0, 4)) * 31 + quad(name.substring(4));
        hash ^= hash >>> 16;
        return hash ^ hash >>> 8;
    }

    private static int quad(String characters) {
        return characters.chars().reduce(0, (quad, character) -> quad << 8 | character);
    }

    /** Returns one of 900 names of a namespace that differ only where few hashes look. */
    static String ofUris(int number) {
        return "http://aaaaaaaaaaaaaaaaaaaaaaa" + (100 + number % 900) + "aaaaaaaaaaaa";
    }
}
