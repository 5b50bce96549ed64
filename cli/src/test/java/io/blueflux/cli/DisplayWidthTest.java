// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "bbb1, 4",
        "Zoë, 3",
        "Zoe\u0308, 3",
        "日本, 4",
        "한국, 4",
        "\u1112\u1161\u11ab, 2",
        "ＡＢ, 4",
        "ｱｲ, 2",
        "🚀, 2",
        "👩\u200d🚀, 4",
        "⚡, 2",
        "⌚, 2",
        "🇩🇪, 2",
        "سلام, 4",
        "می\u200cخواهم, 7",
        "𠀀, 2",
        "ไทย, 3",
        "ที่, 1"
    })
    void wideCharactersTakeTwoColumnsAndMarksNone(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "bbb1, 6, 'bbb1  '",
        "bbb1, 4, bbb1",
        "bbb12, 4, bbb…",
        "日本語, 6, 日本語",
        "日本語, 5, 日本…",
        "日本語, 4, '日… '",
        "🚀🚀🚀, 5, 🚀🚀…",
        "日, 1, …",
        "e\u0301e\u0301e\u0301, 2, e\u0301…"
    })
    void aTextIsFittedByColumns(String text, int columns, String fitted) {
        assertThat(DisplayWidth.fitted(text, columns)).isEqualTo(fitted);
        assertThat(TestScreen.width(fitted)).isEqualTo(columns);
    }

    @Test
    void linesAreBrokenAtBlanks() {
        assertThat(DisplayWidth.wrapped("one two three", 20, 2)).containsExactly("one two three");
        assertThat(DisplayWidth.wrapped("one two three", 7, 9)).containsExactly("one two", "three");
        assertThat(DisplayWidth.wrapped("one two three", 8, 9)).containsExactly("one two", "three");
        assertThat(DisplayWidth.wrapped("one two three", 4, 9)).containsExactly("one", "two", "thre", "e");
        assertThat(DisplayWidth.wrapped("日本 語の長い", 5, 9)).containsExactly("日本", "語の", "長い");
        assertThat(DisplayWidth.wrapped("日本", 1, 9)).containsExactly("日", "本");
        assertThat(DisplayWidth.wrapped("", 5, 9)).containsExactly("");
    }

    @Test
    void whatHasNoPlaceInTheLastLineIsCut() {
        assertThat(DisplayWidth.wrapped("one two three four", 7, 2)).isEqualTo(List.of("one two", "three…"));
        assertThat(DisplayWidth.wrapped("one two three four", 5, 1)).isEqualTo(List.of("one…"));
    }
}
