// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared gives the same, so that the benchmarks compare speed and nothing else. */
class SignVariantsTest {
    @ParameterizedTest
    @EnumSource
    void allSignersGiveTheSameUrl(SignInput input) {
        SignedUrls urls = new SignedUrls(input);
        assertThat(urls.blueflux()).isEqualTo(urls.plainJdk()).isEqualTo(urls.commonsCodec());
    }
}
