// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 10s} and {@code 2m}. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("a duration is written like 500ms, 10s or 2m, not: " + text);
        }
        Duration duration = duration(Long.parseLong(form.group(1)), form.group(2));
        if (duration.isZero()) {
            throw new TypeConversionException("a duration must be longer than " + text);
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("a duration must be at most 1440m, a day, not: " + text);
        }
        return duration;
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
