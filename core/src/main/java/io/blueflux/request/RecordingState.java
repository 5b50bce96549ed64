// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How far a recording is. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record RecordingState(String text) {
    /** It is being made. */
    public static final RecordingState PROCESSING = new RecordingState("processing");

    /** It is made, not yet published. */
    public static final RecordingState PROCESSED = new RecordingState("processed");

    /** Everybody may see it. */
    public static final RecordingState PUBLISHED = new RecordingState("published");

    /** It is hidden. */
    public static final RecordingState UNPUBLISHED = new RecordingState("unpublished");

    /** It is deleted. */
    public static final RecordingState DELETED = new RecordingState("deleted");

    /** In a query: whatever the state. */
    public static final RecordingState ANY = new RecordingState("any");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public RecordingState {
        Objects.requireNonNull(text, "text");
        OpenWord.check("RecordingState", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RecordingState of(String text) {
        Objects.requireNonNull(text, "text");
        return new RecordingState(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
