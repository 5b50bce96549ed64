// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.placement.PlacementRules;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small storm, by each of the rules. */
class StormIT {
    /** Servers are spread over, and not dropped, though a busy machine lets them take more than a second. */
    private static final PlacementRules PATIENT = PlacementRules.LEAST_LOAD.withLook(
            new PlacementRules.Look(PlacementRules.Look.DEFAULT.age(), Duration.ofSeconds(10)));

    private Simulators process;

    @BeforeEach
    void start() throws IOException {
        process = new Simulators(4);
    }

    @AfterEach
    void close() {
        process.close();
    }

    private Storm storm() {
        return new Storm(process.members(), StormMeeting.first(40), Duration.ofMillis(500));
    }

    @Test
    void ourRuleSpreadsWhatIsCreatedWithinASecond() {
        Storm.Outcome outcome = storm().run(new OurPlacing(PATIENT));
        assertThat(outcome.created()).isEqualTo(40);
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.doubled()).isZero();
        assertThat(outcome.spread()).isBetween(1.0, 1.3);
        assertThat(outcome.participantSpread()).isBetween(1.0, 2.0);
    }

    @Test
    void theOthersCreateAllTheSameOnServersThatWereEmptied() {
        assertAllCreated(storm().run(new ScalelitePlacing()));
        assertAllCreated(storm().run(new BbblbPlacing()));
    }

    private static void assertAllCreated(Storm.Outcome outcome) {
        assertThat(outcome.created()).isEqualTo(40);
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.doubled()).isZero();
        assertThat(outcome.spread()).isBetween(1.0, 4.0);
    }
}
