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
        1234 | 1234
        ' 1,234\n' | 1234
        2.0 | 2
        1.5 |
        1.58E12 | 1580000000000
        \u00A012 | 12
        '' |
        12a |
        """)
    void numbersAreReadWithoutTheBlanksAround(@Nullable String written, @Nullable Long read) {
        assertThat(text(written == null ? "" : written).number()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 2147483647", "-2147483648, -2147483648", "2147483648,", "5000000000,", "x,"})
    void integersBeyondTheirRangeAreAbsent(String written, @Nullable Integer read) {
        assertThat(text(written).integer()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"true, true", "'\n True ', true", "1, true", "False, false", "0, false", "' \n', false", "yes,"},
            ignoreLeadingAndTrailingWhitespace = false)
    void booleansAreReadWithoutTheBlanksAround(String written, @Nullable String read) {
        assertThat(text(written).bool()).isEqualTo(read == null ? null : Boolean.valueOf(read.strip()));
    }

    @Test
    void publishedMayBeAWord() {
        assertThat(text(" published ").published()).isTrue();
        assertThat(text("unpublished").published()).isFalse();
        assertThat(text("1").published()).isTrue();
        assertThat(text("published").bool()).isNull();
    }

    @Test
    void timesAreMillisecondsWhateverFractionTheyHave() {
        Instant time = Instant.ofEpochMilli(1767254400123L);

        assertThat(text("1767254400123").instant()).isEqualTo(time);
        assertThat(text("1,767,254,400,123").instant()).isEqualTo(time);
        assertThat(text("1767254400123.75").instant()).isEqualTo(time);
        assertThat(text("1.767254400123E12").instant()).isEqualTo(time);
        assertThat(text("0").instant()).isNull();
        assertThat(text("1767254400").instant()).isNull();
        assertThat(text("").instant()).isNull();
    }

    @Test
    void durationsAreMinutesOrMilliseconds() {
        assertThat(text("1,440").minutes()).isEqualTo(Duration.ofDays(1));
        assertThat(text("1.5").minutes()).isNull();
        assertThat(text("7177").millis()).isEqualTo(Duration.ofMillis(7177));
        assertThat(text("7177.5").millis()).isEqualTo(Duration.ofMillis(7177));
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
        append(text, value);
        return text.sharedOrNull();
    }

    private static Text text(String written) {
        Text text = new Text();
        append(text, "left over");
        text.clear();
        append(text, written);
        return text;
    }

    private static void append(Text text, String more) {
        text.append(more.toCharArray(), 0, more.length());
    }
}
