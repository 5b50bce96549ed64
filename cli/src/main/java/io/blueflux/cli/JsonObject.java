// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

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

/** A JSON object under construction. What is absent or empty is left out; the first value of a name stays. */
final class JsonObject {
    private final Map<String, Object> members = new LinkedHashMap<>();

    Map<String, Object> members() {
        return members;
    }

    /** Puts a text, a number, a boolean, a list of texts, or a point of time as epoch milliseconds. */
    JsonObject put(ElementName name, @Nullable Object value) {
        return put(name.wireName(), value instanceof Instant time ? (Object) time.toEpochMilli() : value);
    }

    /** Puts a value as {@link JsonLines} writes it, under a name that is not of an answer's XML. */
    JsonObject put(String name, @Nullable Object value) {
        if (value != null && !isEmpty(value)) {
            members.putIfAbsent(name, value);
        }
        return this;
    }

    /** Puts texts under names that users chose. */
    JsonObject put(ElementName name, Map<String, String> texts) {
        JsonObject object = new JsonObject();
        texts.forEach(object::put);
        put(name.wireName(), object.members);
        return this;
    }

    /** Puts a container of repeated elements. */
    <T> JsonObject put(ElementName name, List<T> values, Function<T, JsonObject> shape) {
        put(name.wireName(), values.stream().map(shape).map(JsonObject::members).toList());
        return this;
    }

    /** Puts elements that no type knows: texts, or objects where they hold elements; arrays where a name repeats. */
    JsonObject put(List<Element> unknown) {
        Map<String, List<Object>> byName = new LinkedHashMap<>();
        unknown.forEach(element -> byName.computeIfAbsent(element.name(), name -> new ArrayList<>())
                .add(value(element)));
        byName.forEach((name, values) -> put(name, values.size() == 1 ? values.get(0) : values));
        return this;
    }

    private static Object value(Element element) {
        boolean isText = element.children().isEmpty()
                && (element.attributes().isEmpty() || !element.text().isEmpty());
        if (isText) {
            return element.text();
        }
        JsonObject object = new JsonObject();
        object.put(element.children());
        element.attributes().forEach(object::put);
        return object.members;
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof String text && text.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
