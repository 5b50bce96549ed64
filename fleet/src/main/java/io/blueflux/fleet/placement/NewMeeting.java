// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.Map;

/**
 * A meeting that wants a server. Immutable.
 *
 * @param meetingId the meetingID
 * @param order in which the servers come into question
 * @param meeting how it counts once it is placed
 * @param hints what the application said
 */
record NewMeeting(String meetingId, MeetingOrder order, CountedMeeting meeting, PlacementHints hints) {

    /**
     * Makes one.
     *
     * @param maxParticipants create's, 0 for none: an upper bound of what is expected, and never the expectation, since people
     *     write 500 and five come
     */
    static NewMeeting of(PlacementRules rules, String meetingId, PlacementHints hints, int maxParticipants, long now) {
        return new NewMeeting(
                meetingId,
                MeetingOrder.of(meetingId),
                CountedMeeting.placed(rules, meetingId, null, maxParticipants, hints.expectedParticipants(), now),
                hints);
    }

    /** Returns what create sends with the meeting, so that all who look at it reckon alike. */
    Map<String, String> metadata() {
        return meeting.meeting().metadata();
    }
}
