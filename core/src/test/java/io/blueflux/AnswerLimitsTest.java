// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AnswerLimitsTest {
    @Test
    void defaultsAreAsDocumented() {
        assertThat(AnswerLimits.DEFAULT)
                .isEqualTo(new AnswerLimits(64L << 20, 1L << 30, 16L << 20, 1 << 20, 32, 1_000, 100_000));
    }

    @Test
    void eachBoundIsSetAlone() {
        assertThat(AnswerLimits.DEFAULT
                        .withAnswerBytes(1)
                        .withListBytes(2)
                        .withItemBytes(3)
                        .withTextLength(4)
                        .withDepth(5)
                        .withUnknownNames(6)
                        .withUnknownElements(7))
                .isEqualTo(new AnswerLimits(1, 2, 3, 4, 5, 6, 7));
        assertThat(AnswerLimits.DEFAULT.withDepth(5).withDepth(32)).isEqualTo(AnswerLimits.DEFAULT);
    }

    @Test
    void boundsBelowOneAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerLimits.DEFAULT.withItemBytes(0))
                .withMessage("itemBytes must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerLimits.DEFAULT.withUnknownNames(-1))
                .withMessageStartingWith("unknownNames");
    }
}
