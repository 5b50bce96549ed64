// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.time.Instant;

/**
 * How regularly a server was polled.
 *
 * @param polls how many polls finished
 * @param failed how many of them failed
 * @param missed how many intervals between two starts had no start
 * @param worstLag the longest that a start was late
 * @param lastStart when the last poll started
 */
record Rhythm(long polls, long failed, long missed, Duration worstLag, Instant lastStart) {
    static final Rhythm NONE = new Rhythm(0, 0, 0, Duration.ZERO, Instant.EPOCH);

    static Rhythm of(ServerReport report) {
        return new Rhythm(1, report.isAnswered() ? 0 : 1, 0, report.lag(), report.startedAt());
    }

    /** Returns this and a poll after it. */
    Rhythm then(Rhythm next, Duration interval) {
        long gap = Duration.between(lastStart, next.lastStart).toMillis();
        long intervals = Math.round((double) gap / interval.toMillis());
        return plus(new Rhythm(next.polls, next.failed, Math.max(0, intervals - 1), next.worstLag, next.lastStart));
    }

    Rhythm plus(Rhythm other) {
        return new Rhythm(
                polls + other.polls,
                failed + other.failed,
                missed + other.missed,
                worstLag.compareTo(other.worstLag) > 0 ? worstLag : other.worstLag,
                other.lastStart);
    }
}
