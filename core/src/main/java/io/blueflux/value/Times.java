// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the API's times, which are numbers. */
public final class Times {
    private static final long SECONDS_OF_2000 = 946_684_800L;
    private static final long SECONDS_OF_2100 = 4_102_444_800L;
    private static final long MILLIS_BOUND = 100_000_000_000_000L; // 5138; microseconds of today are above

    private Times() {}

    /**
     * Makes a time of epoch milliseconds. What is none is absent: 0 and -1, which mean not yet or unknown, and what would be
     * of our days in seconds or microseconds.
     *
     * @param millis the number; null if it is absent
     * @return the time, or null
     */
    public static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null || millis <= 0 || millis >= MILLIS_BOUND || isSeconds(millis)
                ? null
                : Instant.ofEpochMilli(millis);
    }

    private static boolean isSeconds(long number) {
        return number >= SECONDS_OF_2000 && number < SECONDS_OF_2100;
    }

    /**
     * Makes a duration.
     *
     * @param minutes the number; null if it is absent
     * @return the duration; null if the number is absent or beyond any meeting's
     */
    public static @Nullable Duration minutes(@Nullable Long minutes) {
        return minutes == null || minutes.intValue() != minutes ? null : Duration.ofMinutes(minutes);
    }

    /**
     * Makes a duration.
     *
     * @param millis the number; null if it is absent
     * @return the duration, or null
     */
    public static @Nullable Duration millis(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
