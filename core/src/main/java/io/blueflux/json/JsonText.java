// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Tells whether a text is well-formed JSON, token by token; nesting beyond 1,000 levels counts as not. */
public final class JsonText {
    private static final JsonFactory FACTORY = JsonFactories.builder().build();

    private JsonText() {}

    /**
     * Tells whether a text is one array.
     *
     * @param text the text
     * @return whether it is, with nothing but blanks around it
     */
    public static boolean isArray(String text) {
        return is(JsonToken.START_ARRAY, text);
    }

    /**
     * Tells whether a text is one object.
     *
     * @param text the text
     * @return whether it is, with nothing but blanks around it
     */
    public static boolean isObject(String text) {
        return is(JsonToken.START_OBJECT, text);
    }

    private static boolean is(JsonToken start, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != start) {
                return false;
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                parser.getText(); // a string is read only when it is asked for
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
