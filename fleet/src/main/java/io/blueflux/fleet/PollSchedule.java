// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a server is polled. Immutable. Polls of one server never overlap; a poll that outlasts its interval skips the
 * starts it missed and keeps the rhythm. The rhythms of the servers are spread over the interval by their names.
 *
 * @param interval from one start to the next
 * @param starting the same while a meeting was seen for the first time less than a minute ago; {@code interval} by default
 * @param idle the same while there is no meeting; {@code interval} by default
 * @param maxBackoff the longest pause while the server is down; doubles up to it from {@code interval} on, minus up to half
 *     of it by chance, but is never shorter than the interval at which the server was polled while it answered; 2 min by default,
 *     or twice {@code interval} if that is longer
 * @param floor no two starts are closer, and no pause of a server that is down is shorter; 500 ms by default, at least 10 ms
 * @param jitter by which part of the interval a start may come late, by chance; 0 to 0.5, 0.1 by default
 */
public record PollSchedule(
        Duration interval, Duration starting, Duration idle, Duration maxBackoff, Duration floor, double jitter) {
    private static final Duration LOWEST_FLOOR = Duration.ofMillis(10);
    private static final Duration FLOOR = Duration.ofMillis(500);
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(2);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a duration is missing, below the floor or over a day, or the jitter out of range
     */
    public PollSchedule {
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(starting, "starting");
        Objects.requireNonNull(idle, "idle");
        Objects.requireNonNull(maxBackoff, "maxBackoff");
        Objects.requireNonNull(floor, "floor");
        Checks.atLeast(LOWEST_FLOOR, floor, "floor");
        Checks.atLeast(floor, interval, "interval");
        Checks.atLeast(floor, starting, "starting");
        Checks.atLeast(floor, idle, "idle");
        Checks.atLeast(interval, maxBackoff, "maxBackoff");
        if (!(jitter >= 0 && jitter <= 0.5)) {
            throw new IllegalArgumentException("jitter must be 0 to 0.5, not " + jitter);
        }
    }

    /**
     * Polls at one interval, whatever the server does while it answers.
     *
     * @param interval from one start to the next, at least 500 ms
     * @return a schedule with the defaults named above
     * @throws IllegalArgumentException if the interval is missing or shorter
     */
    public static PollSchedule every(@Nullable Duration interval) {
        return every(interval, FLOOR);
    }

    /**
     * Polls at one interval that may be below the usual floor.
     *
     * @param interval from one start to the next, at least the floor
     * @param floor no pause is shorter, at least 10 ms
     * @return a schedule with the other defaults
     * @throws IllegalArgumentException if the interval or the floor is missing or too short
     */
    public static PollSchedule every(@Nullable Duration interval, Duration floor) {
        Objects.requireNonNull(floor, "floor");
        Duration checked = Checks.atLeast(Checks.atLeast(LOWEST_FLOOR, floor, "floor"), interval, "interval");
        return new PollSchedule(checked, checked, checked, backoff(checked), floor, 0.1);
    }

    private static Duration backoff(Duration interval) {
        Duration twice =
                interval.multipliedBy(2).compareTo(Checks.LONGEST) > 0 ? Checks.LONGEST : interval.multipliedBy(2);
        return twice.compareTo(MAX_BACKOFF) > 0 ? twice : MAX_BACKOFF;
    }

    /**
     * Returns this with another interval while meetings start.
     *
     * @param duration usually shorter than {@link #interval()}
     * @return a copy
     */
    public PollSchedule withStarting(Duration duration) {
        return new PollSchedule(interval, duration, idle, maxBackoff, floor, jitter);
    }

    /**
     * Returns this with another interval while there is no meeting.
     *
     * @param duration usually longer than {@link #interval()}
     * @return a copy
     */
    public PollSchedule withIdle(Duration duration) {
        return new PollSchedule(interval, starting, duration, maxBackoff, floor, jitter);
    }

    /**
     * Returns this with another longest pause while the server is down.
     *
     * @param duration at least {@link #interval()}
     * @return a copy
     */
    public PollSchedule withMaxBackoff(Duration duration) {
        return new PollSchedule(interval, starting, idle, duration, floor, jitter);
    }

    /**
     * Returns this with another jitter.
     *
     * @param part 0 to 0.5 of the interval
     * @return a copy
     */
    public PollSchedule withJitter(double part) {
        return new PollSchedule(interval, starting, idle, maxBackoff, floor, part);
    }
}
