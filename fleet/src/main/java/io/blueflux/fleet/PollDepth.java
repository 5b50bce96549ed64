// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/** How much a poll asks for and keeps. */
public enum PollDepth {
    /**
     * getMeetings, of which {@link io.blueflux.model.MeetingFields#COUNTERS} are read: by far the cheapest, since attendees
     * are never parsed. There are no events of attendees.
     */
    COUNTERS,
    /** getMeetings, kept whole. */
    MEETINGS,
    /** getMeetings, then getMeetingInfo of each meeting; one whose info fails is kept as the list has it. */
    INFO
}
