// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TruthCheckTest {
    private static final long PATIENCE = 100;
    private static final Span ALL = new Span(0, 10_000);

    private final Map<String, Fact> facts = new HashMap<>();

    @Test
    void whatWasSoAndWasToldIsNotFalse() {
        meeting(1_000, 2_000);
        assertThat(found("+ s1/m1 1000", "- s1/m1 2000")).isEmpty();
    }

    @Test
    void anInventedEndIsFound() {
        meeting(1_000, Fact.OPEN);
        assertThat(found("+ s1/m1 1010", "- s1/m1 1020")).containsExactly("m told the end of what goes on s1/m1");
    }

    @Test
    void anEndThatIsToldTooSoonIsFound() {
        meeting(1_000, 2_000);
        assertThat(found("+ s1/m1 1010", "- s1/m1 1999")).containsExactly("m told the end of what goes on s1/m1");
    }

    @Test
    void anEndIsToldOnce() {
        meeting(1_000, 2_000);
        assertThat(found("+ s1/m1 1010", "- s1/m1 2010", "- s1/m1 2020"))
                .containsExactly("m told twice the end of s1/m1");
    }

    @Test
    void anEndComesAfterABegin() {
        meeting(1_000, 1_050);
        assertThat(found("- s1/m1 2010")).containsExactly("m told the end of what it had not told s1/m1");
    }

    @Test
    void aDoubleBeginIsFound() {
        meeting(1_000, Fact.OPEN);
        assertThat(found("+ s1/m1 1010", "+ s1/m1 1020")).containsExactly("m told twice that there is s1/m1");
    }

    @Test
    void aMeetingThatNeverWasIsFound() {
        assertThat(found("+ s1/m1 1010")).containsExactly("m told what never was s1/m1");
    }

    @Test
    void aMeetingThatIsToldBeforeItBeganIsFound() {
        meeting(1_000, Fact.OPEN);
        assertThat(found("+ s1/m1 999")).containsExactly("m told what never was s1/m1");
    }

    @Test
    void aMeetingThatHadLongGoneIsFound() {
        meeting(1_000, 1_050);
        assertThat(found("+ s1/m1 1200", "- s1/m1 1300")).containsExactly("m told what had long gone s1/m1");
    }

    @Test
    void aMissedMeetingIsFound() {
        meeting(1_000, 1_100);
        assertThat(found()).containsExactly("m never told s1/m1");
    }

    @Test
    void aMissedEndIsFound() {
        meeting(1_000, 2_000);
        assertThat(found("+ s1/m1 1010")).containsExactly("m never told the end of s1/m1");
    }

    @Test
    void aMeetingThatWasTooShortMayBeMissed() {
        meeting(1_000, 1_099);
        assertThat(found()).isEmpty();
    }

    @Test
    void aMemberMayMissWhatWasWhileItDidNotLive() {
        meeting(1_000, 2_000);
        assertThat(found(List.of(new Span(0, 1_050), new Span(1_950, 10_000)), Stream.empty()))
                .isEmpty();
    }

    @Test
    void aMemberThatIsBackTellsTheEndOfWhatItKnew() {
        meeting(1_000, 2_000);
        assertThat(found(List.of(new Span(0, 1_900), new Span(5_000, 10_000)), Stream.of("+ s1/m1 1000")))
                .containsExactly("m never told the end of s1/m1");
    }

    @Test
    void troubleIsFalseUnlessTheMemberWasFrozen() {
        assertThat(found(List.of(new Span(0, 1_000)), Stream.of("! s1 999", "! s1 1000")))
                .containsExactly("m told of trouble at s1");
    }

    @Test
    void whatIsMissedCountsWhenItWasDue() {
        meeting(1_000, Fact.OPEN);
        assertThat(TruthCheck.of(facts, PATIENCE, "m", List.of(ALL), List.of()))
                .extracting(FalseEvent::at)
                .containsExactly(1_100L);
    }

    private void meeting(long from, long until) {
        facts.put("s1/m1", new Fact("s1/m1", from, until));
    }

    private List<String> found(String... told) {
        return found(List.of(ALL), Stream.of(told));
    }

    private List<String> found(List<Span> lived, Stream<String> told) {
        return TruthCheck.of(facts, PATIENCE, "m", lived, told.map(Told::of).toList()).stream()
                .map(FalseEvent::text)
                .toList();
    }
}
