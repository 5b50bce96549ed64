// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What happens to users who join. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record GuestPolicy(String text) {
    /** Lets everybody in. */
    public static final GuestPolicy ALWAYS_ACCEPT = new GuestPolicy("ALWAYS_ACCEPT");

    /** Lets no guest in. */
    public static final GuestPolicy ALWAYS_DENY = new GuestPolicy("ALWAYS_DENY");

    /** Has guests wait for a moderator. */
    public static final GuestPolicy ASK_MODERATOR = new GuestPolicy("ASK_MODERATOR");

    /** Lets in whom you have authenticated; the others wait. Known to the server, not documented. */
    public static final GuestPolicy ALWAYS_ACCEPT_AUTH = new GuestPolicy("ALWAYS_ACCEPT_AUTH");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public GuestPolicy {
        Objects.requireNonNull(text, "text");
        OpenWord.check("GuestPolicy", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GuestPolicy of(String text) {
        Objects.requireNonNull(text, "text");
        return new GuestPolicy(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
