// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import java.util.List;

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

    /**
     * Returns a create with what it sends of the hints, so that all who look at the meeting reckon alike. The client is not to repeat
     * it: of several tries only the last one's error would be told, and an earlier one may have had an effect.
     */
    CreateRequest request(CreateRequest request) {
        CreateRequest once = request.withoutRepetition();
        Integer expected = hints.expectedParticipants();
        return expected == null ? once : once.withMeta(SizeHint.NAME, expected.toString());
    }

    /** Returns the meeting as create described it. */
    Meeting created(CreatedMeeting answer) {
        return new Meeting(
                answer.meetingId() == null ? meetingId : answer.meetingId(),
                answer.internalMeetingId(),
                null,
                new Meeting.Times(answer.createTime(), answer.createDate(), null, null, answer.duration()),
                new Meeting.State(null, answer.hasUserJoined(), null, answer.hasBeenForciblyEnded(), null),
                new Meeting.Counts(null, null, null, null, null, null),
                answer.access(),
                List.of(),
                meeting.meeting().metadata(),
                null,
                List.of(),
                answer.unknown());
    }

    /** Returns how it counts until an answer shows it. */
    CountedMeeting placed(PlacementRules rules, Meeting there, long now) {
        Integer most = meeting.meeting().counts().maxUsers();
        return CountedMeeting.placed(
                rules,
                meetingId,
                there.internalMeetingId(),
                there.times().createTime(),
                most == null ? 0 : most,
                hints.expectedParticipants(),
                now);
    }
}
