// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.truth.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollRecordTest {
    private static final Span WINDOW = new Span(1_000, 5_000);

    @Test
    void aGapIsFromStartToStart() {
        assertThat(polls("p a m1 500 500", "p a m1 2000 2000", "p a m2 4200 4200")
                        .longestGap(WINDOW)
                        .millis())
                .isEqualTo(2_200);
    }

    @Test
    void aGapThatBeganBeforeTheWindowCountsWhole() {
        assertThat(polls("p a m1 200 200", "p a m1 2000 2000", "p a m1 3500 3500", "p a m1 4900 4900")
                        .longestGap(WINDOW)
                        .millis())
                .isEqualTo(1_800);
    }

    @Test
    void aGapThatHasNotEndedCounts() {
        assertThat(polls("p a m1 900 900", "p a m1 2000 2000")
                        .longestGap(WINDOW)
                        .millis())
                .isEqualTo(3_000);
    }

    @Test
    void aServerThatNobodyPollsHasAGap() {
        assertThat(polls().longestGap(WINDOW).millis()).isEqualTo(4_000);
    }

    @Test
    void whatASlowServerKeepsWaitingIsNoGap() {
        assertThat(polls("p a m1 1000 2400", "p a m1 3000 3000", "p a m1 4000 4000")
                        .longestGap(WINDOW)
                        .millis())
                .isEqualTo(1_000);
    }

    @Test
    void aGapNamesWhoPolledBeforeAndAfter() {
        assertThat(polls("p a m1 1000 1000", "p a m2 4000 4000").longestGap(WINDOW))
                .isEqualTo(new Gap("a", 1_000, 4_000, "m1", "m2"));
    }

    @Test
    void pollsThatFollowAnotherMembersTooSoonAreDouble() {
        assertThat(polls("p a m1 1000 1000", "p a m2 1400 1400", "p a m1 1950 1950", "p a m1 2000 2000")
                        .doublePolls(WINDOW, 500))
                .isEqualTo(1);
    }

    @Test
    void aServerMovedIfAnotherPollsItInTheEnd() {
        assertThat(polls("p a m1 900 900", "p a m2 2000 2000", "p a m1 3000 3000")
                        .moved(WINDOW))
                .isZero();
        assertThat(polls("p a m1 900 900", "p a m2 2000 2000").moved(WINDOW)).isEqualTo(1);
    }

    @Test
    void itIsSettledWhenEachServerHasOnePoller() {
        assertThat(polls("p a m1 1000 1000", "p a m1 2000 2000").isSettled(WINDOW))
                .isTrue();
        assertThat(polls("p a m1 1000 1000", "p a m2 2000 2000").isSettled(WINDOW))
                .isFalse();
        assertThat(polls().isSettled(WINDOW)).isFalse();
    }

    @Test
    void sharesAreCountedByMember() {
        assertThat(polls("p a m1 1000 1000", "p a m1 2000 2000", "p a m2 3000 3000")
                        .shares(WINDOW))
                .isEqualTo(Map.of("m1", 1L, "m2", 1L));
    }

    private static PollRecord polls(String... lines) {
        return new PollRecord(List.of("a"), Stream.of(lines).map(Poll::of).toList());
    }
}
