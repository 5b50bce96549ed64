// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

/**
 * What a member told its subscriber.
 *
 * @param sign {@code +} that the key is there, {@code -} that it has gone, {@code !} that its server fares worse
 * @param key as in {@link Fact}
 * @param at when, in milliseconds since 1970
 */
public record Told(char sign, String key, long at) {
    public static final char THERE = '+';
    public static final char GONE = '-';
    public static final char WORSE = '!';

    /** Reads what {@link #line()} wrote. */
    public static Told of(String line) {
        String[] words = line.split(" ", -1);
        return new Told(words[0].charAt(0), words[1], Long.parseLong(words[2]));
    }

    public String line() {
        return sign + " " + key + " " + at;
    }
}
