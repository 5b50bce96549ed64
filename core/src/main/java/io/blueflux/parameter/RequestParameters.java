// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import io.blueflux.ApiCall;
import io.blueflux.value.Blot;
import io.blueflux.value.WireText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checked parameters of one request, in the order in which they are sent; each name stands once. Immutable. The
 * checksum is never among them.
 */
public final class RequestParameters {
    /** No parameters. */
    public static final RequestParameters NONE = builder().build();

    /** The query of a URL that stands in quotes or between blanks, as in JSON or HTML. */
    private static final Pattern QUERY_WITHIN =
            Pattern.compile("(?i)(https?://[^\\s\"?]*+\\?)(?:[^\\s\"\\\\]++|\\\\.)++");

    /** Its user information likewise. */
    private static final Pattern USER_WITHIN = Pattern.compile("//[^\\s/?#\"@]++@");

    private final Map<String, String> values;

    private RequestParameters(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Checks parameters that are known by name only.
     *
     * @param call the call that they go to
     * @param values values by wire name
     * @return the parameters in the map's order
     * @throws IllegalArgumentException naming a parameter and the rule it breaks
     */
    public static RequestParameters of(ApiCall call, Map<String, String> values) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(values, "values");
        return of(call, values, Validation.STRICT);
    }

    /**
     * Checks parameters that are known by name only.
     *
     * @param call the call that they go to
     * @param values values by wire name
     * @param validation whether a value may break the rule of its row
     * @return the parameters in the map's order
     * @throws IllegalArgumentException naming a parameter and the rule it breaks
     */
    public static RequestParameters of(ApiCall call, Map<String, String> values, Validation validation) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(validation, "validation");
        Builder builder = builder(validation);
        values.forEach((name, value) -> builder.put(call, name, value));
        return builder.build();
    }

    /**
     * Returns a builder without parameters.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return builder(Validation.STRICT);
    }

    /**
     * Returns a builder without parameters.
     *
     * @param validation whether a value may break the rule of its row
     * @return a new builder
     */
    public static Builder builder(Validation validation) {
        Objects.requireNonNull(validation, "validation");
        return new Builder(validation);
    }

    /**
     * Returns the parameters in order.
     *
     * @return an unmodifiable map, values by wire name
     */
    public Map<String, String> asMap() {
        return values;
    }

    /**
     * Visits the parameters in order.
     *
     * @param visitor gets wire name and value
     */
    public void forEach(BiConsumer<String, String> visitor) {
        Objects.requireNonNull(visitor, "visitor");
        values.forEach(visitor);
    }

    /**
     * Returns one value.
     *
     * @param wireName the parameter's whole name
     * @return its value, or null if it is not sent
     */
    public @Nullable String get(String wireName) {
        Objects.requireNonNull(wireName, "wireName");
        return values.get(wireName);
    }

    /**
     * Tells whether nothing is sent.
     *
     * @return whether there are no parameters
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns the parameters for people: secrets and the queries of URLs are left out. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        values.forEach((name, value) -> text.add(name + "=" + shown(name, value)));
        return text.toString();
    }

    private static String shown(String name, String value) {
        if (SecretNames.contains(name)) {
            return Blotter.BLOT;
        }
        if (ParameterRule.HTTP_URL.allows(value)) {
            return Blot.ofUrl(value);
        }
        String withoutUsers = USER_WITHIN.matcher(value).replaceAll("//" + Blotter.BLOT + "@");
        return Blotter.blotNamed(QUERY_WITHIN.matcher(withoutUsers).replaceAll("$1" + Blotter.BLOT));
    }

    /** Collects parameters and checks each as it comes; a name that comes again keeps its place and takes the new value. */
    public static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();

        private final Validation validation;

        private Builder(Validation validation) {
            this.validation = validation;
        }

        /**
         * Puts a value that must keep the rule of its row.
         *
         * @param parameter the row; not a family
         * @param value the value before any encoding
         * @return this builder
         * @throws IllegalArgumentException naming the parameter and the rule it breaks
         */
        public Builder put(Parameter parameter, String value) {
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(value, parameter.wireName());
            if (parameter.isFamily()) {
                throw new IllegalArgumentException(parameter.wireName() + " needs a name behind it");
            }
            parameter.check(parameter.wireName(), value, validation);
            values.put(parameter.wireName(), value);
            return this;
        }

        /**
         * Puts a value by name: one that the call is known to take is checked by its row, any other only by the rule for
         * every text.
         *
         * @param call the call that the parameter goes to
         * @param wireName the whole name
         * @param value the value before any encoding
         * @return this builder
         * @throws IllegalArgumentException naming the parameter and the rule it breaks
         */
        public Builder put(ApiCall call, String wireName, String value) {
            Objects.requireNonNull(call, "call");
            Objects.requireNonNull(wireName, "wireName");
            Objects.requireNonNull(value, "value");
            Parameter row = Parameter.find(call, wireName);
            if (row == null) {
                WireText.check(wireName, value);
            } else {
                row.check(wireName, value, validation);
            }
            values.put(wireName, value);
            return this;
        }

        /**
         * Returns what was put so far.
         *
         * @return immutable parameters
         */
        public RequestParameters build() {
            return new RequestParameters(values);
        }
    }
}
