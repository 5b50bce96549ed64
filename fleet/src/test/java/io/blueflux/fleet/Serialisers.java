// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.helpers.MessageFormatter;
import tools.jackson.databind.json.JsonMapper;

/** Whatever turns values into texts, as libraries come, as Spring Boot sets them up, and as one might set them up by mistake. */
final class Serialisers {
    /** Writes a value. */
    interface Writer {
        String write(Object value) throws Exception;
    }

    static final ObjectMapper JACKSON_2 = new ObjectMapper().registerModule(new JavaTimeModule());
    static final JsonMapper JACKSON_3 = JsonMapper.shared();

    /** As Spring Boot 3.5 makes it. */
    static final ObjectMapper BOOT_3 = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new ParameterNamesModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static final Map<String, Writer> JSON = json();

    private Serialisers() {}

    private static Map<String, Writer> json() {
        Map<String, Writer> all = new LinkedHashMap<>();
        all.put("Jackson 2", JACKSON_2::writeValueAsString);
        all.put("Jackson 2 of Spring Boot", BOOT_3::writeValueAsString);
        all.put(
                "Jackson 2 by fields",
                JACKSON_2.copy().setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY)
                        ::writeValueAsString);
        all.put("Jackson 3", JACKSON_3::writeValueAsString);
        all.put("Gson", gson().create()::toJson);
        all.put(
                "Gson with nulls",
                gson().serializeNulls().enableComplexMapKeySerialization().create()::toJson);
        all.put("JSON-B", JsonbBuilder.create()::toJson);
        all.put("JSON-B with nulls", JsonbBuilder.create(new JsonbConfig().withNullValues(true))::toJson);
        all.put(
                "JSON-B by fields",
                JsonbBuilder.create(new JsonbConfig().withPropertyVisibilityStrategy(new Everything()))::toJson);
        return all;
    }

    static Writer of(String library) {
        return Objects.requireNonNull(JSON.get(library));
    }

    static Map<String, Writer> all() {
        Map<String, Writer> all = new LinkedHashMap<>(JSON);
        all.put("toString", Object::toString);
        all.put("SLF4J", value -> MessageFormatter.format("{}", value).getMessage());
        return all;
    }

    /** Gson cannot write times by itself. */
    private static GsonBuilder gson() {
        JsonSerializer<Object> text = (value, type, context) -> new JsonPrimitive(value.toString());
        return new GsonBuilder().registerTypeAdapter(Instant.class, text).registerTypeAdapter(Duration.class, text);
    }

    private static final class Everything implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return field.getDeclaringClass().getName().startsWith("io.blueflux."); // the JDK's are closed
        }

        @Override
        public boolean isVisible(Method method) {
            return true;
        }
    }
}
