// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class LaneVersionRhythmTest {
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofSeconds(1)));

    private final LaneVersionRhythm rhythm = new LaneVersionRhythm();

    @Test
    void aVersionThatDidNotComeIsAskedForWithTheNextPoll() {
        assertThat(asked(200, ServerState.UP, poll -> poll > 1)).containsExactly(1L, 2L, 62L, 122L, 182L);
    }

    @Test
    void aServerThatNeverTellsIsAskedEverMoreRarely() {
        assertThat(asked(250, ServerState.UP, poll -> false))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 124L, 184L, 244L);
    }

    @Test
    void aPollThatFailedIsNoAnswerAndAServerThatIsDownIsNotAsked() {
        assertThat(rhythm.isDue(PLAN, 1, ServerState.NEW)).isTrue();
        assertThat(rhythm.isDue(PLAN, 2, ServerState.UNSTABLE)).isTrue();
        assertThat(rhythm.isDue(PLAN, 3, ServerState.DOWN)).isFalse();
        rhythm.answered(PLAN, 3, false);
        assertThat(rhythm.isDue(PLAN, 4, ServerState.RECOVERING)).isTrue();
    }

    @Test
    void zeroIsNever() {
        assertThat(rhythm.isDue(PLAN.withVersionEvery(0), 1, ServerState.NEW)).isFalse();
    }

    private List<Long> asked(int polls, ServerState state, LongPredicate tells) {
        List<Long> asked = new ArrayList<>();
        for (long poll = 1; poll <= polls; poll++) {
            if (rhythm.isDue(PLAN, poll, state)) {
                asked.add(poll);
            }
            rhythm.answered(PLAN, poll, tells.test(poll));
        }
        return asked;
    }
}
