// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private static final Vitals BEFORE = new Vitals(100_000_000, 1, 40, 300, 200, 9, 8);

    @Test
    void aLineArrivesAsItWas() {
        assertThat(Vitals.of(BEFORE.line())).isEqualTo(BEFORE);
    }

    @Test
    void whatMayGrowMayGrow() {
        assertThat(new Vitals(123_000_000, 99, 52, 325, 300, 0, 0).grownSince(BEFORE))
                .isEmpty();
    }

    @Test
    void whatGrewTooMuchIsNamed() {
        assertThat(new Vitals(123_000_001, 1, 53, 326, 200, 9, 8).grownSince(BEFORE))
                .containsExactly(
                        "heap=123000001, more than 123000000",
                        "threads=53, more than 52",
                        "descriptors=326, more than 325");
    }

    @Test
    void thisProcessHasVitals() {
        Lags lags = new Lags();
        lags.add(Duration.ofMillis(3));
        Vitals here = Vitals.here(lags);
        assertThat(here.heap()).isPositive();
        assertThat(here.threads()).isPositive();
        assertThat(here.descriptors()).isGreaterThanOrEqualTo(here.connections());
        assertThat(here.polls()).isEqualTo(1);
        assertThat(here.lagMillis()).isEqualTo(3);
    }

    @Test
    void ofAHundredTheLatestButOneIsTold() {
        Lags lags = new Lags();
        for (int i = 0; i < 98; i++) {
            lags.add(Duration.ofMillis(2));
        }
        lags.add(Duration.ofMillis(70));
        lags.add(Duration.ofSeconds(5));
        assertThat(lags.take()).isEqualTo(new Lags.Sum(100, 70));
        assertThat(lags.take()).isEqualTo(new Lags.Sum(0, 0));
    }
}
