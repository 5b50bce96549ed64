// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

/** How much of each listed meeting is read (BBB API, "getMeetings"). The server sends the same in each case. */
public enum MeetingFields {
    /** All there is. */
    ALL,
    /**
     * Ids, name, times, state, counts and breakout; {@link Meeting#access()} has null values, attendees, metadata, rooms and
     * unknown elements are empty. Attendees, most of the bytes, are passed over and never parsed: they count to the limits of
     * bytes only, and no fault in them is seen. So one attendee that cannot be read does not hide the meetings of a server.
     */
    COUNTERS,
    /** {@link #COUNTERS}, and {@link Meeting#metadata()} too: what its creator wrote on a meeting, at next to the same cost. */
    COUNTERS_AND_METADATA
}
