// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.truth.Fact;
import io.blueflux.benchmarks.truth.FalseEvent;
import io.blueflux.benchmarks.truth.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StayTest {
    private static final Map<String, Fact> FACTS = Map.of(
            "s7", new Fact("s7", 0, Fact.OPEN),
            "s7/m1", new Fact("s7/m1", 1_000, 60_000));

    private final Stay stay = new Stay(7, 2, 10_000, 20_000);

    @Test
    void whatIsToldByTheNameOfTheStayIsHeldAgainstTheServer() {
        told(Told.THERE, "s7.2", 10_100);
        told(Told.THERE, "s7.2/m1", 10_100);
        told(Told.GONE, "s7.2/m1", 61_000);
        assertThat(check()).isEmpty();
    }

    @Test
    void anEndThatWasNotIsFalseIllOrWell() {
        told(Told.THERE, "s7.2", 10_100);
        told(Told.THERE, "s7.2/m1", 10_100);
        stay.ail(30_000);
        told(Told.GONE, "s7.2/m1", 31_000);
        assertThat(check())
                .singleElement()
                .satisfies(event -> assertThat(event.text()).contains("told the end of what goes on s7/m1"));
    }

    @Test
    void whatIsNotToldWhileTheServerIsWellIsMissed() {
        told(Told.THERE, "s7.2", 10_100);
        assertThat(check())
                .singleElement()
                .satisfies(event -> assertThat(event.text()).contains("never told s7/m1"));
    }

    @Test
    void nothingIsExpectedOfAServerThatIsIllOrGone() {
        told(Told.THERE, "s7.2", 10_100);
        stay.ail(21_000);
        stay.recover(90_000);
        stay.go(91_000);
        stay.recover(92_000);
        told(Told.GONE, "s7.2", 91_100);
        assertThat(check()).isEmpty();
        assertThat(stay.isToldGone()).isTrue();
    }

    private void told(char sign, String key, long at) {
        stay.hear(new Told(sign, key, at));
    }

    private List<FalseEvent> check() {
        return stay.check(FACTS, 6_000, 100_000);
    }
}
