// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.model.JsonValue;
import io.blueflux.parameter.ParameterRule;
import io.blueflux.value.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Users whom moderators may send into a breakout room together; an item of {@code groups} (BBB API, "create").
 *
 * @param id {@code id}: tells the groups of a meeting apart
 * @param name {@code name}: what moderators read; null for none
 * @param roster {@code roster}: the user IDs by which the members join
 */
public record BreakoutGroup(String id, @Nullable String name, List<String> roster) {

    /**
     * Checks the texts and copies the roster.
     *
     * @throws IllegalArgumentException naming the part and the rule it breaks
     */
    public BreakoutGroup {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(roster, "roster");
        roster = List.copyOf(roster);
        check("id", id);
        if (name != null) {
            check("name", name);
        }
        roster.forEach(userId -> check("roster", userId));
    }

    /**
     * Makes a group.
     *
     * @param id tells the groups of a meeting apart
     * @param name what moderators read
     * @param roster the user IDs by which the members join
     * @return the group
     * @throws IllegalArgumentException naming the part and the rule it breaks
     */
    public static BreakoutGroup of(String id, String name, String... roster) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        return new BreakoutGroup(id, name, Given.all(roster, "roster"));
    }

    JsonValue json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", new JsonValue.Scalar(id, true));
        if (name != null) {
            members.put("name", new JsonValue.Scalar(name, true));
        }
        members.put(
                "roster",
                new JsonValue.Items(roster.stream().map(BreakoutGroup::text).toList()));
        return new JsonValue.Members(members);
    }

    private static JsonValue text(String userId) {
        return new JsonValue.Scalar(userId, true);
    }

    private static void check(String part, String text) {
        Part.check(ParameterRule.NOT_EMPTY, "a group's " + part, text);
    }
}
