// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The arithmetic, by a clock that counts what the variants are said to cost. */
class PairedTest {
    private long now;

    private Object costs(long nanos) {
        now += nanos;
        return now;
    }

    @Test
    void theRatioIsThatOfTheCosts() throws Exception {
        Paired paired = Paired.of(() -> now, Duration.ZERO)
                .add(() -> costs(100))
                .add(() -> costs(250))
                .run(Duration.ZERO, Duration.ZERO);
        assertThat(paired.ratio(1, 0)).isEqualTo(2.5);
        assertThat(paired.ratio(0, 1)).isEqualTo(0.4);
        assertThat(paired.nanos(1)).isEqualTo(250);
    }

    @Test
    void aFaultOfAVariantIsNotMeasuredAway() {
        Paired paired = Paired.ofThread().add(() -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> paired.run(Duration.ZERO, Duration.ZERO)).hasMessage("broken");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Paired.median(DoubleStream.of(4, 1, 3, 100))).isEqualTo(3.5);
        assertThat(Paired.median(DoubleStream.of(4, 1, 100))).isEqualTo(4);
    }
}
