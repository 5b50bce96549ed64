// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        true         | true  | true
        TRUE         | true  | true
        True         | true  | true
        1            | true  | true
        false        | false | false
        FALSE        | false | false
        0            | false | false
        ''           | false | false
        published    | -     | true
        Published    | -     | true
        unpublished  | -     | false
        2            | -     | -
        '-1'         | -     | -
        01           | -     | -
        1.0          | -     | -
        yes          | -     | -
        no           | -     | -
        on           | -     | -
        off          | -     | -
        t            | -     | -
        f            | -     | -
        null         | -     | -
        deleted      | -     | -
        tr\u0001e     | -     | -
        \u0014rue    | -     | -
        tr\u00FCe    | -     | -
        \uFF11       | -     | -
        """)
    void eachFormIsDecided(String printed, @Nullable Boolean flag, @Nullable Boolean published) {
        String within = "1" + printed + "1";

        assertThat(Flags.flag(within, 1, within.length() - 1)).isEqualTo(flag);
        assertThat(Flags.flag(" " + printed + "\n")).isEqualTo(flag);
        assertThat(Flags.published(within, 1, within.length() - 1)).isEqualTo(published);
    }
}
