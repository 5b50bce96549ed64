// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.blueflux.error.ApiError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The reasons that join writes into the URL of a redirect: {@code [{"key":…,"message":…}]}. */
public final class JsonErrors {
    private static final int MAX_ERRORS = 100;
    private static final JsonFactory FACTORY = JsonFactories.builder().build();

    private JsonErrors() {}

    /**
     * Reads the array that a text starts with, or the one object; what follows it is not looked at.
     *
     * @param text any text
     * @return the reasons in their order, at most 100; empty if the text does not start so
     */
    public static List<ApiError> read(String text) {
        List<ApiError> errors = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                return List.of(error(parser));
            }
            if (first != JsonToken.START_ARRAY) {
                return List.of();
            }
            while (parser.nextToken() == JsonToken.START_OBJECT && errors.size() < MAX_ERRORS) {
                errors.add(error(parser));
            }
            return parser.currentToken() == JsonToken.END_ARRAY || errors.size() == MAX_ERRORS ? errors : List.of();
        } catch (IOException e) {
            return List.of(); // not JSON: the caller says what came instead
        }
    }

    private static ApiError error(JsonParser parser) throws IOException {
        String key = "";
        String message = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "key" -> key = parser.getValueAsString("");
                case "message" -> message = parser.getValueAsString("");
                default -> {}
            }
            parser.skipChildren();
        }
        return new ApiError(JsonStrings.whole(key), JsonStrings.whole(message));
    }
}
