// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.model.JsonValue;
import io.blueflux.request.ParameterRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, read as types. What is absent or of another type is null: a delivery that is refused for
 * an odd value is repeated for minutes and then costs the hook.
 *
 * @param json the object; null reads as empty
 */
record Fields(@Nullable JsonValue json) {

    Fields in(String name) {
        return new Fields(value(name));
    }

    @Nullable
    JsonValue value(String name) {
        return json == null ? null : json.get(name);
    }

    @Nullable
    String text(String name) {
        return json == null ? null : json.text(name);
    }

    @Nullable
    Boolean flag(String name) {
        String text = text(name);
        return text == null
                ? null
                : switch (text) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> null;
                };
    }

    @Nullable
    Long number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null; // not a whole number: reachable in the event's JSON
        }
    }

    @Nullable
    Integer count(String name) {
        Long number = number(name);
        return number == null || number != number.intValue() ? null : Integer.valueOf(number.intValue());
    }

    /** Reads milliseconds. */
    @Nullable
    Instant instant(String name) {
        Long millis = number(name);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Reads an array's objects. */
    <T> List<T> objects(String name, Function<Fields, T> type) {
        return items(name).stream().map(item -> type.apply(new Fields(item))).toList();
    }

    /** Reads an array's texts and numbers. */
    List<String> texts(String name) {
        return items(name).stream()
                .map(item -> item instanceof JsonValue.Scalar scalar ? scalar.text() : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Reads an object's texts; what is no text is written as JSON. */
    Map<String, String> map(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonValue object = value(name);
        if (object != null) {
            object.members().forEach((key, value) -> texts.put(key, asText(value)));
        }
        return texts;
    }

    private List<JsonValue> items(String name) {
        JsonValue array = value(name);
        return array == null ? List.of() : array.items();
    }

    private static String asText(JsonValue value) {
        return value instanceof JsonValue.Scalar scalar ? scalar.text() : value.toJson();
    }

    static String blot(@Nullable String secret) {
        return secret == null ? "null" : "***";
    }

    /** Shows a URL without its query: receivers keep keys of their own there, browsers the session token. */
    static @Nullable String shown(@Nullable String text) {
        int query = text == null ? -1 : text.indexOf('?');
        if (text == null || query < 0 || !ParameterRule.HTTP_URL.allows(text)) {
            return text;
        }
        return text.substring(0, query + 1) + "***";
    }

    static Map<String, String> shown(Map<String, String> texts) {
        Map<String, String> shown = new LinkedHashMap<>(texts);
        shown.replaceAll((name, text) -> String.valueOf(shown(text)));
        return shown;
    }
}
