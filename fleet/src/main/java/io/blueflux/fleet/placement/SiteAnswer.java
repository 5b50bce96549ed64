// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerLook;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server answered to getMeetings: each meeting once, without those that ended. Immutable. Times by the local clock. */
final class SiteAnswer {
    private final long startedAt;
    private final List<CountedMeeting> meetings;
    private final Map<String, CountedMeeting> byId;

    private SiteAnswer(long startedAt, List<CountedMeeting> meetings) {
        this.startedAt = startedAt;
        Map<String, CountedMeeting> ids = new HashMap<>(meetings.size() * 2);
        List<CountedMeeting> each = new ArrayList<>(meetings.size());
        for (CountedMeeting meeting : meetings) {
            String id = meeting.id();
            if (id == null || ids.putIfAbsent(id, meeting) == null) {
                each.add(meeting);
            }
        }
        this.meetings = each;
        this.byId = ids;
    }

    /**
     * Takes an answer.
     *
     * @param startedAt when the call was begun
     * @param finishedAt when its answer was complete
     * @param serverDate the answer's {@code Date} header, by which times of the server are put right; null if there was none
     */
    static SiteAnswer of(
            PlacementRules rules,
            Collection<Meeting> meetings,
            long startedAt,
            long finishedAt,
            @Nullable Instant serverDate) {
        long clockLag = serverDate == null ? 0 : finishedAt - serverDate.toEpochMilli();
        List<CountedMeeting> counted = new ArrayList<>(meetings.size());
        for (Meeting meeting : meetings) {
            if (!meeting.hasEnded()) {
                counted.add(CountedMeeting.listed(rules, meeting, clockLag, finishedAt));
            }
        }
        return new SiteAnswer(startedAt, counted);
    }

    /** Takes a poll that was answered. */
    static SiteAnswer of(PlacementRules rules, ServerView view) {
        return of(
                rules,
                view.meetings().values().stream().map(FleetMeeting::meeting).toList(),
                view.poll().startedAt().toEpochMilli(),
                view.poll().at().toEpochMilli(),
                view.poll().serverDate());
    }

    /** Takes a look. */
    static SiteAnswer of(PlacementRules rules, ServerLook look) {
        return of(
                rules,
                look.meetings(),
                look.startedAt().toEpochMilli(),
                look.at().toEpochMilli(),
                look.serverDate());
    }

    long startedAt() {
        return startedAt;
    }

    /** Returns this as if it had been begun at another time. */
    SiteAnswer begunAt(long time) {
        return new SiteAnswer(time, meetings);
    }

    List<CountedMeeting> meetings() {
        return meetings;
    }

    /** Returns the meetings of a meetingID; more than one only of a server that lost count. */
    List<Meeting> find(String meetingId) {
        List<Meeting> found = new ArrayList<>(1);
        for (CountedMeeting each : meetings) {
            if (meetingId.equals(each.meeting().meetingId())) {
                found.add(each.meeting());
            }
        }
        return found;
    }

    /** Returns this without a meeting that has ended since. */
    SiteAnswer without(String meetingId) {
        return find(meetingId).isEmpty()
                ? this
                : new SiteAnswer(
                        startedAt,
                        meetings.stream()
                                .filter(each -> !meetingId.equals(each.meeting().meetingId()))
                                .toList());
    }

    /** Returns the same meeting as the server listed it, or null. */
    @Nullable
    CountedMeeting same(CountedMeeting meeting) {
        CountedMeeting listed = meeting.id() == null ? null : byId.get(meeting.id());
        if (listed != null) {
            return listed;
        }
        for (CountedMeeting each : meetings) {
            if (each.isSame(meeting)) {
                return each;
            }
        }
        return null;
    }

    /** Returns this, with what was known before of the meetings that it lists. */
    SiteAnswer after(PlacementRules rules, @Nullable SiteAnswer before, List<Reservation> reservations) {
        if (before == null && reservations.isEmpty()) {
            return this;
        }
        Map<String, CountedMeeting> known = new HashMap<>(before == null ? Map.of() : before.byId);
        for (Reservation each : reservations) {
            CountedMeeting listed = same(each.meeting());
            String id = listed == null ? null : listed.id();
            if (id != null) {
                known.merge(id, each.meeting(), (earlier, placed) -> earlier.after(rules, placed));
            }
        }
        List<CountedMeeting> informed = new ArrayList<>(meetings.size());
        for (CountedMeeting meeting : meetings) {
            CountedMeeting earlier = meeting.id() == null ? null : known.get(meeting.id());
            informed.add(earlier == null ? meeting : meeting.after(rules, earlier));
        }
        return new SiteAnswer(startedAt, informed);
    }
}
