// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementHintsTest {

    @Test
    void hintsAreKeptAsTheyAreSaid() {
        PlacementHints hints = PlacementHints.expecting(120)
                .on("eu", "large")
                .orOn("eu")
                .orAnywhere()
                .notOn("old")
                .notOn("slow");

        assertThat(hints)
                .isEqualTo(new PlacementHints(
                        120, List.of(Set.of("eu", "large"), Set.of("eu"), Set.of()), Set.of("old", "slow")));
        assertThat(hints.on("us").groups()).containsExactly(Set.of("us"));
    }

    @Test
    void hintsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> PlacementHints.expecting(0))
                .hasMessage("expectedParticipants must be at least 1, not 0");
        assertThatThrownBy(() -> PlacementHints.NONE.on()).hasMessage("a group needs a tag");
        assertThatThrownBy(() -> PlacementHints.NONE.notOn("")).hasMessage("a tag must not be blank");
    }

    @Test
    void rulesAreRefusedByName() {
        PlacementRules rules = PlacementRules.LEAST_LOAD;

        assertThatThrownBy(() -> rules.withCandidates(0)).hasMessage("candidates must be at least 1, not 0");
        assertThatThrownBy(() -> rules.withCreateAttempts(0)).hasMessage("createAttempts must be at least 1, not 0");
        assertThatThrownBy(() -> new PlacementRules.Look(Duration.ZERO, Duration.ZERO))
                .hasMessage("timeout must be 1 ms to 1 day, not PT0S");
        assertThatThrownBy(() -> new PlacementRules.Expectation(20, 0, Duration.ofMinutes(1)))
                .hasMessage("most must be at least 1, not 0");
    }

    @Test
    void eachRuleIsReplacedAlone() {
        MeetingLoad load = (meeting, participants) -> participants;
        PlacementRules.Look look = new PlacementRules.Look(Duration.ZERO, Duration.ofMillis(300));
        PlacementRules.Expectation expectation = new PlacementRules.Expectation(10, 100, Duration.ofMinutes(5));

        assertThat(PlacementRules.LEAST_LOAD
                        .withDeadline(Duration.ofSeconds(9))
                        .withOnDown(PlacementRules.OnDown.KEEP)
                        .withCreateAttempts(2)
                        .withConfirm(false)
                        .withLoad(load)
                        .withExpectation(expectation)
                        .withLook(look)
                        .withCandidates(3))
                .isEqualTo(new PlacementRules(
                        3, look, expectation, load, false, 2, PlacementRules.OnDown.KEEP, Duration.ofSeconds(9)));
        assertThat(PlacementRules.STICKY).isEqualTo(PlacementRules.LEAST_LOAD.withCandidates(1));
    }
}
