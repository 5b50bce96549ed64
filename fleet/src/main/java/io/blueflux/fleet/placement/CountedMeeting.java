// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as the rule reckons with it: one that a server listed, or one that is placed and not seen yet. Immutable. Times are
 * milliseconds by the local clock.
 *
 * @param meeting what is known of it
 * @param createdAt when it was created
 * @param hint how many its creator expected; 0 if that is not known
 * @param expectation how many were expected when it was created; 0 of breakout rooms, and where nobody knows its age
 * @param melt how long until nobody more is expected
 */
record CountedMeeting(Meeting meeting, long createdAt, int hint, double expectation, long melt) {

    private static final long NEVER = Long.MIN_VALUE;

    /** A meeting that a server listed; times by its own clock, which is ahead of the local one by so much less. */
    static CountedMeeting listed(PlacementRules rules, Meeting meeting, long clockLag, long now) {
        Instant created = meeting.times().createTime();
        long at = created == null ? NEVER : Math.min(now, created.toEpochMilli() + clockLag);
        return of(rules, meeting, at, SizeHint.of(meeting));
    }

    /** A meeting of which no answer tells yet. */
    static CountedMeeting placed(
            PlacementRules rules,
            String meetingId,
            @Nullable String internalMeetingId,
            int maxParticipants,
            @Nullable Integer hint,
            long now) {
        return placed(rules, meetingId, internalMeetingId, null, maxParticipants, hint, now);
    }

    /**
     * A meeting that create told of.
     *
     * @param createTime as its server printed it, by which join URLs are bound to it: the local time would not do; null if unknown
     */
    static CountedMeeting placed(
            PlacementRules rules,
            String meetingId,
            @Nullable String internalMeetingId,
            @Nullable Instant createTime,
            int maxParticipants,
            @Nullable Integer hint,
            long now) {
        Meeting meeting = new Meeting(
                meetingId,
                internalMeetingId,
                null,
                new Meeting.Times(createTime, null, null, null, null),
                new Meeting.State(false, false, null, false, false),
                new Meeting.Counts(0, 0, 0, 0, 0, maxParticipants),
                new Meeting.Access(null, null, null, null),
                List.of(),
                hint == null ? Map.of() : Map.of(SizeHint.NAME, hint.toString()),
                null,
                List.of(),
                List.of());
        return of(rules, meeting, now, hint == null ? 0 : hint);
    }

    private static CountedMeeting of(PlacementRules rules, Meeting meeting, long createdAt, int hint) {
        boolean expects = createdAt != NEVER && !isBreakout(meeting);
        return new CountedMeeting(
                meeting,
                createdAt,
                hint,
                expects ? expectation(rules.expectation(), meeting.counts().maxUsers(), hint) : 0,
                rules.expectation().melt().toMillis());
    }

    private static double expectation(PlacementRules.Expectation rule, @Nullable Integer maxUsers, int hint) {
        int expected = hint > 0 ? hint : rule.participants();
        int bound = maxUsers == null || maxUsers <= 0 ? rule.most() : Math.min(maxUsers, rule.most());
        return Math.min(expected, bound);
    }

    /** Returns this with what was known of the same meeting before: a poll may lack the metadata, and clocks may be wrong. */
    CountedMeeting after(PlacementRules rules, CountedMeeting before) {
        boolean isOlder = before.createdAt < createdAt && before.createdAt != NEVER;
        return isOlder || (hint == 0 && before.hint != 0)
                ? of(rules, meeting, isOlder ? before.createdAt : createdAt, hint == 0 ? before.hint : hint)
                : this;
    }

    /** Returns how many participants count: those who are there, or those still expected where these are more. */
    double participants(long now) {
        int there = there();
        if (expectation <= there) {
            return there;
        }
        double age = Math.max(0, now - createdAt);
        return Math.max(there, expectation * Math.max(0, 1 - age / melt));
    }

    /** Returns what tells meetings apart; null if the server gave no id at all. */
    @Nullable
    String id() {
        return id(meeting);
    }

    static @Nullable String id(Meeting meeting) {
        return meeting.internalMeetingId() == null ? meeting.meetingId() : meeting.internalMeetingId();
    }

    /** Tells whether this is the same meeting; of one that is still being created only the meetingID is known. */
    boolean isSame(CountedMeeting other) {
        String one = meeting.internalMeetingId();
        String another = other.meeting.internalMeetingId();
        boolean isByMeetingId = one == null || another == null;
        return isByMeetingId
                ? Objects.equals(meeting.meetingId(), other.meeting.meetingId())
                : Objects.equals(one, another);
    }

    boolean isBreakout() {
        return isBreakout(meeting);
    }

    static boolean isBreakout(Meeting meeting) {
        return meeting.breakout() != null || Boolean.TRUE.equals(meeting.state().isBreakout());
    }

    private int there() {
        Integer count = meeting.counts().participantCount();
        return count == null ? 0 : Math.max(0, count);
    }
}
