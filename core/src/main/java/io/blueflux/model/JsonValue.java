// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.blueflux.Confidential;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as a server sent it, for what has no place in a typed record. What its name or its form shows to be a password, a
 * token or an address with one in it is {@link Secret}. Immutable. Its {@code toString} tells the shape only;
 * {@link #revealJson()} writes everything.
 */
public sealed interface JsonValue {

    /**
     * Looks up a member.
     *
     * @param name the member's name
     * @return its value; null if it is absent or JSON's null, or if this is no object
     */
    default @Nullable JsonValue get(String name) {
        Objects.requireNonNull(name, "name");
        JsonValue value = members().get(name);
        return Scalar.NULL.equals(value) ? null : value;
    }

    /**
     * Looks up the text of a member. Numbers and truth values are given as they are written.
     *
     * @param name the member's name
     * @return its text; null if it is absent, JSON's null, a secret, an object or an array
     */
    default @Nullable String text(String name) {
        Objects.requireNonNull(name, "name");
        return get(name) instanceof Scalar scalar ? scalar.text() : null;
    }

    /**
     * Looks up the text of a member that may be a secret.
     *
     * @param name the member's name
     * @return its text; null if it is absent, JSON's null, an object or an array
     */
    default @Nullable String revealText(String name) {
        Objects.requireNonNull(name, "name");
        return get(name) instanceof Secret secret ? secret.text().reveal() : text(name);
    }

    /**
     * Returns the members of an object.
     *
     * @return in the server's order; empty if this is no object
     */
    default Map<String, JsonValue> members() {
        return Map.of();
    }

    /**
     * Returns the items of an array.
     *
     * @return in the server's order; empty if this is no array
     */
    default List<JsonValue> items() {
        return List.of();
    }

    /**
     * Writes the value as JSON without blanks, secrets included.
     *
     * @return JSON text
     */
    default String revealJson() {
        StringBuilder text = new StringBuilder();
        JsonWriter.append(text, this);
        return text.toString();
    }

    /**
     * Takes what a JSON library made of a document.
     *
     * @param value a map, a collection or an array, a text, a number, a truth value or null; within them also trees and what is
     *     confidential
     * @return the same as a tree; what is nothing of these, and a number that JSON does not have, is its text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static JsonValue of(@Nullable Object value) {
        if (value instanceof JsonValue tree) {
            return tree;
        }
        if (value instanceof Confidential secret) {
            return new Secret(secret, true);
        }
        if (value instanceof Map<?, ?> object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
            return new Members(members);
        }
        if (value instanceof Object[] array) {
            return of(Arrays.asList(array));
        }
        if (value instanceof Collection<?> array) {
            return new Items(array.stream().map(JsonValue::of).toList());
        }
        boolean isLiteral = value == null || value instanceof Number || value instanceof Boolean;
        return new Scalar(String.valueOf(value), !isLiteral);
    }

    /**
     * An object.
     *
     * @param members its members
     */
    record Members(Map<String, JsonValue> members) implements JsonValue {
        /** Copies the members, and makes secrets of those that their names or forms show to be such. */
        public Members {
            Objects.requireNonNull(members, "members");
            Map<String, JsonValue> copy = new LinkedHashMap<>(members);
            copy.replaceAll(JsonSecrets::hidden);
            members = Collections.unmodifiableMap(copy);
        }

        @com.fasterxml.jackson.annotation.JsonValue
        @Override
        public Map<String, JsonValue> members() {
            return members;
        }

        /** Returns the members' names. */
        @Override
        public String toString() {
            return members.keySet().toString();
        }
    }

    /**
     * An array.
     *
     * @param items its items
     */
    record Items(List<JsonValue> items) implements JsonValue {
        /** Copies the items, and makes secrets of those that their forms show to be such. */
        public Items {
            Objects.requireNonNull(items, "items");
            items = items.stream().map(JsonSecrets::hidden).toList();
        }

        @com.fasterxml.jackson.annotation.JsonValue
        @Override
        public List<JsonValue> items() {
            return items;
        }

        /** Returns the number of items. */
        @Override
        public String toString() {
            return items.size() + " items";
        }
    }

    /**
     * A text, a number, true, false or null.
     *
     * @param text the text, or the literal as it is written
     * @param quoted true for a text, and for what is no literal of JSON
     */
    record Scalar(String text, boolean quoted) implements JsonValue {
        /** Refuses what is missing, and takes for a text what is no literal. */
        public Scalar {
            Objects.requireNonNull(text, "text");
            quoted = quoted || !JsonLiterals.isOne(text);
        }

        /** JSON's null. */
        public static final Scalar NULL = new Scalar("null", false);

        /**
         * Returns what Java has for it.
         *
         * @return a text, a truth value or a number; null for JSON's null. A number beyond a double's range or of more digits than
         *     JSON libraries read is given as its text, since they would make Infinity or nothing of it
         */
        @com.fasterxml.jackson.annotation.JsonValue
        public @Nullable Object value() {
            if (quoted) {
                return text;
            }
            return switch (text) {
                case "null" -> null;
                case "true", "false" -> Boolean.valueOf(text);
                default -> JsonLiterals.number(text);
            };
        }

        /** Returns a fixed text. */
        @Override
        public String toString() {
            return quoted ? "text" : "literal";
        }
    }

    /**
     * A text or a number that is confidential.
     *
     * @param text the text, or the literal as it is written
     * @param quoted true for a text, and for what is no literal of JSON
     */
    record Secret(Confidential text, boolean quoted) implements JsonValue {
        /** Refuses what is missing, and takes for a text what is no literal. */
        public Secret {
            Objects.requireNonNull(text, "text");
            quoted = quoted || !JsonLiterals.isOne(text.reveal());
        }

        @com.fasterxml.jackson.annotation.JsonValue
        @Override
        public Confidential text() {
            return text;
        }

        /** Returns a fixed text. */
        @Override
        public String toString() {
            return "secret";
        }
    }
}
