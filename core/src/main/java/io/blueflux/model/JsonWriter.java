// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.Map;

/** Writes JSON as JavaScript's {@code JSON.stringify} does: nothing is escaped that need not be. */
final class JsonWriter {
    private JsonWriter() {}

    static void append(StringBuilder to, JsonValue value) {
        if (value instanceof JsonValue.Members object) {
            String separator = "{";
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                quote(to.append(separator), member.getKey()).append(':');
                append(to, member.getValue());
                separator = ",";
            }
            to.append(object.members().isEmpty() ? "{}" : "}");
        } else if (value instanceof JsonValue.Items array) {
            String separator = "[";
            for (JsonValue item : array.items()) {
                append(to.append(separator), item);
                separator = ",";
            }
            to.append(array.items().isEmpty() ? "[]" : "]");
        } else if (value instanceof JsonValue.Scalar scalar) {
            scalar(to, scalar.text(), scalar.quoted());
        } else if (value instanceof JsonValue.Secret secret) {
            scalar(to, secret.text().reveal(), secret.quoted());
        }
    }

    private static void scalar(StringBuilder to, String text, boolean quoted) {
        if (quoted) {
            quote(to, text);
        } else {
            to.append(text);
        }
    }

    static StringBuilder quote(StringBuilder to, String text) {
        to.append('"');
        int plain = 0; // from here on nothing is written yet
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                escape(to.append(text, plain, i), character);
                plain = i + 1;
            }
        }
        return to.append(text, plain, text.length()).append('"');
    }

    private static void escape(StringBuilder to, char character) {
        switch (character) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\b' -> to.append("\\b");
            case '\t' -> to.append("\\t");
            case '\n' -> to.append("\\n");
            case '\f' -> to.append("\\f");
            case '\r' -> to.append("\\r");
            default -> to.append(String.format("\\u%04x", (int) character));
        }
    }
}
