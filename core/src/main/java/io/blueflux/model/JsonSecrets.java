// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import io.blueflux.value.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Finds what is confidential in a tree of JSON. */
final class JsonSecrets {
    private static final Set<String> TELL_NOTHING = Set.of("null", "true", "false");

    private JsonSecrets() {}

    /** Hides what its form shows to be a secret. */
    static JsonValue hidden(JsonValue value) {
        return value instanceof JsonValue.Scalar scalar && scalar.quoted() && Secrets.mayBeIn(scalar.text())
                ? secret(scalar)
                : value;
    }

    /** Hides a member that is a secret by its name, with all that is in it, or by its form. */
    static JsonValue hidden(String name, JsonValue value) {
        return Secrets.isConfidential(name) && !isHidden(value) ? allHidden(value) : hidden(value);
    }

    /** What is hidden is not hidden again: secrets by name within each other would double the work at each level. */
    private static boolean isHidden(JsonValue value) {
        return value instanceof JsonValue.Scalar scalar
                ? tellsNothing(scalar)
                : value.members().values().stream().allMatch(JsonSecrets::isHidden)
                        && value.items().stream().allMatch(JsonSecrets::isHidden);
    }

    private static JsonValue allHidden(JsonValue value) {
        if (value instanceof JsonValue.Members object) {
            Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
            members.replaceAll((name, member) -> allHidden(member));
            return new JsonValue.Members(members);
        }
        if (value instanceof JsonValue.Items array) {
            return new JsonValue.Items(
                    array.items().stream().map(JsonSecrets::allHidden).toList());
        }
        return value instanceof JsonValue.Scalar scalar ? secret(scalar) : value;
    }

    private static JsonValue secret(JsonValue.Scalar scalar) {
        return tellsNothing(scalar) ? scalar : new JsonValue.Secret(Confidential.of(scalar.text()), scalar.quoted());
    }

    private static boolean tellsNothing(JsonValue.Scalar scalar) {
        return scalar.text().isEmpty() || (!scalar.quoted() && TELL_NOTHING.contains(scalar.text()));
    }
}
