// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Whether a user was let in (BBB API, "join"); an open set, since servers add words.
 *
 * @param text the word as the server writes it
 */
public record GuestStatus(String text) {
    /** Refuses what is missing. */
    public GuestStatus {
        Objects.requireNonNull(text, "text");
    }

    /** Is in. */
    public static final GuestStatus ALLOW = new GuestStatus("ALLOW");
    /** Waits for a moderator. */
    public static final GuestStatus WAIT = new GuestStatus("WAIT");
    /** Was turned away. */
    public static final GuestStatus DENY = new GuestStatus("DENY");

    /**
     * Finds the status for a word.
     *
     * @param text the word on the wire
     * @return a constant where there is one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GuestStatus of(String text) {
        Objects.requireNonNull(text, "text");
        return switch (text) {
            case "ALLOW" -> ALLOW;
            case "WAIT" -> WAIT;
            case "DENY" -> DENY;
            default -> new GuestStatus(text);
        };
    }

    /** Returns the word. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
