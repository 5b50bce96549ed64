// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), name -> null, () -> null, false);

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x09, 0x0a, 0x0d, 0x1b, 0x7f, 0x80, 0x85, 0x90, 0x9b, 0x9c, 0x9d, 0x9f, 0xad, 0x61c,
                0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x206f, 0xfeff,
                0xfff9, 0xd800, 0xdfff, 0x1d173, 0xe0001, 0xe007f
            })
    void noOutputHoldsACharacterThatSteers(int steering) throws IOException {
        String hostile = "a" + Character.toString(steering) + "b";

        new JsonLines(terminal).write(new JsonObject().put(hostile, hostile));
        assertThat(text(out))
                .containsPattern("^\\{\"a\\\\[^\"]*b\":\"a\\\\[^\"]*b\"}\n$")
                .matches(TerminalTextTest::isPrintable);
        assertThat(firstName(text(out))).isEqualTo(hostile);

        out.reset();
        terminal.line(hostile);
        new LiveTable(terminal).draw(List.of(hostile), ScreenSize.ENDLESS);
        assertThat(text(out)).isEqualTo("a b\na b\n\n");

        terminal.note(hostile);
        terminal.note(ErrorLine.of(new ApiFailedException(
                new CallSite(hostile, "create"), hostile, List.of(new ApiError(hostile, hostile)), 200)));
        terminal.trace(new IllegalStateException(hostile));
        assertThat(text(err))
                .startsWith("blueflux: a b\nblueflux: call=create server=a b messageKey=a b message=\"a b\"")
                .matches(TerminalTextTest::isPrintable);
    }

    @Test
    void otherCharactersStay() {
        String name = "Zoë Ähre سلام می\u200cخواهم 👩\u200d🚀 日本";

        assertThat(TerminalText.blanked(name)).isEqualTo(name);
        assertThat(TerminalText.escaped(name)).isEqualTo(name);
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .allMatch(character -> character == '\n'
                        || character == '\t'
                        || switch (Character.getType(character)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR,
                                    Character.SURROGATE -> false;
                            default -> true;
                        });
    }

    private static String firstName(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return parser.nextFieldName();
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
