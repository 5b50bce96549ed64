// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerHealthTest {
    private static final HealthPolicy POLICY = new HealthPolicy(3, 2);

    @Test
    void oneFailureMakesUnstableAndOneAnswerMendsIt() {
        assertThat(states("a f a a")).containsExactly("UP", "UNSTABLE", "UP", "UP");
    }

    @Test
    void failuresInARowMakeDown() {
        assertThat(states("a f f f f")).containsExactly("UP", "UNSTABLE", "UNSTABLE", "DOWN", "DOWN");
    }

    @Test
    void failuresThatAreNotInARowDoNotMakeDown() {
        assertThat(states("a f f a f f a f f")).doesNotContain("DOWN").endsWith("UNSTABLE");
    }

    @Test
    void eachAnswerTakesOneFailureBack() {
        assertThat(states("a f f a a")).containsExactly("UP", "UNSTABLE", "UNSTABLE", "UNSTABLE", "UP");
    }

    @Test
    void whoWasDownIsUpAfterSeveralAnswersOnly() {
        assertThat(states("f f f a a a")).containsExactly("UNSTABLE", "UNSTABLE", "DOWN", "RECOVERING", "UP", "UP");
    }

    @Test
    void aFailureWhileRecoveringIsDownAgain() {
        assertThat(states("f f f a f a a")).endsWith("RECOVERING", "DOWN", "RECOVERING", "UP");
    }

    @Test
    void anOldOutageDoesNotCountInTheNext() {
        assertThat(states("f f f a a f")).endsWith("UP", "UNSTABLE");
    }

    @Test
    void theReasonIsKeptAndTheTimeIsThatOfTheChange() {
        ServerHealth health = ServerHealth.fresh(Instant.EPOCH)
                .failed(POLICY, "refused", Instant.ofEpochSecond(1))
                .failed(POLICY, "hung", Instant.ofEpochSecond(2));
        assertThat(health.reason()).isEqualTo("hung");
        assertThat(health.since()).isEqualTo(Instant.ofEpochSecond(1));
        ServerHealth up = health.answered(POLICY, Instant.ofEpochSecond(3)).answered(POLICY, Instant.ofEpochSecond(4));
        assertThat(up.state()).isEqualTo(ServerState.UP);
        assertThat(up.reason()).isEqualTo("hung");
        assertThat(up.since()).isEqualTo(Instant.ofEpochSecond(4));
    }

    @Test
    void thresholdsBelowOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HealthPolicy(0, 1))
                .withMessageContaining("downAfter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HealthPolicy(1, 0))
                .withMessageContaining("upAfter");
    }

    /** Plays polls, {@code a} answered and {@code f} failed. */
    private static List<String> states(String polls) {
        List<String> states = new ArrayList<>();
        ServerHealth health = ServerHealth.fresh(Instant.EPOCH);
        for (String poll : polls.split(" ", -1)) {
            health = poll.equals("a")
                    ? health.answered(POLICY, Instant.EPOCH)
                    : health.failed(POLICY, "reason", Instant.EPOCH);
            states.add(health.state().name());
        }
        return states;
    }
}
