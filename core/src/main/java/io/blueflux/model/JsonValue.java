// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as a server sent it, for what has no place in a typed record. Immutable. Its {@code toString} tells the
 * shape only, since values may be secret; {@link #toJson()} writes everything.
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
     * @return its text; null if it is absent, JSON's null, an object or an array
     */
    default @Nullable String text(String name) {
        Objects.requireNonNull(name, "name");
        return get(name) instanceof Scalar scalar ? scalar.text() : null;
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
    default String toJson() {
        StringBuilder text = new StringBuilder();
        JsonWriter.append(text, this);
        return text.toString();
    }

    /**
     * An object.
     *
     * @param members its members
     */
    record Members(Map<String, JsonValue> members) implements JsonValue {
        /** Copies the members. */
        public Members {
            Objects.requireNonNull(members, "members");
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
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
        /** Copies the items. */
        public Items {
            Objects.requireNonNull(items, "items");
            items = List.copyOf(items);
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
     * @param quoted true for a text
     */
    record Scalar(String text, boolean quoted) implements JsonValue {
        /** Refuses what is missing. */
        public Scalar {
            Objects.requireNonNull(text, "text");
        }

        /** JSON's null. */
        public static final Scalar NULL = new Scalar("null", false);

        /** Returns a fixed text. */
        @Override
        public String toString() {
            return quoted ? "text" : "literal";
        }
    }
}
