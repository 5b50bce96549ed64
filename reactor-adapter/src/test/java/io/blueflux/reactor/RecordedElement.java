// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.blueflux.Confidential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An element as the JDK's own parser, or of JSON a plain token stream, reads it: what Blueflux's reading is compared with. */
final class RecordedElement {
    private static final SAXParserFactory PARSERS = parsers();
    private static final JsonFactory JSON = new JsonFactory();

    final String name;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<RecordedElement> children = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();
    private boolean closed;

    private RecordedElement(String name) {
        this.name = name;
    }

    /** Reads a document as far as it is well-formed; null if not even a first tag is. What follows the root is ignored. */
    static @Nullable RecordedElement read(byte[] document) {
        TreeBuilder builder = new TreeBuilder();
        try {
            PARSERS.newSAXParser().parse(new ByteArrayInputStream(document), builder);
        } catch (SAXException | IOException fault) {
            return builder.root; // its flags tell how far it came
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return builder.root;
    }

    /**
     * Reads JSON as the elements that the same answer would be in XML: a member is an element of its name, an item of an
     * array one of the name {@code item}, and null none. Null if this is not one object or array.
     */
    static @Nullable RecordedElement readJson(byte[] document) {
        try (JsonParser json = JSON.createParser(document)) {
            JsonToken start = json.nextToken();
            RecordedElement root = start != null && start.isStructStart() ? value("response", json) : null;
            return json.nextToken() == null ? root : null;
        } catch (IOException fault) {
            return null;
        }
    }

    private static RecordedElement value(String name, JsonParser json) throws IOException {
        RecordedElement element = new RecordedElement(name);
        element.closed = true;
        if (!json.currentToken().isStructStart()) {
            element.characters.append(json.getText());
            return element;
        }
        boolean named = json.currentToken() == JsonToken.START_OBJECT;
        while (!json.nextToken().isStructEnd()) {
            String childName = named ? json.currentName() : "item";
            if (named) {
                json.nextToken();
            }
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                element.children.add(value(childName, json));
            }
        }
        return element;
    }

    /** Whether its end tag was read. */
    boolean isClosed() {
        return closed;
    }

    /** Returns the children of all children of a name; those that were read to their end. */
    List<RecordedElement> within(String container, String item) {
        return named(container).stream()
                .flatMap(list -> list.named(item).stream())
                .filter(RecordedElement::isClosed)
                .toList();
    }

    List<RecordedElement> named(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    List<RecordedElement> othersThan(Set<String> names) {
        return children.stream().filter(child -> !names.contains(child.name)).toList();
    }

    @Nullable
    RecordedElement last(String childName) {
        List<RecordedElement> all = named(childName);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Returns its own text, trimmed. */
    String text() {
        return trimmed(characters.toString());
    }

    @Nullable
    String text(String childName) {
        RecordedElement child = last(childName);
        return child == null || child.text().isEmpty() ? null : child.text();
    }

    @Nullable
    Confidential confidential(String childName) {
        return Confidential.ofNullable(text(childName));
    }

    @Nullable
    Boolean flag(String childName) {
        RecordedElement child = last(childName);
        return (child == null || !child.text().matches("(?i)true|false|"))
                ? null
                : (Boolean) Boolean.parseBoolean(child.text());
    }

    @Nullable
    Long number(String childName) {
        return number(text(childName), true);
    }

    @Nullable
    Integer count(String childName) {
        Long number = number(childName);
        return number == null ? null : (Integer) Math.toIntExact(number);
    }

    @Nullable
    Instant instant(String childName) {
        Long millis = number(childName);
        return millis == null || millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    @Nullable
    Duration minutes(String childName) {
        Long minutes = number(childName);
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    @Nullable
    Integer numericAttribute(String attribute) {
        Long number = number(attributes.get(attribute), false);
        return number == null ? null : (Integer) Math.toIntExact(number);
    }

    /** Returns names and texts of its children. */
    Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        children.forEach(child -> map.put(child.name, child.text()));
        return map;
    }

    static String trimmed(String text) {
        return text.replaceAll("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$", "");
    }

    private static @Nullable Long number(@Nullable String text, boolean grouped) {
        if (text == null) {
            return null;
        }
        String digits = grouped ? text.replaceAll("[,.'\\u00A0\\u202F\\u2019]", "") : text;
        return digits.matches("-?\\d+") ? (Long) Long.parseLong(digits) : null;
    }

    private static SAXParserFactory parsers() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TreeBuilder extends DefaultHandler {
        private final Deque<RecordedElement> open = new ArrayDeque<>();
        private @Nullable RecordedElement root;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            RecordedElement element = new RecordedElement(localName);
            for (int i = 0; i < attributes.getLength(); i++) {
                element.attributes.put(attributes.getLocalName(i), attributes.getValue(i));
            }
            if (root == null) {
                root = element;
            } else if (!open.isEmpty()) {
                open.getLast().children.add(element);
            }
            open.addLast(element);
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            open.getLast().characters.append(chars, start, length);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            open.removeLast().closed = true;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
