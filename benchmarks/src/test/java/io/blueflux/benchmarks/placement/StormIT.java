// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A small storm, by each of the rules. */
class StormIT {
    private static final Storm STORM = new Storm(4, StormMeeting.first(40), Duration.ofMillis(500));

    @Test
    void ourRuleSpreadsWhatIsCreatedWithinASecond() throws Exception {
        Storm.Outcome outcome = STORM.run(new OurPlacing());
        assertThat(outcome.created()).isEqualTo(40);
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.doubled()).isZero();
        assertThat(outcome.spread()).isBetween(1.0, 1.3);
        assertThat(outcome.participantSpread()).isBetween(1.0, 2.0);
    }

    @Test
    void theOthersCreateAllTheSame() throws Exception {
        assertAllCreated(STORM.run(new ScalelitePlacing()));
        assertAllCreated(STORM.run(new BbblbPlacing()));
    }

    private static void assertAllCreated(Storm.Outcome outcome) {
        assertThat(outcome.created()).isEqualTo(40);
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.doubled()).isZero();
        assertThat(outcome.spread()).isBetween(1.0, 4.0);
    }
}
