// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Totals TOTALS = new Totals(1, 2, 0, 3, 0, 0, 0, 0, 3, Map.of());

    @Test
    void theFirstMomentsAreASecondApartAndAllAreKept() {
        assertThat(after(100).at()).hasSize(100).startsWith(1_000, 2_000).endsWith(100_000);
    }

    @Test
    void afterADayTheySpanTheLastHour() {
        long day = Duration.ofDays(1).toSeconds();
        Samples samples = after(day);
        long[] at = samples.at();
        long newest = at[at.length - 1];
        assertThat(at).hasSizeLessThanOrEqualTo(120).isSorted();
        assertThat(newest).isGreaterThan(day * 1_000 - 32_000);
        assertThat(newest - at[0]).isBetween(3_600_000L, 3_900_000L);
        assertThat(samples.people()).hasSameSizeAs(at).containsOnly(3);
        assertThat(samples.meetings()).hasSameSizeAs(at).containsOnly(2);
    }

    @Test
    void atNoMomentIsTheSpanShorterThanHalfOfWhatWasSeen() {
        for (long seconds = 2; seconds < 4_000; seconds++) {
            long[] at = after(seconds).at();
            assertThat(at[at.length - 1] - at[0])
                    .as("after " + seconds + " s")
                    .isGreaterThanOrEqualTo(Math.min(seconds, 3_600) * 500);
        }
    }

    @Test
    void aServerThatCameLaterKeepsItsPlaceAtTheEnd() {
        long[] whole = {1, 2, 3, 4, 5, 6, 7};
        long[] late = {5, 6, 7};
        for (Samples.Room room : Samples.Room.values()) {
            long[] both = Samples.appended(whole, 8, room, whole.length);
            long[] end = Samples.appended(late, 8, room, whole.length);
            assertThat(Arrays.copyOfRange(both, both.length - end.length, both.length))
                    .as(room.name())
                    .isEqualTo(end);
        }
    }

    /** Takes samples as the ticks of so many seconds would. */
    private static Samples after(long seconds) {
        Samples samples = Samples.none();
        long last = 0;
        for (long tick = 1; tick <= seconds; tick++) {
            if (tick - last >= samples.pace()) {
                samples = samples.with(tick * 1_000, TOTALS);
                last = tick;
            }
        }
        return samples;
    }
}
