// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarTest {
    @Test
    void anUpperBoundHoldsUpToItsLimit() {
        assertThat(Bar.P1_SMALL.holds(0.80)).isTrue();
        assertThat(Bar.P1_SMALL.holds(0.81)).isFalse();
    }

    @Test
    void aLowerBoundHoldsFromItsLimit() {
        assertThat(Bar.P3_JAXB.holds(11)).isTrue();
        assertThat(Bar.P3_JAXB.holds(10.99)).isFalse();
    }

    @Test
    void whatIsNoNumberHoldsNothing() {
        assertThat(Bar.values()).noneMatch(bar -> bar.holds(Double.NaN));
    }

    @Test
    void eachBarIsFoundByItsOwnName() {
        assertThat(Bar.values()).allSatisfy(bar -> assertThat(Bar.of(bar.id())).hasValue(bar));
    }

    @Test
    void everyPartHasBars() {
        assertThat(Stream.of(Part.values()).map(part -> Bar.of(part).count())).doesNotContain(0L);
    }
}
