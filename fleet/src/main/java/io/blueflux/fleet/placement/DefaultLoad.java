// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import org.jspecify.annotations.Nullable;

/** Users, and half of voice and video; the fixed part is what an empty meeting costs. */
final class DefaultLoad implements MeetingLoad {
    private static final double OPENING = 5;
    private static final double HALF = 0.5;

    @Override
    public double of(Meeting meeting, double participants) {
        Meeting.Counts counts = meeting.counts();
        return (CountedMeeting.isBreakout(meeting) ? 0 : OPENING)
                + participants
                + HALF * count(counts.voiceParticipantCount())
                + HALF * count(counts.videoCount());
    }

    private static int count(@Nullable Integer printed) {
        return printed == null ? 0 : Math.max(0, printed);
    }
}
