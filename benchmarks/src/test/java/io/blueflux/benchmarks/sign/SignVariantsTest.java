// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared gives the same, so that the benchmarks compare speed and nothing else. */
class SignVariantsTest {
    @ParameterizedTest
    @EnumSource
    void bothSignersGiveTheSameUrl(SignInput input) {
        SignBenchmark benchmark = new SignBenchmark();
        benchmark.input = input;
        assertThatCode(benchmark::check).doesNotThrowAnyException();
    }
}
