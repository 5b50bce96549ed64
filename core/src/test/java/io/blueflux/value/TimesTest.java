// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @Test
    void timesAreMilliseconds() {
        assertThat(Times.instant(1767254400000L)).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
        assertThat(Times.instant(1L)).isEqualTo(Instant.ofEpochMilli(1));
        assertThat(Times.instant(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1767254400000L, 1767254400L, 1767254400000000L, 1767254400000000000L, Long.MAX_VALUE})
    void timesInAnotherUnitAreAbsent(long number) {
        assertThat(Times.instant(number)).isNull();
    }

    @Test
    void durationsAreMinutesOrMilliseconds() {
        assertThat(Times.minutes(1440L)).isEqualTo(Duration.ofDays(1));
        assertThat(Times.minutes(-5L)).isEqualTo(Duration.ofMinutes(-5));
        assertThat(Times.minutes(Long.MAX_VALUE)).isNull();
        assertThat(Times.minutes(Long.MIN_VALUE)).isNull();
        assertThat(Times.millis(7177L)).isEqualTo(Duration.ofMillis(7177));
        assertThat(Times.millis(null)).isNull();
    }
}
