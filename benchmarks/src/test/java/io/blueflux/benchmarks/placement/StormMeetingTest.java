// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StormMeetingTest {
    @Test
    void theStormIsTheSameOnEveryRun() {
        assertThat(StormMeeting.first(3))
                .containsExactly(
                        new StormMeeting("room-000", 35),
                        new StormMeeting("room-001", 36),
                        new StormMeeting("room-002", 22));
    }

    @Test
    void theSpreadIsTheGreatestBesideTheMean() {
        assertThat(Spread.of(DoubleStream.of(2, 2, 2))).isEqualTo(1);
        assertThat(Spread.of(DoubleStream.of(9, 0, 0))).isEqualTo(3);
    }
}
