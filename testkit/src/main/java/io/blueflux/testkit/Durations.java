// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as texts: {@code 500ms}, {@code 10s}, {@code 2m}. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m)");

    /** A timer counts in nanoseconds, of which there is an end. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private Durations() {}

    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("duration must be like 500ms, 10s or 2m, not: " + text);
        }
        Duration time = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("duration must be at most 1440m, a day, not: " + text);
        }
        return time;
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    static String text(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 && millis > 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
