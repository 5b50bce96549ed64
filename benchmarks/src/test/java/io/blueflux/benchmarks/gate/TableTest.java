// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void aRowSaysWhetherTheBarHolds() {
        Table table = new Table(Part.PARSE, List.of(Figure.of(Bar.P1_SMALL, 0.724), Figure.of(Bar.P3_WOODSTOX, 1.1)));
        assertThat(table.rows())
                .contains("| P1 small | 0.72 | ≤ 0.80 | holds |\n", "| P3 Woodstox | 1.10 | ≥ 1.70 | misses |\n");
    }

    @Test
    void aBarWithoutAFigureIsNotMeasured() {
        assertThat(new Table(Part.SIGN, List.of()).rows())
                .contains("| S1 create | – | ≤ 2.60 | not measured |\n")
                .hasLineCount((int) Bar.of(Part.SIGN).count());
    }

    @Test
    void allocationHasItsUnit() {
        assertThat(new Table(Part.PARSE, List.of(Figure.of(Bar.P4_MEETING, 6.25))).rows())
                .contains("| P4 meeting | 6.25 KB | ≤ 7.00 KB | holds |\n");
    }

    @Test
    void aFreeFigureStandsBelowTheRows() {
        Table table = new Table(Part.SIGN, List.of(Figure.free("garbage", 1234.5, "B")));
        assertThat(table.markdown()).endsWith("\n| garbage | 1,234.5 B |\n");
        assertThat(table.rows()).doesNotContain("garbage");
    }

    @Test
    void aFreeFigureCannotPassForABar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.free(Bar.P1_SMALL.id(), 1, "×"))
                .withMessageContaining("P1 small");
    }
}
