// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer in JSON to a call that should be answered in XML: what servers send when something between changed the Accept
 * header. Only the envelope is read; it is small.
 */
public final class JsonEnvelope {
    private static final int MAX_BYTES = 64 << 10;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /**
     * Takes the next bytes.
     *
     * @param bytes holds the chunk
     * @param offset where it starts
     * @param length how many bytes it has
     * @return false if the body is too large for an envelope
     */
    public boolean add(byte[] bytes, int offset, int length) {
        if (body.size() + length > MAX_BYTES) {
            return false;
        }
        body.write(bytes, offset, length);
        return true;
    }

    /**
     * Reads the envelope.
     *
     * @return what it holds, or null if it is not one
     */
    public @Nullable Content content() {
        try (JsonParser parser = FACTORY.createParser(body.toByteArray())) {
            Content content = parser.nextToken() == JsonToken.START_OBJECT ? object(parser) : null;
            while (parser.nextToken() != null) {
                parser.skipChildren(); // a document that is cut short is none
            }
            return content;
        } catch (IOException e) {
            return null; // not JSON after all: the caller says so, quoting the body
        }
    }

    /** Reads the members of an object, or of the object called response in it. */
    private static @Nullable Content object(JsonParser parser) throws IOException {
        String returncode = null;
        String messageKey = null;
        String message = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("response") && value == JsonToken.START_OBJECT) {
                return object(parser);
            }
            switch (name) {
                case "returncode" -> returncode = parser.getValueAsString();
                case "messageKey" -> messageKey = parser.getValueAsString();
                case "message" -> message = parser.getValueAsString();
                default -> {}
            }
            parser.skipChildren();
        }
        return new Content(returncode, messageKey, message);
    }

    /**
     * The members of an envelope.
     *
     * @param returncode {@code returncode}
     * @param messageKey {@code messageKey}
     * @param message {@code message}
     */
    public record Content(
            @Nullable String returncode,
            @Nullable String messageKey,
            @Nullable String message) {}
}
