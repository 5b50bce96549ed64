// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonKey;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells attendees of a meeting apart. Several attendees may share it, so they are counted. A change of name or role is
 * another key. Keys have an order, so that a map of them stays fast where a server chose ids whose hashes are the same.
 *
 * @param userId {@code userID}
 * @param fullName {@code fullName}
 * @param role {@code role}
 */
public record AttendeeKey(
        @Nullable String userId,
        @Nullable String fullName,
        @Nullable AttendeeRole role) implements Comparable<AttendeeKey> {
    private static final Comparator<@Nullable String> TEXTS = Comparator.nullsFirst(Comparator.naturalOrder());

    /** Takes the parts. */
    @JsonCreator
    public AttendeeKey {}

    static AttendeeKey of(Attendee attendee) {
        return new AttendeeKey(attendee.userId(), attendee.fullName(), attendee.role());
    }

    /** Compares the ids, then the names, then the words of the roles; what is absent comes first. */
    @Override
    public int compareTo(AttendeeKey other) {
        Objects.requireNonNull(other, "other");
        int ids = TEXTS.compare(userId, other.userId);
        int names = ids == 0 ? TEXTS.compare(fullName, other.fullName) : ids;
        return names == 0 ? TEXTS.compare(word(), other.word()) : names;
    }

    /** The key of a map in JSON: as a query writes it, so that anybody can read it. */
    @JsonKey
    String query() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "userId", userId);
        put(values, "fullName", fullName);
        put(values, "role", word());
        return AttendeeQuery.of(values);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AttendeeKey of(String query) {
        Map<String, String> values = AttendeeQuery.read(query);
        String role = values.get("role");
        return new AttendeeKey(
                values.get("userId"), values.get("fullName"), role == null ? null : AttendeeRole.of(role));
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private @Nullable String word() {
        return role == null ? null : role.text();
    }
}
