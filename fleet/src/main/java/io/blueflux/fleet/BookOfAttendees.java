// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Attendee;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Who is in a meeting: those whom the last answer listed, and those who have been missing for less than the grace. Not
 * thread-safe.
 */
final class BookOfAttendees {
    private final Map<AttendeeKey, Presence> presences = new LinkedHashMap<>();

    /** Goes on from who was there: for those who are not any more the grace begins with the next answer. */
    BookOfAttendees(Map<AttendeeKey, Integer> present) {
        present.forEach((key, count) -> presences.put(key, new Presence(count)));
    }

    /**
     * Takes an answer's attendees and returns how many of each key are there. Times are in nanoseconds. Those for whom there is no
     * room have no grace.
     */
    Map<AttendeeKey, Integer> update(List<Attendee> listed, long now, long grace, LongPredicate room) {
        Map<AttendeeKey, Integer> counts = new LinkedHashMap<>();
        listed.forEach(attendee -> counts.merge(AttendeeKey.of(attendee), 1, Integer::sum));
        counts.keySet().forEach(key -> presences.computeIfAbsent(key, unseen -> new Presence(0)));
        presences.forEach((key, presence) -> presence.update(counts.getOrDefault(key, 0), now, grace));
        presences.forEach((key, presence) -> presence.fitInto(key, room));
        presences.values().removeIf(presence -> presence.total() == 0);
        return totals();
    }

    private Map<AttendeeKey, Integer> totals() {
        Map<AttendeeKey, Integer> totals = new LinkedHashMap<>();
        presences.forEach((key, presence) -> totals.put(key, presence.total()));
        return Collections.unmodifiableMap(totals);
    }

    /** The attendees of one key. */
    private static final class Presence {
        private final Deque<Long> missingSince = new ArrayDeque<>(0);
        private int listed;

        Presence(int listed) {
            this.listed = listed;
        }

        void update(int count, long now, long grace) {
            int missing = Math.max(0, total() - count);
            while (missingSince.size() > missing) {
                missingSince.removeLast(); // who vanished last is taken for the one who is back
            }
            while (missingSince.size() < missing) {
                missingSince.addLast(now);
            }
            listed = count;
            while (!missingSince.isEmpty() && now - missingSince.peekFirst() >= grace) {
                missingSince.removeFirst();
            }
        }

        void fitInto(AttendeeKey key, LongPredicate room) {
            if (!missingSince.isEmpty() && !room.test(AnswerWeight.of(key, missingSince.size()))) {
                missingSince.clear();
            }
        }

        int total() {
            return listed + missingSince.size();
        }
    }
}
