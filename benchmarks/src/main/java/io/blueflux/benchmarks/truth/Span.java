// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

/**
 * A stretch of time.
 *
 * @param from its begin, in milliseconds since 1970
 * @param until its end
 */
public record Span(long from, long until) {
    public boolean holds(long at) {
        return from <= at && at < until;
    }

    public long overlap(long otherFrom, long otherUntil) {
        return Math.min(until, otherUntil) - Math.max(from, otherFrom);
    }
}
