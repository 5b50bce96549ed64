// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, '\n', 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9D, 0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F,
                0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206A, 0xFEFF, 0xFFF9, 0xD83C, 0xDF89
            })
    void whatDrivesATerminalOrTurnsATextIsBlanked(int codePoint) {
        assertThat(PrintableText.isPrintable(codePoint)).isFalse();
        assertThat(PrintableText.line("a" + Character.toString(codePoint).repeat(3) + "b"))
                .isEqualTo("a b");
        assertThat(PrintableText.masked("a" + Character.toString(codePoint) + "b", '.'))
                .isEqualTo("a.b");
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '~', 0xA0, 'é', 0x200C, 0x200D, 0x2027, 0x202F, 0x2065, 0x5D0, 0x1F600})
    void whatPeopleWriteStays(int codePoint) {
        String text = "a" + Character.toString(codePoint) + "b";

        assertThat(PrintableText.isPrintable(codePoint)).isTrue();
        assertThat(PrintableText.line(text)).isSameAs(text);
        assertThat(PrintableText.masked(text, '.')).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1D173, 0xE0001, 0xE007F})
    void whatSteersBeyondTheFirstPlaneIsBlankedToo(int codePoint) {
        String text = "🎉" + Character.toString(codePoint).repeat(2) + "🎉";

        assertThat(PrintableText.line(text)).isEqualTo("🎉 🎉");
        assertThat(PrintableText.masked(text, '.')).isEqualTo("🎉....🎉");
    }

    @Test
    void whatIsNotSeenIsTrimmed() {
        assertThat(PrintableText.trimmed("\uFEFF \u00A0\u200Ba\u200Bb \uDB40\uDC01\u3164\r\n"))
                .isEqualTo("a\u200Bb");
        assertThat(PrintableText.trimmed("🎉")).isEqualTo("🎉");
        assertThat(PrintableText.trimmed("\u200B\n")).isEmpty();
        assertThat(PrintableText.trimmed("")).isEmpty();
    }

    @Test
    void aRunIsOneBlankAndBlanksStay() {
        assertThat(PrintableText.line("\u001b[2J a\r\n\tb  c\u202e")).isEqualTo(" [2J a b  c ");
        assertThat(PrintableText.line("")).isEmpty();
    }
}
