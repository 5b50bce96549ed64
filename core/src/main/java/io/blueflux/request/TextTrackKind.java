// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a text track is for. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record TextTrackKind(String text) {
    /** What is spoken, translated. */
    public static final TextTrackKind SUBTITLES = new TextTrackKind("subtitles");

    /** What is spoken and heard, for those who cannot hear. */
    public static final TextTrackKind CAPTIONS = new TextTrackKind("captions");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public TextTrackKind {
        Objects.requireNonNull(text, "text");
        OpenWord.check("TextTrackKind", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TextTrackKind of(String text) {
        Objects.requireNonNull(text, "text");
        return new TextTrackKind(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
