// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several running meetings of one meetingID on different servers.
 *
 * @param entry its server
 * @param meeting what the server says of it
 */
record MeetingTwin(SiteEntry entry, Meeting meeting) {

    /**
     * Returns twins with the winner first, on which all processes agree, since it depends on nothing but what the servers say: one
     * that somebody has joined before an empty one, then the one that was created earlier, then the first in the order of the
     * meeting. Times are as the servers print them: put right by each process on its own, they would differ.
     */
    static List<MeetingTwin> inOrder(MeetingOrder order, List<MeetingTwin> twins) {
        return twins.stream()
                .sorted(Comparator.comparing((MeetingTwin twin) -> twin.isJoined() ? 0 : 1)
                        .thenComparing(MeetingTwin::createTime)
                        .thenComparingDouble(twin -> order.key(twin.entry())))
                .toList();
    }

    /** Which of a server's meetings it is. */
    record Identity(String server, @Nullable String id) {}

    Identity identity() {
        return new Identity(entry.name(), CountedMeeting.id(meeting));
    }

    boolean isJoined() {
        return isJoined(meeting);
    }

    /** Tells whether somebody has joined, or did. */
    static boolean isJoined(Meeting meeting) {
        Integer there = meeting.counts().participantCount();
        return Boolean.TRUE.equals(meeting.state().hasUserJoined())
                || Boolean.TRUE.equals(meeting.state().running())
                || (there != null && there > 0);
    }

    private Instant createTime() {
        Instant printed = meeting.times().createTime();
        return printed == null ? Instant.MAX : printed;
    }
}
