// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Who may become presenter. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record PresenterPolicy(String text) {
    /** Moderators choose the presenter. */
    public static final PresenterPolicy MODERATOR_ONLY = new PresenterPolicy("moderatorOnly");

    /** Viewers may ask. */
    public static final PresenterPolicy REQUIRE_APPROVAL = new PresenterPolicy("requireApproval");

    /** Everybody may. */
    public static final PresenterPolicy FREE_FOR_ALL = new PresenterPolicy("freeForAll");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public PresenterPolicy {
        Objects.requireNonNull(text, "text");
        OpenWord.check("PresenterPolicy", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PresenterPolicy of(String text) {
        Objects.requireNonNull(text, "text");
        return new PresenterPolicy(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
