// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * An attendee's role; an open set, since servers add words.
 *
 * @param text the word as the server writes it
 */
public record AttendeeRole(String text) {
    /** Refuses what is missing. */
    public AttendeeRole {
        Objects.requireNonNull(text, "text");
    }

    /** May moderate. */
    public static final AttendeeRole MODERATOR = new AttendeeRole("MODERATOR");
    /** May take part. */
    public static final AttendeeRole VIEWER = new AttendeeRole("VIEWER");
    /** Takes part by telephone; seen from BBB 2.5. */
    public static final AttendeeRole DIAL_IN_USER = new AttendeeRole("DIAL-IN-USER");

    /**
     * Finds the role for a word.
     *
     * @param text the word on the wire
     * @return a constant where there is one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AttendeeRole of(String text) {
        Objects.requireNonNull(text, "text");
        return switch (text) {
            case "MODERATOR" -> MODERATOR;
            case "VIEWER" -> VIEWER;
            case "DIAL-IN-USER" -> DIAL_IN_USER;
            default -> new AttendeeRole(text);
        };
    }

    /** Returns the word. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
