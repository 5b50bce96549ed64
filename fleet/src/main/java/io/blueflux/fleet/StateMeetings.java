// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a meeting is, by each of its ids, so that who looks for one need not walk through all. Where two meetings have had
 * one id it may say nothing, or either. Not thread-safe.
 */
final class StateMeetings {
    private static final Place SEVERAL = new Place("", ""); // no server is named so

    private final Map<String, Place> places = new HashMap<>();

    /** A server's name, and which of its meetings. */
    record Place(String server, String meeting) {}

    /** Returns where there is a meeting of this id; null says nothing. */
    @Nullable
    Place of(String meetingId) {
        Place place = places.get(meetingId);
        return SEVERAL.equals(place) ? null : place;
    }

    /** Takes note of what a server has instead of what it had. Meetings that are the same objects cost nothing. */
    void change(String server, @Nullable ServerView before, @Nullable ServerView now) {
        Map<String, FleetMeeting> old = before == null ? Map.of() : before.meetings();
        Map<String, FleetMeeting> next = now == null ? Map.of() : now.meetings();
        if (old != next) {
            old.values().stream()
                    .filter(meeting -> !has(next, meeting))
                    .forEach(gone ->
                            remove(new Place(server, gone.id()), gone.meeting().meetingId()));
            next.values().stream()
                    .filter(meeting -> !has(old, meeting))
                    .forEach(come ->
                            add(new Place(server, come.id()), come.meeting().meetingId()));
        }
    }

    private static boolean has(Map<String, FleetMeeting> meetings, FleetMeeting one) {
        FleetMeeting other = meetings.get(one.id());
        return other != null
                && Objects.equals(one.meeting().meetingId(), other.meeting().meetingId());
    }

    private void add(Place place, @Nullable String meetingId) {
        add(place.meeting(), place);
        if (meetingId != null) {
            add(meetingId, place);
        }
    }

    private void add(String id, Place place) {
        places.merge(id, place, (one, other) -> one.server().equals(other.server()) ? other : SEVERAL);
    }

    private void remove(Place place, @Nullable String meetingId) {
        remove(place.meeting(), place);
        if (meetingId != null) {
            remove(meetingId, place);
        }
    }

    /** Where one of several loses it, nobody knows who is left. */
    private void remove(String id, Place place) {
        places.computeIfPresent(id, (same, had) -> had.equals(SEVERAL) || had.equals(place) ? null : had);
    }
}
