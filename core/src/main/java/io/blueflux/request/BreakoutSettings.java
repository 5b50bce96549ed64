// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;

/** Breakout rooms: those of a meeting, and what makes a meeting one itself. Part of {@link CreateRequest}. */
public final class BreakoutSettings extends Setters<BreakoutSettings> {
    BreakoutSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Makes this meeting a breakout room; needs {@link #parentMeetingId} and {@link #sequence}. False unless said. Wire
     * name {@code isBreakout}.
     *
     * @param breakout whether it is one
     * @return these settings
     */
    public BreakoutSettings isBreakout(boolean breakout) {
        return put(Parameter.IS_BREAKOUT, breakout);
    }

    /**
     * Names the running meeting that this room belongs to. Wire name {@code parentMeetingID}.
     *
     * @param meetingId the ID of the parent
     * @return these settings
     */
    public BreakoutSettings parentMeetingId(String meetingId) {
        return put(Parameter.PARENT_MEETING_ID, meetingId);
    }

    /**
     * Numbers this room among its siblings. Wire name {@code sequence}.
     *
     * @param number the number
     * @return these settings
     */
    public BreakoutSettings sequence(int number) {
        return put(Parameter.SEQUENCE, number);
    }

    /**
     * Lets users choose this room themselves; false unless said. Wire name {@code freeJoin}.
     *
     * @param free whether they may
     * @return these settings
     */
    public BreakoutSettings freeJoin(boolean free) {
        return put(Parameter.FREE_JOIN, free);
    }

    /**
     * Allows breakout rooms in this meeting; true unless said. From 2.5, {@link DisabledFeature#BREAKOUT_ROOMS} says
     * the contrary. Wire name {@code breakoutRoomsEnabled}; deprecated since 2.5; gone in 3.0.
     *
     * @param enabled whether to
     * @return these settings
     */
    public BreakoutSettings enabled(boolean enabled) {
        return put(Parameter.BREAKOUT_ROOMS_ENABLED, enabled);
    }

    /**
     * Allows private chats in breakout rooms; the server has a default, shipped as true. Wire name {@code
     * breakoutRoomsPrivateChatEnabled}; BBB 2.2 and later.
     *
     * @param enabled whether to
     * @return these settings
     */
    public BreakoutSettings privateChatEnabled(boolean enabled) {
        return put(Parameter.BREAKOUT_PRIVATE_CHAT, enabled);
    }

    /**
     * Allows to record breakout rooms; the server has a default. Wire name {@code breakoutRoomsRecord}; BBB 2.2 and
     * later.
     *
     * @param allow whether to
     * @return these settings
     */
    public BreakoutSettings record(boolean allow) {
        return put(Parameter.BREAKOUT_RECORD, allow);
    }

    /**
     * Brings the slides of this breakout room to its parent at the end; false unless said. Wire name {@code
     * breakoutRoomsCaptureSlides}; BBB 2.6 and later.
     *
     * @param capture whether to
     * @return these settings
     */
    public BreakoutSettings captureSlides(boolean capture) {
        return put(Parameter.BREAKOUT_CAPTURE_SLIDES, capture);
    }

    /**
     * Brings the shared notes of this breakout room to its parent at the end; false unless said. Wire name {@code
     * breakoutRoomsCaptureNotes}; BBB 2.6 and later.
     *
     * @param capture whether to
     * @return these settings
     */
    public BreakoutSettings captureNotes(boolean capture) {
        return put(Parameter.BREAKOUT_CAPTURE_NOTES, capture);
    }

    /**
     * Names the captured slides; {@code %%CONFNAME%%} unless said. Wire name {@code
     * breakoutRoomsCaptureSlidesFilename}; BBB 2.6 and later.
     *
     * @param name the name without extension
     * @return these settings
     */
    public BreakoutSettings captureSlidesFilename(String name) {
        return put(Parameter.BREAKOUT_SLIDES_FILENAME, name);
    }

    /**
     * Names the captured notes; {@code %%CONFNAME%%} unless said. Wire name {@code breakoutRoomsCaptureNotesFilename};
     * BBB 2.6 and later.
     *
     * @param name the name without extension
     * @return these settings
     */
    public BreakoutSettings captureNotesFilename(String name) {
        return put(Parameter.BREAKOUT_NOTES_FILENAME, name);
    }
}
