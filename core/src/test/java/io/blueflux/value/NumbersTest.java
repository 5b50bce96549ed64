// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    /** Printed, the whole number that it is, the whole number below it, what it is as a literal of JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        0                            | 0                    | 0                    | 0
        007                          | 7                    | 7                    | 7
        '-5'                         | -5                   | -5                   | -5
        \u22125                      | -5                   | -5                   | -5
        +3                           | 3                    | 3                    | 3
        1,234                        | 1234                 | 1234                 | -
        1.234                        | 1234                 | 1234                 | -
        12.345                       | 12345                | 12345                | -
        1.000                        | 1000                 | 1000                 | 1
        1,234,567                    | 1234567              | 1234567              | -
        1.234.567                    | 1234567              | 1234567              | -
        '1 000'                      | 1000                 | 1000                 | -
        1\u00A0234                   | 1234                 | 1234                 | -
        1\u2009234                   | 1234                 | 1234                 | -
        1\u202F234\u202F567          | 1234567              | 1234567              | -
        '1''234''567'                | 1234567              | 1234567              | -
        1\u2019234                   | 1234                 | 1234                 | -
        \u0661\u066C\u0662\u0663\u0664 | 1234               | 1234                 | -
        \u0967,\u0968\u0969\u096A    | 1234                 | 1234                 | -
        \u200E\u2212\u06F1\u06F2     | -12                  | -12                  | -
        '\u061C-12'                  | -12                  | -12                  | -
        '\u00A012'                   | 12                   | 12                   | -
        '-1,234'                     | -1234                | -1234                | -
        2.0                          | 2                    | 2                    | 2
        2,0                          | 2                    | 2                    | -
        2.00                         | 2                    | 2                    | 2
        0.000                        | 0                    | 0                    | 0
        1234.000                     | 1234                 | 1234                 | 1234
        1587543641938.0              | 1587543641938        | 1587543641938        | 1587543641938
        1587543641938.000            | 1587543641938        | 1587543641938        | 1587543641938
        '1,234.0'                    | 1234                 | 1234                 | -
        '1.234,0'                    | 1234                 | 1234                 | -
        '1 234,00'                   | 1234                 | 1234                 | -
        1.5                          | -                    | 1                    | -
        1,5                          | -                    | 1                    | -
        0.5                          | -                    | 0                    | -
        '-0.5'                       | -                    | -1                   | -
        0.500                        | -                    | 0                    | -
        0.05                         | -                    | 0                    | -
        12,34                        | -                    | 12                   | -
        1.2345                       | -                    | 1                    | -
        1234.567                     | -                    | 1234                 | -
        1587543701938.5              | -                    | 1587543701938        | -
        1587543701938.123            | -                    | 1587543701938        | -
        '1,234.5'                    | -                    | 1234                 | -
        '1,234.567'                  | -                    | 1234                 | -
        1.234.567,8                  | -                    | 1234567              | -
        \u0661\u066B\u0665           | -                    | 1                    | -
        1e3                          | 1000                 | 1000                 | 1000
        1.58E12                      | 1580000000000        | 1580000000000        | 1580000000000
        1.58754364193E12             | 1587543641930        | 1587543641930        | 1587543641930
        1.5875436419381E+12          | -                    | 1587543641938        | -
        1.234E2                      | -                    | 123                  | -
        1500e-2                      | 15                   | 15                   | 15
        1E-3                         | -                    | 0                    | -
        -1E-999999999                | -                    | -1                   | -
        1E999999999                  | -                    | -                    | -
        1E9999999999                 | -                    | -                    | -
        0E0                          | 0                    | 0                    | 0
        1,5E3                        | -                    | -                    | -
        1,234E3                      | -                    | -                    | -
        1E2.5                        | -                    | -                    | -
        1E                           | -                    | -                    | -
        E5                           | -                    | -                    | -
        9223372036854775807          | 9223372036854775807  | 9223372036854775807  | 9223372036854775807
        9,223,372,036,854,775,807    | 9223372036854775807  | 9223372036854775807  | -
        '-9223372036854775808'       | -9223372036854775808 | -9223372036854775808 | -9223372036854775808
        9223372036854775808          | -                    | -                    | -
        9223372036854775807.5        | -                    | 9223372036854775807  | -
        99999999999999999999         | -                    | -                    | -
        1,0000                       | 1                    | 1                    | -
        1,00,000                     | -                    | -                    | -
        1234,567,890                 | -                    | -                    | -
        0,123,456                    | -                    | -                    | -
        '1,234.567,890'              | -                    | -                    | -
        '1,234 567'                  | -                    | -                    | -
        1.2.3                        | -                    | -                    | -
        '1  000'                     | -                    | -                    | -
        '1 00'                       | -                    | -                    | -
        '1 2'                        | -                    | -                    | -
        '1''5'                       | -                    | -                    | -
        '1,'                         | -                    | -                    | -
        5.                           | -                    | -                    | -
        .5                           | -                    | -                    | -
        ','                          | -                    | -                    | -
        ''                           | -                    | -                    | -
        '- 5'                        | -                    | -                    | -
        --5                          | -                    | -                    | -
        +-5                          | -                    | -                    | -
        5-                           | -                    | -                    | -
        (5)                          | -                    | -                    | -
        1-2                          | -                    | -                    | -
        12a                          | -                    | -                    | -
        12%                          | -                    | -                    | -
        60 min                       | -                    | -                    | -
        1K                           | -                    | -                    | -
        10L                          | -                    | -                    | -
        1_000                        | -                    | -                    | -
        0x10                         | -                    | -                    | -
        1/2                          | -                    | -                    | -
        1\u0662                      | -                    | -                    | -
        \u00B2                       | -                    | -                    | -
        NaN                          | -                    | -                    | -
        Infinity                     | -                    | -                    | -
        null                         | -                    | -                    | -
        unknown                      | -                    | -                    | -
        """)
    void eachFormIsDecided(
            @Nullable String printed, @Nullable Long whole, @Nullable Long floor, @Nullable Long literal) {
        String text = printed == null ? "" : printed;
        String within = "7" + text + "7";

        assertThat(Numbers.whole(within, 1, within.length() - 1)).isEqualTo(whole);
        assertThat(Numbers.floor(within, 1, within.length() - 1)).isEqualTo(floor);
        assertThat(Numbers.whole(text, true)).isEqualTo(whole);
        assertThat(Numbers.floor(text, true)).isEqualTo(floor);
        if (isJson(text)) {
            assertThat(Numbers.whole(text, false)).isEqualTo(literal);
        }
    }

    private static boolean isJson(String text) {
        return text.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");
    }

    @Test
    void numbersOfEveryLocaleAreRead() {
        long[] numbers = {0, -5, 12, 123, 1234, 12345, 1234567, 1767254400123L, -987654321, Long.MAX_VALUE};
        for (Locale locale : Locale.getAvailableLocales()) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            for (long number : numbers) {
                String printed = format.format(number);
                assertThat(Numbers.whole(printed, 0, printed.length()))
                        .as("%s in %s", printed, locale)
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void fractionsOfEveryLocaleAreNoOtherNumbers() {
        for (Locale locale : Locale.getAvailableLocales()) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            for (double number : new double[] {0.5, 1.5, -2.25, 1234.5, 1587543701938.5}) {
                String printed = format.format(number);
                assertThat(Numbers.whole(printed, 0, printed.length()))
                        .as("%s in %s", printed, locale)
                        .isNull();
                assertThat(Numbers.floor(printed, 0, printed.length()))
                        .as("%s in %s", printed, locale)
                        .isEqualTo((long) Math.floor(number));
            }
        }
    }

    @Test
    void longTextsAreNoNumbers() {
        String zeros = "0".repeat(1 << 20);

        assertThat(Numbers.whole(zeros, 0, zeros.length())).isNull();
        assertThat(Numbers.floor("1." + zeros, 0, zeros.length() + 2)).isNull();
    }
}
