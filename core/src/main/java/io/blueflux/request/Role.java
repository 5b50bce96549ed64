// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a user is in a meeting. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record Role(String text) {
    /** May lead the meeting. */
    public static final Role MODERATOR = new Role("MODERATOR");

    /** May follow it. */
    public static final Role VIEWER = new Role("VIEWER");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public Role {
        Objects.requireNonNull(text, "text");
        OpenWord.check("Role", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Role of(String text) {
        Objects.requireNonNull(text, "text");
        return new Role(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
