// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"{}", " {\"a\":[1,-2.5e3,true,null,\"x\\n\\u00e4\"]}\n", "{\"a\":{\"b\":{}}}", "{\"ä😀\":\"]\"}"
            })
    void aWholeObjectIsOne(String text) {
        assertThat(JsonText.isObject(text)).isTrue();
        assertThat(JsonText.isArray(text)).isFalse();
        assertThat(JsonText.isArray("[" + text + "]")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{]",
                "{}{}",
                "{} x",
                "{}]",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1 \"b\":2}",
                "{/**/}",
                "null",
                "1",
                "\"{}\""
            })
    void whatIsNotWellFormedIsNone(String text) {
        assertThat(JsonText.isObject(text)).isFalse();
        assertThat(JsonText.isArray("[" + text.replace("{}{}", "{}") + ",]")).isFalse();
    }

    @Test
    void nestingIsBounded() {
        assertThat(JsonText.isArray("[".repeat(900) + "]".repeat(900))).isTrue();
        assertThat(JsonText.isArray("[".repeat(100_000) + "]".repeat(100_000))).isFalse();
    }
}
