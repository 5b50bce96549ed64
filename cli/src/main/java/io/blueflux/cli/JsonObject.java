// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.Confidential;
import io.blueflux.model.Callbacks;
import io.blueflux.model.Element;
import io.blueflux.xml.ElementName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object under construction. Of the API's own fields what is absent or empty is left out; what users named, and what no
 * type knows, is kept as it came. The first value of a name stays.
 */
final class JsonObject {
    private final Map<String, Object> members = new LinkedHashMap<>();

    Map<String, Object> members() {
        return members;
    }

    /** Puts a text, a number, a boolean, a list of texts, or a point of time as epoch milliseconds. */
    JsonObject put(ElementName name, @Nullable Object value) {
        return put(name.wireName(), value instanceof Instant time ? (Object) time.toEpochMilli() : value);
    }

    /** Puts what is confidential: the command says so where it does. */
    JsonObject put(ElementName name, @Nullable Confidential value) {
        return put(name, value == null ? null : (Object) value.reveal());
    }

    /** Puts a value as {@link JsonLines} writes it, under a name that is not of an answer's XML. */
    JsonObject put(String name, @Nullable Object value) {
        if (value != null && !isEmpty(value)) {
            members.putIfAbsent(name, value);
        }
        return this;
    }

    /** Puts all that another object has. */
    JsonObject putAll(JsonObject other) {
        other.members.forEach(members::putIfAbsent);
        return this;
    }

    /** Puts texts under names that users chose, empty ones too. */
    JsonObject put(ElementName name, Map<String, String> texts) {
        return put(name.wireName(), texts);
    }

    /** Puts metadata, and the callbacks among them. */
    JsonObject put(ElementName name, Map<String, String> metadata, Callbacks callbacks) {
        Map<String, String> all = new LinkedHashMap<>(metadata);
        callbacks.byName().forEach((key, url) -> all.put(key, url.reveal()));
        return put(name, all);
    }

    /** Puts a container of repeated elements. */
    <T> JsonObject put(ElementName name, List<T> values, Function<T, JsonObject> shape) {
        put(name.wireName(), values.stream().map(shape).map(JsonObject::members).toList());
        return this;
    }

    /**
     * Puts elements that no type knows: texts, or objects where they have attributes or hold elements; arrays where a name
     * repeats. An attribute is {@code @name} beside a child of that name, and text beside others {@code #text}: no name in XML.
     */
    JsonObject put(List<Element> unknown) {
        elements(unknown).forEach(members::putIfAbsent);
        return this;
    }

    private static Map<String, Object> elements(List<Element> elements) {
        Map<String, List<Object>> byName = new LinkedHashMap<>();
        elements.forEach(element -> byName.computeIfAbsent(element.name(), name -> new ArrayList<>())
                .add(value(element)));
        Map<String, Object> values = new LinkedHashMap<>();
        byName.forEach((name, all) -> values.put(name, all.size() == 1 ? all.get(0) : all));
        return values;
    }

    private static Object value(Element element) {
        if (element.children().isEmpty() && element.attributes().isEmpty()) {
            return element.revealText();
        }
        Map<String, Object> object = elements(element.children());
        element.attributes().forEach((name, text) -> object.put(object.containsKey(name) ? "@" + name : name, text));
        if (!element.revealText().isBlank()) {
            object.put("#text", element.revealText());
        }
        return object;
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof String text && text.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
