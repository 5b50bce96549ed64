// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | 0
        007 | 7
        -5 | -5
        \u22125 | -5
        1,234 | 1234
        1.234.567 | 1234567
        1\u202F234 | 1234
        1\u00A0234 | 1234
        1'234 | 1234
        1\u2019234 | 1234
        '1 234' | 1234
        \u0661\u066C\u0662\u0663\u0664 | 1234
        '\u00A012' | 12
        9,223,372,036,854,775,807 | 9223372036854775807
        9223372036854775808 |
        99999999999999999999 |
        '' |
        - |
        , |
        abc |
        12a |
        1-2 |
        +1 |
        1e3 |
        unknown |
        """)
    void numbersMayBePrintedInALocale(@Nullable String written, @Nullable Long read) {
        assertThat(text(written == null ? "" : written).number()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 2147483647", "-2147483648, -2147483648", "2147483648,", "5000000000,", "x,"})
    void integersBeyondTheirRangeAreAbsent(String written, @Nullable Integer read) {
        assertThat(text(written).integer()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "true, true",
                "TRUE, true",
                "'\n True ', true",
                "false, false",
                "False, false",
                "1,",
                "yes,",
                "'',",
                "truE\u0001,"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void booleansAreTrueOrFalseInAnyCase(String written, @Nullable String read) {
        assertThat(text(written).bool()).isEqualTo(read == null ? null : Boolean.valueOf(read.strip()));
    }

    @Test
    void epochZeroIsAbsent() {
        assertThat(text("0").instant()).isNull();
        assertThat(text("").instant()).isNull();
        assertThat(text("never").instant()).isNull();
        assertThat(text("1,767,254,400,000").instant()).isEqualTo(Instant.ofEpochMilli(1767254400000L));
        assertThat(text("9223372036854775807").instant()).isEqualTo(Instant.ofEpochMilli(Long.MAX_VALUE));
        assertThat(text("-1").instant()).isEqualTo(Instant.ofEpochMilli(-1));
    }

    @Test
    void durationsAreMinutesOrMilliseconds() {
        assertThat(text("1,440").minutes()).isEqualTo(Duration.ofDays(1));
        assertThat(text("0").minutes()).isEqualTo(Duration.ZERO);
        assertThat(text("9223372036854775807").minutes()).isNull();
        assertThat(text("7177").millis()).isEqualTo(Duration.ofMillis(7177));
        assertThat(text("").millis()).isNull();
    }

    @Test
    void textsAreTrimmed() {
        assertThat(text(" \n\t a  b\r\n").text()).isEqualTo("a  b");
        assertThat(text(" \n").text()).isEmpty();
        assertThat(text(" \n").textOrNull()).isNull();
        assertThat(text("\u00A0").textOrNull()).isEqualTo("\u00A0");
    }

    @Test
    void equalShortTextsAreOneStringAndDifferentOnesNever() {
        Text text = new Text();
        String first = shared(text, "HTML5");

        assertThat(shared(text, " HTML5\n")).isSameAs(first);
        for (int i = 0; i < 10_000; i++) {
            assertThat(shared(text, "t" + i)).isEqualTo("t" + i);
        }
        assertThat(shared(text, "x".repeat(1000))).isEqualTo("x".repeat(1000));
        assertThat(shared(text, "  ")).isNull();
    }

    private static @Nullable String shared(Text text, String value) {
        text.clear();
        text.append(value);
        return text.sharedOrNull();
    }

    private static Text text(String written) {
        Text text = new Text();
        text.append("left over");
        text.clear();
        text.append(written);
        return text;
    }
}
