// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * The editor of the shared notes. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record NotesEditor(String text) {
    /** BlockNote. */
    public static final NotesEditor BLOCK_NOTE = new NotesEditor("blockNote");

    /** Etherpad. */
    public static final NotesEditor ETHERPAD = new NotesEditor("etherpad");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public NotesEditor {
        Objects.requireNonNull(text, "text");
        OpenWord.check("NotesEditor", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NotesEditor of(String text) {
        Objects.requireNonNull(text, "text");
        return new NotesEditor(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
