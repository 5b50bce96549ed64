// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.input.MeetingsBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared gives the same, so that the benchmarks compare speed and nothing else. */
class ParseVariantsTest {
    private final byte[] body = MeetingsBody.of(5, 10);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 14})
    void streamingParseReadsTheMeetingsThatTheDomHolds(int chunk) throws Exception {
        assertThat(StreamingParse.meetings(body, chunk)).hasSize(5).isEqualTo(DomByTag.meetings(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 14})
    void bareTokensAreThoseOfTheDom(int chunk) throws Exception {
        assertThat(BareTokens.count(body, chunk)).isEqualTo(DomByTag.count(body));
    }

    @Test
    void theSameSizesGiveTheSameBytes() {
        assertThat(MeetingsBody.of(5, 10)).isEqualTo(body);
    }
}
