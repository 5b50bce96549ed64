// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a server or of a fleet. Those of breakout rooms are included, as servers list them.
 *
 * @param meetings how many meetings
 * @param participants sum of {@code participantCount}
 * @param listeners sum of {@code listenerCount}
 * @param voiceParticipants sum of {@code voiceParticipantCount}
 * @param videos sum of {@code videoCount}
 * @param moderators sum of {@code moderatorCount}
 * @param largestMeeting the highest {@code participantCount}
 */
public record FleetCounts(
        long meetings,
        long participants,
        long listeners,
        long voiceParticipants,
        long videos,
        long moderators,
        long largestMeeting) {

    /** All zero. */
    public static final FleetCounts NONE = new FleetCounts(0, 0, 0, 0, 0, 0, 0);

    static FleetCounts of(Iterable<FleetMeeting> meetings) {
        FleetCounts sum = NONE;
        for (FleetMeeting each : meetings) {
            sum = sum.plus(of(each.meeting().counts()));
        }
        return sum;
    }

    private static FleetCounts of(Meeting.Counts counts) {
        long participants = known(counts.participantCount());
        return new FleetCounts(
                1,
                participants,
                known(counts.listenerCount()),
                known(counts.voiceParticipantCount()),
                known(counts.videoCount()),
                known(counts.moderatorCount()),
                participants);
    }

    FleetCounts plus(FleetCounts other) {
        return new FleetCounts(
                meetings + other.meetings,
                participants + other.participants,
                listeners + other.listeners,
                voiceParticipants + other.voiceParticipants,
                videos + other.videos,
                moderators + other.moderators,
                Math.max(largestMeeting, other.largestMeeting));
    }

    /** Adds, or with -1 takes away, all but the largest meeting. */
    FleetCounts plus(FleetCounts other, int sign) {
        return new FleetCounts(
                meetings + sign * other.meetings,
                participants + sign * other.participants,
                listeners + sign * other.listeners,
                voiceParticipants + sign * other.voiceParticipants,
                videos + sign * other.videos,
                moderators + sign * other.moderators,
                largestMeeting);
    }

    FleetCounts withLargestMeeting(long most) {
        return new FleetCounts(meetings, participants, listeners, voiceParticipants, videos, moderators, most);
    }

    private static long known(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
