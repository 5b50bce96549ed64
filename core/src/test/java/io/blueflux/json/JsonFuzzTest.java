// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonToken;
import io.blueflux.AnswerLimits;
import io.blueflux.fuzz.Choices;
import io.blueflux.fuzz.Faults;
import io.blueflux.model.Element;
import io.blueflux.model.JsonValue;
import io.blueflux.value.LimitFault;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Broken JSON: our readers agree with each other and with Gson on what is JSON and what it says. Where they differ from Gson:
 * a byte order mark is refused, and what is no character is replaced. A regression test unless JAZZER_FUZZ is set.
 */
class JsonFuzzTest {
    private static final Faults FAULTS = Faults.ofWords(
            "{ } [ ] \" : , \\ / ' // /* NaN Infinity null true false 0 -0 01 1. .5 1e5 1E+ 1e999999999 +1"
                    + " \"a\": \"a\":1, \\u \\u0000 \\ud83c \\udf89 \\x \\n {\"response\": {} [] [[[[[[[[ {\"a\":{\"a\":{\"a\": }}} ]]]] \uFEFF");
    private static final List<String> DOCUMENTS = List.of(
            "{\"response\":{\"returncode\":\"SUCCESS\",\"tracks\":[{\"href\":\"h\",\"more\":{\"a\":[1,null,true,-1.5e3]}}],\"x\":null}}",
            "{\"returncode\":\"FAILED\",\"errors\":[{\"key\":\"k\",\"message\":\"é \\u00e9 \\\"\"}]}",
            "[{\"key\":\"k\",\"message\":\"m\"},{\"key\":[1,{}],\"message\":null}]",
            "[1, \"a\", {\"b\" : [ ] }]");

    @FuzzTest(maxDuration = "60s")
    void readersAgreeWithGsonOnWhatIsJson(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        String text = FAULTS.in(choices.of(DOCUMENTS), choices);

        JsonValue value = JsonReader.read(text);
        boolean isObject = JsonText.isObject(text);
        JsonElement second = byGson(text);

        if (!text.startsWith("\uFEFF")) {
            assertThat(isObject).isEqualTo(second instanceof JsonObject);
            assertThat(JsonText.isArray(text)).isEqualTo(second instanceof JsonArray);
        }
        if (value != null) {
            assertThat(isObject).isEqualTo(value instanceof JsonValue.Members);
            assertThat(JsonReader.read(value.revealJson())).isEqualTo(value);
            if (!value.revealJson().contains("\uFFFD")) {
                assertThat(byGson(value.revealJson())).isEqualTo(second);
            }
        }
        assertThat(JsonErrors.read(text)).hasSizeLessThanOrEqualTo(100);
        requireBody(text, value, isObject, choices);
    }

    private static @Nullable JsonElement byGson(String text) {
        com.google.gson.stream.JsonReader reader = new com.google.gson.stream.JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement value = JsonParser.parseReader(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? value : null;
        } catch (IOException | JsonParseException e) {
            return null;
        }
    }

    private static void requireBody(String text, @Nullable JsonValue value, boolean isObject, Choices choices) {
        AnswerLimits limits = AnswerLimits.DEFAULT
                .withDepth(1 + choices.below(40))
                .withTextLength(1 + choices.below(200))
                .withUnknownElements(1 + choices.below(40));
        JsonBody body = new JsonBody(1 << 20, limits, Set.of("tracks"));
        byte[] bytes = text.getBytes(UTF_8);
        assertThat(body.add(bytes, 0, bytes.length)).isTrue();
        assertThat(body.bytes()).isEqualTo(bytes);
        try {
            Element root = body.root(text);
            if (root != null) {
                assertThat(isObject).isTrue();
                assertThat(depth(root)).isLessThanOrEqualTo(limits.depth());
            } else if (limits.textLength() > 64) {
                assertThat(value instanceof JsonValue.Members).isFalse();
            }
        } catch (LimitFault passed) {
            assertThat(passed.limit()).isIn("depth", "textLength", "unknownElements", "nameLength");
        }
    }

    private static int depth(Element element) {
        return 1
                + element.children().stream()
                        .mapToInt(JsonFuzzTest::depth)
                        .max()
                        .orElse(0);
    }
}
