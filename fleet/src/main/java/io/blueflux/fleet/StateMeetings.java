// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
            old.values().forEach(had -> leave(server, had, next.get(had.id())));
            next.values().stream()
                    .filter(come -> !haveTheSameIds(come, old.get(come.id())))
                    .forEach(come -> come(server, come));
        }
    }

    private static Map<String, FleetMeeting> known(@Nullable ServerView view) {
        return view == null || !view.meetingsKnown() ? Map.of() : view.meetings();
    }

    private static LocatedMeeting place(String server, FleetMeeting meeting) {
        return new LocatedMeeting(server, true, meeting.meeting());
    }

    private static boolean haveTheSameIds(FleetMeeting one, @Nullable FleetMeeting other) {
        return other != null
                && Objects.equals(one.meeting().meetingId(), other.meeting().meetingId());
    }

    /** A meeting that changed keeps its places: where there are several, there still are. */
    private void leave(String server, FleetMeeting had, @Nullable FleetMeeting now) {
        if (now == null || !haveTheSameIds(had, now)) {
            ids(had).forEach(id -> change(server, had, id, null));
        } else if (!same(had, now)) {
            LocatedMeeting place = place(server, now);
            ids(had).forEach(id -> change(server, had, id, place));
        }
    }

    private void come(String server, FleetMeeting meeting) {
        Optional<LocatedMeeting> place = Optional.of(place(server, meeting));
        ids(meeting).forEach(id -> add(place, id));
    }

    private static Stream<String> ids(FleetMeeting meeting) {
        return Stream.concat(
                Stream.of(meeting.id()), Stream.ofNullable(meeting.meeting().meetingId()));
    }

    private void add(Optional<LocatedMeeting> place, String id) {
        places.merge(id, place, (one, other) -> server(one).equals(server(other)) ? other : Optional.empty());
    }

    private static Optional<String> server(Optional<LocatedMeeting> place) {
        return place.map(LocatedMeeting::server);
    }

    /** Where one of several loses it, nobody knows who is left, until one of them changes. */
    private void change(String server, FleetMeeting meeting, String id, @Nullable LocatedMeeting now) {
        places.compute(id, (same, had) -> {
            if (had != null && had.isPresent() && !is(had.get(), server, meeting)) {
                return had;
            }
            if (now == null) {
                return null;
            }
            return had == null ? Optional.of(now) : had.map(place -> now);
        });
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
