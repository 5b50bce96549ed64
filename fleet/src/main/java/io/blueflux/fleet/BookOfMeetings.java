// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The meetings of one server from answer to answer: what a single answer does not tell. Not thread-safe. */
final class BookOfMeetings {
    private static final long STARTING = Duration.ofMinutes(1).toNanos();

    private Map<String, Entry> entries = new HashMap<>();
    private boolean hasAnswer;
    private boolean isStarting;
    private long newestAt;

    /** Goes on from what is known of the server. */
    BookOfMeetings(ServerView first) {
        first.meetings().forEach((id, meeting) -> entries.put(id, new Entry(meeting)));
        hasAnswer = first.meetingsKnown() || !entries.isEmpty();
    }

    /** Takes an answer and returns the meetings as they are now. The room is for attendees who are missing. */
    Map<String, FleetMeeting> update(List<Meeting> listed, PollPlan plan, Instant at, long nanos, LongPredicate room) {
        Map<String, Entry> next = new HashMap<>();
        Map<String, FleetMeeting> meetings = new LinkedHashMap<>();
        for (Meeting meeting : listed) {
            String id = idOf(meeting);
            if (id != null && !meeting.hasEnded() && !next.containsKey(id)) {
                Entry entry = entry(id, at, nanos);
                next.put(id, entry);
                meetings.put(id, entry.update(id, meeting, plan, nanos, room));
            }
        }
        entries = next;
        hasAnswer = true;
        return Collections.unmodifiableMap(meetings);
    }

    /** Whether there was an answer, and the last had no meeting. */
    boolean isEmpty() {
        return hasAnswer && entries.isEmpty();
    }

    /** Whether a meeting came up less than a minute ago; those of the first answer do not count. */
    boolean isStarting(long nanos) {
        return isStarting && nanos - newestAt < STARTING;
    }

    private Entry entry(String id, Instant at, long nanos) {
        Entry known = entries.get(id);
        if (known == null && hasAnswer) {
            isStarting = true;
            newestAt = nanos;
        }
        return known == null ? new Entry(at) : known;
    }

    private static @Nullable String idOf(Meeting meeting) {
        return meeting.internalMeetingId() == null ? meeting.meetingId() : meeting.internalMeetingId();
    }

    private static final class Entry {
        private final Instant firstSeen;
        private final BookOfAttendees attendees;
        private Map<AttendeeKey, Integer> present;
        private boolean started;
        private boolean isSettled; // the same answer again changes nothing, at any time
        private @Nullable FleetMeeting last;

        Entry(Instant firstSeen) {
            this(firstSeen, false, Map.of());
        }

        Entry(FleetMeeting known) {
            this(known.firstSeen(), known.started(), known.attendees());
            last = known;
        }

        private Entry(Instant firstSeen, boolean started, Map<AttendeeKey, Integer> present) {
            this.firstSeen = firstSeen;
            this.started = started;
            this.present = present;
            this.attendees = new BookOfAttendees(present);
        }

        FleetMeeting update(String id, Meeting meeting, PollPlan plan, long nanos, LongPredicate room) {
            FleetMeeting before = last;
            if (isSettled && before != null && before.meeting().equals(meeting)) {
                return before; // what stays compares at once
            }
            started |= Boolean.TRUE.equals(meeting.state().running())
                    || Boolean.TRUE.equals(meeting.state().hasUserJoined());
            if (plan.depth() != PollDepth.COUNTERS) {
                present = attendees.update(
                        meeting.attendees(), nanos, plan.attendeeGrace().toNanos(), room);
            }
            isSettled = plan.depth() != PollDepth.COUNTERS && attendees.areAsListed();
            FleetMeeting read = new FleetMeeting(id, meeting, firstSeen, started, present);
            FleetMeeting now = before != null && before.equals(read) ? before : read;
            last = now;
            return now;
        }
    }
}
