// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.blueflux.AnswerLimits;
import io.blueflux.model.Element;
import io.blueflux.value.LimitFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final AnswerLimits limits;
    private final Set<String> lists;
    private final JsonFactory factory;
    private int elements;

    /**
     * Starts an empty body.
     *
     * @param maxBytes how many bytes it may have
     * @param limits the bounds on depth, texts and elements
     */
    public JsonBody(long maxBytes, AnswerLimits limits) {
        this(maxBytes, limits, Set.of());
    }

    /**
     * Starts an empty body of which some members are lists.
     *
     * @param maxBytes how many bytes it may have
     * @param limits the bounds on depth, texts and elements
     * @param lists the names of members that are empty, not absent, where they are null
     */
    public JsonBody(long maxBytes, AnswerLimits limits, Set<String> lists) {
        this.maxBytes = maxBytes;
        this.limits = limits;
        this.lists = lists;
        this.factory = JsonFactories.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 1)
                        .maxStringLength(limits.textLength())
                        .maxNumberLength(limits.textLength())
                        .maxNameLength(Integer.MAX_VALUE) // it is bound here, by its own name
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
     * Returns what was taken.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return body.toByteArray();
    }

    /**
     * Reads the body. A name that stands twice in an object makes it malformed: readers disagree on which one counts.
     *
     * @param text the bytes in their charset
     * @return the object within an object's only member or member {@code response}, under that name; any other object under
     *     the name {@code response}; or null if this is no object, is cut short or malformed
     * @throws LimitFault if it passes a limit
     */
    public @Nullable Element root(String text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Element whole = element(RESPONSE, parser, 1);
            return parser.nextToken() == null ? unwrapped(whole) : null;
        } catch (StreamConstraintsException e) {
            throw new LimitFault(
                    "textLength", limits.textLength()); // of the two that the parser knows, depth is met here
        } catch (IOException e) {
            return null; // the caller says so, quoting the body
        }
    }

    private static String name(JsonParser parser) throws IOException {
        String name = parser.currentName();
        if (name.length() > AnswerLimits.NAME_LENGTH) {
            throw new LimitFault("nameLength", AnswerLimits.NAME_LENGTH);
        }
        return name;
    }

    private static Element unwrapped(Element whole) {
        return whole.children().stream()
                .filter(child ->
                        child.name().equals(RESPONSE) || whole.children().size() == 1)
                .filter(child -> !child.children().isEmpty())
                .findFirst()
                .orElse(whole);
    }

    private Element element(String name, JsonParser parser, int depth) throws IOException {
        if (depth > limits.depth()) {
            throw new LimitFault("depth", limits.depth());
        }
        if (++elements > limits.unknownElements()) {
            throw new LimitFault("unknownElements", limits.unknownElements());
        }
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return new Element(
                    name, Map.of(), JsonStrings.whole(parser.getText()).strip(), List.of());
        }
        List<Element> children = new ArrayList<>();
        String childName = ITEM;
        for (JsonToken next = parser.nextToken(); !next.isStructEnd(); next = parser.nextToken()) {
            if (next == JsonToken.FIELD_NAME) {
                childName = JsonStrings.whole(name(parser));
            } else if (next != JsonToken.VALUE_NULL) {
                children.add(element(childName, parser, depth + 1));
            } else if (lists.contains(childName)) {
                children.add(new Element(childName, Map.of(), "", List.of()));
            }
        }
        return new Element(name, Map.of(), "", List.copyOf(children));
    }
}
