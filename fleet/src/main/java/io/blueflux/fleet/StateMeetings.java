// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a meeting is on servers that answer, by each of its ids, so that who looks for one need not walk through all. Where two
 * meetings have had one id it may say nothing, or either. Not thread-safe.
 */
final class StateMeetings {
    private final Map<String, Optional<LocatedMeeting>> places = new HashMap<>(); // of several it says nothing

    /** Returns where there is a meeting of this id; null says nothing. */
    @Nullable
    LocatedMeeting of(String meetingId) {
        Optional<LocatedMeeting> place = places.get(meetingId);
        return place == null ? null : place.orElse(null);
    }

    /** Takes note of what a server has instead of what it had. Meetings that are the same objects cost nothing. */
    void change(String server, @Nullable ServerView before, @Nullable ServerView now) {
        Map<String, FleetMeeting> old = known(before);
        Map<String, FleetMeeting> next = known(now);
        if (old != next) {
            old.values().stream()
                    .filter(meeting -> !same(meeting, next.get(meeting.id())))
                    .forEach(gone -> remove(server, gone));
            next.values().stream()
                    .filter(meeting -> !same(meeting, old.get(meeting.id())))
                    .forEach(come -> add(Optional.of(new LocatedMeeting(server, true, come.meeting())), come));
        }
    }

    private static Map<String, FleetMeeting> known(@Nullable ServerView view) {
        return view == null || !view.meetingsKnown() ? Map.of() : view.meetings();
    }

    private void add(Optional<LocatedMeeting> place, FleetMeeting meeting) {
        add(place, meeting.id());
        String meetingId = meeting.meeting().meetingId();
        if (meetingId != null) {
            add(place, meetingId);
        }
    }

    private void add(Optional<LocatedMeeting> place, String id) {
        places.merge(id, place, (one, other) -> server(one).equals(server(other)) ? other : Optional.empty());
    }

    private static Optional<String> server(Optional<LocatedMeeting> place) {
        return place.map(LocatedMeeting::server);
    }

    private void remove(String server, FleetMeeting meeting) {
        remove(server, meeting, meeting.id());
        String meetingId = meeting.meeting().meetingId();
        if (meetingId != null) {
            remove(server, meeting, meetingId);
        }
    }

    /** Where one of several loses it, nobody knows who is left. */
    private void remove(String server, FleetMeeting meeting, String id) {
        places.computeIfPresent(id, (same, had) -> had.isEmpty() || is(had.get(), server, meeting) ? null : had);
    }

    /** Whether it is that very meeting, which another of the same id may have replaced. */
    private static boolean is(LocatedMeeting place, String server, FleetMeeting meeting) {
        return same(place.meeting(), meeting.meeting()) && place.server().equals(server);
    }

    @SuppressWarnings(
            "ReferenceEquality") // equal ones in place of each other change nothing, but to compare them takes long
    private static boolean same(Object one, @Nullable Object other) {
        return one == other;
    }
}
