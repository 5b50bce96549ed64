// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How the client arranges a meeting. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record MeetingLayout(String text) {
    /** The presenter arranges; BBB 2.4 to 3.0. */
    public static final MeetingLayout CUSTOM_LAYOUT = new MeetingLayout("CUSTOM_LAYOUT");

    /** The client arranges; BBB 2.4 to 3.0. */
    public static final MeetingLayout SMART_LAYOUT = new MeetingLayout("SMART_LAYOUT");

    /** Large slides; BBB 2.4 to 3.0. */
    public static final MeetingLayout PRESENTATION_FOCUS = new MeetingLayout("PRESENTATION_FOCUS");

    /** Large cameras; BBB 2.4 to 3.0. */
    public static final MeetingLayout VIDEO_FOCUS = new MeetingLayout("VIDEO_FOCUS");

    /** Nothing but cameras; BBB 3.0. */
    public static final MeetingLayout CAMERAS_ONLY = new MeetingLayout("CAMERAS_ONLY");

    /** Nothing but slides; BBB 3.0. */
    public static final MeetingLayout PRESENTATION_ONLY = new MeetingLayout("PRESENTATION_ONLY");

    /** Nothing but users and chat; BBB 3.0. */
    public static final MeetingLayout PARTICIPANTS_AND_CHAT_ONLY = new MeetingLayout("PARTICIPANTS_AND_CHAT_ONLY");

    /** Nothing but slides and cameras; BBB 3.0. */
    public static final MeetingLayout MEDIA_ONLY = new MeetingLayout("MEDIA_ONLY");

    /** Replaces the first four; BBB 4.0. */
    public static final MeetingLayout UNIFIED_LAYOUT = new MeetingLayout("UNIFIED_LAYOUT");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public MeetingLayout {
        Objects.requireNonNull(text, "text");
        OpenWord.check("MeetingLayout", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MeetingLayout of(String text) {
        Objects.requireNonNull(text, "text");
        return new MeetingLayout(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
