// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.blueflux.AnswerLimits;
import io.blueflux.model.Element;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer in JSON: what some calls are answered with, and what others get when something between changed the Accept header.
 * It is small, so it is gathered and then read as the tree of elements that the same answer would be in XML.
 */
public final class JsonBody {
    /** The name of the element that stands for an item of an array. */
    public static final String ITEM = "item";

    private static final String RESPONSE = "response";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final long maxBytes;
    private final JsonFactory factory;

    /**
     * Starts an empty body.
     *
     * @param maxBytes how many bytes it may have
     * @param limits the bounds on depth and texts
     */
    public JsonBody(long maxBytes, AnswerLimits limits) {
        this.maxBytes = maxBytes;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textLength())
                        .build())
                .build();
    }

    /**
     * Takes the next bytes.
     *
     * @param bytes holds the chunk
     * @param offset where it starts
     * @param length how many bytes it has
     * @return false if the body is too large
     */
    public boolean add(byte[] bytes, int offset, int length) {
        if (body.size() + (long) length > maxBytes) {
            return false;
        }
        body.write(bytes, offset, length);
        return true;
    }

    /**
     * Reads the body.
     *
     * @return the object within an object's only member or member {@code response}, under that name; any other object under
     *     the name {@code response}; or null if this is no object, is cut short, or passes a limit
     */
    public @Nullable Element root() {
        try (JsonParser parser = factory.createParser(body.toByteArray())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Element whole = element(RESPONSE, parser);
            return parser.nextToken() == null ? unwrapped(whole) : null;
        } catch (IOException e) {
            return null; // the caller says so, quoting the body
        }
    }

    private static Element unwrapped(Element whole) {
        return whole.children().stream()
                .filter(child ->
                        child.name().equals(RESPONSE) || whole.children().size() == 1)
                .filter(child -> !child.children().isEmpty())
                .findFirst()
                .orElse(whole);
    }

    /** Reads the value at which the parser stands; it refuses what is nested too deeply for this. */
    private static Element element(String name, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return new Element(name, Map.of(), parser.getText().strip(), List.of());
        }
        List<Element> children = new ArrayList<>();
        String childName = ITEM;
        for (JsonToken next = parser.nextToken(); !next.isStructEnd(); next = parser.nextToken()) {
            if (next == JsonToken.FIELD_NAME) {
                childName = parser.currentName();
            } else if (next != JsonToken.VALUE_NULL) { // an absent value
                children.add(element(childName, parser));
            }
        }
        return new Element(name, Map.of(), "", List.copyOf(children));
    }
}
