// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEnvelopeTest {
    private static final JsonEnvelope.Content FAILED = new JsonEnvelope.Content("FAILED", "k", "m é");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"k\",\"message\":\"m é\"}}",
                "{\"returncode\":\"FAILED\",\"messageKey\":\"k\",\"message\":\"m \\u00e9\"}\n",
                "{\"a\":{\"returncode\":\"x\"},\"message\":\"m é\",\"b\":[1,{}],\"messageKey\":\"k\",\"returncode\":\"FAILED\"}",
                "{\"response\":{\"message\":\"m é\",\"messageKey\":\"k\",\"returncode\":\"FAILED\"},\"more\":[{}]}"
            })
    void membersAreReadInAnyOrder(String body) {
        assertThat(content(body)).isEqualTo(FAILED);
    }

    @Test
    void membersThatAreNoTextAreSkipped() {
        assertThat(content("{\"message\":{\"returncode\":\"x\"},\"messageKey\":[\"y\"],\"returncode\":\"FAILED\"}"))
                .isEqualTo(new JsonEnvelope.Content("FAILED", null, null));
        assertThat(content("{\"returncode\":null,\"message\":5}")).isEqualTo(new JsonEnvelope.Content(null, null, "5"));
    }

    @Test
    void everyCutIsNoEnvelope() {
        String body = "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"k\"},\"x\":1}";

        for (int length = 0; length < body.length(); length++) {
            assertThat(content(body.substring(0, length)))
                    .as("length %d", length)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "5", "null", "{\"a\" 1}", "{'a':1}", "{\"a\":1}}"})
    void otherTextsAreNoEnvelope(String body) {
        assertThat(content(body)).isNull();
    }

    @Test
    void bodyOfMoreThan64KilobytesIsRefused() {
        JsonEnvelope envelope = new JsonEnvelope();

        assertThat(envelope.add(new byte[64 << 10], 0, 64 << 10)).isTrue();
        assertThat(envelope.add(new byte[1], 0, 1)).isFalse();
    }

    @Test
    void deepNestingIsNoEnvelope() {
        assertThat(content("{\"a\":" + "[".repeat(30_000))).isNull();
        assertThat(content("{\"response\":".repeat(5_000))).isNull();
    }

    private static JsonEnvelope.@Nullable Content content(String body) {
        JsonEnvelope envelope = new JsonEnvelope();
        byte[] bytes = ("xx" + body + "yy").getBytes(UTF_8);
        int middle = 2 + (bytes.length - 4) / 2;
        assertThat(envelope.add(bytes, 2, middle - 2)).isTrue();
        assertThat(envelope.add(bytes, middle, bytes.length - 2 - middle)).isTrue();
        return envelope.content();
    }
}
