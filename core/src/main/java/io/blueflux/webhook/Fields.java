// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.Confidential;
import io.blueflux.model.JsonValue;
import io.blueflux.value.Flags;
import io.blueflux.value.Numbers;
import io.blueflux.value.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, read as types. What is absent or of another type is null: a delivery that is refused for
 * an odd value is repeated for minutes and then costs the hook. Senders write a list where one thing is meant, which is then
 * its first, and one thing where a list is meant, which then has it alone.
 *
 * @param json the object; null reads as empty
 */
record Fields(@Nullable JsonValue json) {

    Fields in(String name) {
        return new Fields(object(name));
    }

    @Nullable
    JsonValue value(String name) {
        return json == null ? null : json.get(name);
    }

    @Nullable
    String text(String name) {
        JsonValue.Scalar scalar = scalar(name);
        return scalar == null ? null : scalar.text();
    }

    @Nullable
    Confidential confidential(String name) {
        return Confidential.ofNullable(text(name));
    }

    private JsonValue.@Nullable Scalar scalar(String name) {
        for (JsonValue item : items(name)) {
            JsonValue.Scalar scalar = revealed(item);
            if (scalar != null) {
                return scalar;
            }
        }
        return null;
    }

    /** What a type has a place for is what that type says: a user's words may look like a secret and are none. */
    private static JsonValue.@Nullable Scalar revealed(JsonValue value) {
        if (value instanceof JsonValue.Secret secret) {
            return new JsonValue.Scalar(secret.text().reveal(), secret.quoted());
        }
        return value instanceof JsonValue.Scalar scalar && !scalar.equals(JsonValue.Scalar.NULL) ? scalar : null;
    }

    private @Nullable JsonValue object(String name) {
        for (JsonValue item : items(name)) {
            if (item instanceof JsonValue.Members) {
                return item;
            }
        }
        return null;
    }

    @Nullable
    Boolean flag(String name) {
        String text = text(name);
        return text == null ? null : Flags.flag(text);
    }

    @Nullable
    Long number(String name) {
        JsonValue.Scalar scalar = scalar(name);
        return scalar == null ? null : Numbers.whole(scalar.text(), scalar.quoted());
    }

    @Nullable
    Integer count(String name) {
        Long number = number(name);
        return number == null || number != number.intValue() ? null : Integer.valueOf(number.intValue());
    }

    /** Reads milliseconds. */
    @Nullable
    Instant instant(String name) {
        JsonValue.Scalar scalar = scalar(name);
        return scalar == null ? null : Times.instant(Numbers.floor(scalar.text(), scalar.quoted()));
    }

    /** Reads an array's objects. */
    <T> List<T> objects(String name, Function<Fields, T> type) {
        return items(name).stream()
                .filter(JsonValue.Members.class::isInstance)
                .map(object -> type.apply(new Fields(object)))
                .toList();
    }

    /** Reads an array's texts and numbers. */
    List<String> texts(String name) {
        return items(name).stream()
                .flatMap(item -> Stream.ofNullable(revealed(item)))
                .map(JsonValue.Scalar::text)
                .toList();
    }

    /** Reads an object's texts; what is no text is written as JSON, and what is JSON's null is left out. */
    Map<String, String> map(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonValue object = in(name).json();
        if (object != null) {
            object.members().forEach((key, value) -> {
                if (!value.equals(JsonValue.Scalar.NULL)) {
                    texts.put(key, asText(value));
                }
            });
        }
        return texts;
    }

    private List<JsonValue> items(String name) {
        JsonValue value = value(name);
        if (value instanceof JsonValue.Items) {
            return value.items();
        }
        return value == null ? List.of() : List.of(value);
    }

    private static String asText(JsonValue value) {
        JsonValue.Scalar scalar = revealed(value);
        return scalar == null ? value.revealJson() : scalar.text();
    }
}
