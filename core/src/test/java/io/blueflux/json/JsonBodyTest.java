// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.AnswerLimits;
import io.blueflux.model.Element;
import io.blueflux.value.LimitFault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    private static final int MAX_BYTES = 64 << 10;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response\":{\"returncode\":\"FAILED\",\"message\":\"m é\"}}",
                "{\"returncode\":\"FAILED\",\"message\":\"m \\u00e9\"}\n",
                "{\"more\":[{}],\"response\":{\"returncode\":\"FAILED\",\"message\":\" m é \"}}"
            })
    void envelopeIsFoundInEachForm(String body) {
        assertThat(root(body))
                .isEqualTo(new Element(
                        "response", Map.of(), "", List.of(leaf("returncode", "FAILED"), leaf("message", "m é"))));
    }

    @Test
    void treeKeepsOrderNumbersAndNesting() {
        assertThat(root("{\"b\":1.50,\"a\":[true,{\"x\":\"1\"},[2]],\"none\":null,\"c\":{}}"))
                .isEqualTo(new Element(
                        "response",
                        Map.of(),
                        "",
                        List.of(
                                leaf("b", "1.50"),
                                tree(
                                        "a",
                                        leaf("item", "true"),
                                        tree("item", leaf("x", "1")),
                                        tree("item", leaf("item", "2"))),
                                tree("c"))));
    }

    @Test
    void textsHoldNoHalvesAndNoNul() {
        assertThat(root("{\"a\":\"x\\ud83d\",\"b\\ude00\":\"\\ud83d\\ude00\",\"c\":\"\\u0000\"}"))
                .isEqualTo(
                        tree("response", leaf("a", "x\uFFFD"), leaf("b\uFFFD", "\uD83D\uDE00"), leaf("c", "\uFFFD")));
    }

    @Test
    void onlyMemberIsTheRoot() {
        assertThat(root("{\"stuns\":{\"url\":\"u\"}}")).isEqualTo(tree("stuns", leaf("url", "u")));
    }

    @Test
    void everyCutIsNoAnswer() {
        String body = "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"k\"},\"x\":1}";

        for (int length = 0; length < body.length(); length++) {
            assertThat(root(body.substring(0, length))).as("length %d", length).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "5", "null", "{\"a\" 1}", "{'a':1}", "{\"a\":1}}", "{\"a\":1}{}", "{\"a\":1,\"a\":2}"})
    void otherTextsAreNoAnswer(String body) {
        assertThat(root(body)).isNull();
    }

    @Test
    void bodyOverItsBoundIsRefused() {
        JsonBody body = new JsonBody(MAX_BYTES, AnswerLimits.DEFAULT);

        assertThat(body.add(new byte[MAX_BYTES], 0, MAX_BYTES)).isTrue();
        assertThat(body.add(new byte[1], 0, 1)).isFalse();
    }

    @Test
    void limitsAreKept() {
        assertPasses("depth", "{\"a\":" + "[".repeat(30_000), AnswerLimits.DEFAULT);
        assertPasses("depth", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}", AnswerLimits.DEFAULT);
        assertPasses("depth", "{\"a\":[{\"b\":1}]}", AnswerLimits.DEFAULT.withDepth(3));
        assertPasses("textLength", "{\"a\":\"1234\"}", AnswerLimits.DEFAULT.withTextLength(3));
        assertPasses("textLength", "{\"a\":1234}", AnswerLimits.DEFAULT.withTextLength(3));
        assertPasses("nameLength", "{\"" + "n".repeat(1024) + "\":1}", AnswerLimits.DEFAULT);
        assertPasses("nameLength", "{\"" + "n".repeat(60_000) + "\":1}", AnswerLimits.DEFAULT);
        assertPasses("unknownElements", "{\"a\":[1,2,3]}", AnswerLimits.DEFAULT.withUnknownElements(4));
        assertThat(body(AnswerLimits.DEFAULT.withUnknownElements(5).withDepth(3))
                        .root("{\"a\":[1,2,3]}"))
                .isNotNull();
    }

    @Test
    void longNumbersAndNamesWithinTheBoundsAreRead() {
        String number = "1".repeat(5_000);
        String name = "n".repeat(1_023);

        assertThat(root("{\"a\":1,\"" + name + "\":" + number + "}"))
                .isEqualTo(tree("response", leaf("a", "1"), leaf(name, number)));
    }

    private static void assertPasses(String limit, String text, AnswerLimits limits) {
        assertThatThrownBy(() -> body(limits).root(text))
                .isInstanceOfSatisfying(
                        LimitFault.class, fault -> assertThat(fault.limit()).isEqualTo(limit));
    }

    private static JsonBody body(AnswerLimits limits) {
        return new JsonBody(MAX_BYTES, limits);
    }

    private static Element leaf(String name, String text) {
        return new Element(name, Map.of(), text, List.of());
    }

    private static Element tree(String name, Element... children) {
        return new Element(name, Map.of(), "", List.of(children));
    }

    private static @Nullable Element root(String text) {
        JsonBody body = new JsonBody(MAX_BYTES, AnswerLimits.DEFAULT);
        byte[] bytes = ("xx" + text + "yy").getBytes(UTF_8);
        int middle = 2 + (bytes.length - 4) / 2;
        assertThat(body.add(bytes, 2, middle - 2)).isTrue();
        assertThat(body.add(bytes, middle, bytes.length - 2 - middle)).isTrue();
        return body.root(new String(body.bytes(), UTF_8));
    }
}
