// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

/**
 * What was so: a server, a meeting or an attendee was there.
 *
 * @param key whose paths nest: {@code s1}, {@code s1/m2}, {@code s1/m2/u3}
 * @param from when it came, in milliseconds since 1970
 * @param until when it went; {@link #OPEN} if it has not
 */
public record Fact(String key, long from, long until) {
    /** Has not gone yet. */
    public static final long OPEN = Long.MAX_VALUE;
}
