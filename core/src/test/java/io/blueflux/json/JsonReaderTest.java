// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.blueflux.model.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "0",
                "-1.50e+3",
                "-0",
                "-0.0",
                "1E+2",
                "1e400",
                "-1e400",
                "1e-400",
                "1e999999999",
                "1e9999999999999",
                "-1e-9999999999999",
                "0e9999999999999",
                "123456789012345678901234567890",
                "0.1234567890123456789012345",
                "\"00012\"",
                "true",
                "false",
                "null",
                "{\"b\":[1,{\"a\":null}],\"a\":\"x\"}",
                "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f é李🎉\u2028\u007f\""
            })
    void writesWhatItReads(String json) {
        assertThat(read(json).revealJson()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1",
                "{}{}",
                "1 2",
                "nul",
                "NaN",
                "01",
                "'a'",
                "{a:1}",
                "[1,]",
                "//c\n1",
                "{\"a\":1,\"a\":1}"
            })
    void whatIsNoDocumentIsNull(String text) {
        assertThat(JsonReader.read(text)).isNull();
    }

    @Test
    void textsHoldNoHalvesAndNoNul() {
        assertThat(read("{\"a\\ud83d\":\"\\ude00\\u0000 \\ud83d\\ude00\"}").revealJson())
                .isEqualTo("{\"a\uFFFD\":\"\uFFFD\uFFFD \uD83D\uDE00\"}");
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertThat(JsonReader.read("[".repeat(32) + "]".repeat(32))).isNotNull();
        assertThat(JsonReader.read("[".repeat(33) + "]".repeat(33))).isNull();
        assertThat(JsonReader.read("1".repeat(64))).isNotNull();
        assertThat(JsonReader.read("1".repeat(65))).isNull();
    }

    @Test
    void lookUpTellsAbsentFromPresent() {
        JsonValue value = read("{\"n\":1,\"t\":\"x\",\"b\":true,\"z\":null,\"o\":{},\"a\":[7]}");

        assertThat(value.text("n")).isEqualTo("1");
        assertThat(value.text("t")).isEqualTo("x");
        assertThat(value.text("b")).isEqualTo("true");
        assertThat(value.text("z")).isNull();
        assertThat(value.text("o")).isNull();
        assertThat(value.text("absent")).isNull();
        assertThat(requireNonNull(value.get("a")).items()).hasSize(1);
        assertThat(requireNonNull(value.get("a")).get("x")).isNull();
        assertThat(value.members()).containsKey("z");
        assertThat(read("\"null\"")).isNotEqualTo(read("null"));
    }

    @Test
    void treeCannotBeChangedAndDoesNotPrintItsValues() {
        JsonValue value = read("{\"password\":\"hidden\",\"list\":[\"hidden\"]}");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> value.members().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> requireNonNull(value.get("list")).items().clear());
        assertThat(value.toString() + value.get("password") + value.get("list"))
                .contains("password")
                .doesNotContain("hidden");
    }

    private static JsonValue read(String json) {
        return requireNonNull(JsonReader.read(json));
    }
}
