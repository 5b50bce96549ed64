// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementLineTest {
    @Test
    void everythingStandsInOneLine() {
        List<Figure> figures = List.of(
                Figure.of(Bar.L1_DECISION, 12.345),
                Figure.of(Bar.L2_SPREAD, 1.1),
                Figure.of(Bar.L2_FAILED, 0),
                Figure.of(Bar.L2_DOUBLED, 1),
                Figure.free(PlacementLine.CREATES, 1_500, ""),
                Figure.free(PlacementLine.SCALELITE, 2, "×"),
                Figure.free(PlacementLine.BBBLB, 22, "×"),
                Figure.free(PlacementLine.MILLIS, 1_234, "ms"));
        assertThat(PlacementLine.of(figures))
                .isEqualTo("decision_us=12.35 creates=1500 failed=0 doubled=1 spread=1.10 scalelite_spread=2.00"
                        + " bbblb_spread=22.00 millis=1234\n");
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(PlacementLine.of(List.of(Figure.of(Bar.L2_SPREAD, 1))))
                .isEqualTo("decision_us=- creates=- failed=- doubled=- spread=1.00 scalelite_spread=- bbblb_spread=-"
                        + " millis=-\n");
    }
}
