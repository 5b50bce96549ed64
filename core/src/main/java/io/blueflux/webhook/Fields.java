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
        return new Fields(first(name, JsonValue.Members.class));
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
        return scalars(name).findFirst().orElse(null);
    }

    /** What a type has a place for is what that type says: a user's words may look like a secret and are none. */
    private Stream<JsonValue.Scalar> scalars(String name) {
        return items(name, JsonValue.class).flatMap(Fields::revealed);
    }

    private static Stream<JsonValue.Scalar> revealed(JsonValue value) {
        if (value instanceof JsonValue.Secret secret) {
            return Stream.of(new JsonValue.Scalar(secret.text().reveal(), secret.quoted()));
        }
        return value instanceof JsonValue.Scalar scalar ? Stream.of(scalar) : Stream.empty();
    }

    private <T extends JsonValue> @Nullable T first(String name, Class<T> type) {
        return items(name, type).findFirst().orElse(null);
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
        return items(name, JsonValue.Members.class)
                .map(object -> type.apply(new Fields(object)))
                .toList();
    }

    /** Reads an array's texts and numbers. */
    List<String> texts(String name) {
        return scalars(name).map(JsonValue.Scalar::text).toList();
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

    private <T extends JsonValue> Stream<T> items(String name, Class<T> type) {
        JsonValue value = value(name);
        List<JsonValue> items = value instanceof JsonValue.Items
                ? value.items()
                : value == null ? List.<JsonValue>of() : List.of(value);
        return items.stream()
                .filter(item -> !item.equals(JsonValue.Scalar.NULL))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static String asText(JsonValue value) {
        return revealed(value).map(JsonValue.Scalar::text).findFirst().orElseGet(value::revealJson);
    }
}
