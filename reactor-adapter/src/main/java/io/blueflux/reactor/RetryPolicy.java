// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import java.time.Duration;
import java.util.Objects;

/**
 * How often and after which pauses a call is repeated that failed in a transient error
 * ({@link BbbException#isTransient()}). The pause doubles from one repetition to the next. Immutable.
 *
 * @param attempts how often a call is tried at most, the first time included; 1 means that nothing is repeated
 * @param firstBackoff the longest pause after the first failure, at least 1 ms
 * @param maxBackoff the longest pause of all, at least {@code firstBackoff}
 * @param jitter which part of each pause is left to chance, 0 to 1, so that many clients do not come back at once
 */
public record RetryPolicy(int attempts, Duration firstBackoff, Duration maxBackoff, double jitter) {
    private static final int MOST_DOUBLINGS = 30;

    /** Repeats nothing. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofMillis(500), Duration.ofSeconds(10), 0.5);

    /** Tries 4 times, with pauses of 0.25 to 0.5 s, 0.5 to 1 s and 1 to 2 s. */
    public static final RetryPolicy DEFAULT = NONE.withAttempts(4);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the value that is out of its bounds
     */
    public RetryPolicy {
        Objects.requireNonNull(firstBackoff, "firstBackoff");
        Objects.requireNonNull(maxBackoff, "maxBackoff");
        require(attempts >= 1, "attempts must be at least 1");
        require(firstBackoff.compareTo(Duration.ofMillis(1)) >= 0, "firstBackoff must be at least 1 ms");
        require(maxBackoff.compareTo(firstBackoff) >= 0, "maxBackoff must be at least firstBackoff");
        require(maxBackoff.compareTo(Duration.ofDays(1)) <= 0, "maxBackoff must be at most 1 day");
        require(jitter >= 0 && jitter <= 1, "jitter must be 0 to 1");
    }

    /**
     * Returns this with another number of attempts.
     *
     * @param most how often at most, the first time included
     * @return a copy
     */
    public RetryPolicy withAttempts(int most) {
        return new RetryPolicy(most, firstBackoff, maxBackoff, jitter);
    }

    /**
     * Returns this with other pauses.
     *
     * @param first the longest pause after the first failure
     * @param longest the longest pause of all
     * @return a copy
     */
    public RetryPolicy withBackoff(Duration first, Duration longest) {
        return new RetryPolicy(attempts, first, longest, jitter);
    }

    /**
     * Returns this with another jitter.
     *
     * @param part which part of each pause is left to chance, 0 to 1
     * @return a copy
     */
    public RetryPolicy withJitter(double part) {
        return new RetryPolicy(attempts, firstBackoff, maxBackoff, part);
    }

    /** Returns the pause after some repetitions, by a random number from 0 to 1. */
    Duration pause(long repetitions, double random) {
        long doubled = firstBackoff.toNanos() << Math.min(repetitions, MOST_DOUBLINGS);
        boolean overflown = repetitions > MOST_DOUBLINGS || doubled >> repetitions != firstBackoff.toNanos();
        long longest = overflown ? maxBackoff.toNanos() : Math.min(doubled, maxBackoff.toNanos());
        return Duration.ofNanos((long) (longest * (1 - jitter * random)));
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
