// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Attendee;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Who is in a meeting: those whom the last answer listed, and those who have been missing for less than the grace. It keeps
 * what it told last, and beside that only who is missing. Not thread-safe.
 */
final class BookOfAttendees {
    private static final Deque<Long> NOBODY = new ArrayDeque<>(0);

    private Map<AttendeeKey, Integer> present;
    private Map<AttendeeKey, Deque<Long>> missing = Map.of(); // of those who are present, since when

    /** Goes on from who was there: for those who are not any more the grace begins with the next answer. */
    BookOfAttendees(Map<AttendeeKey, Integer> present) {
        this.present = present;
    }

    /** Whether those who are there are those whom the last answer listed. */
    boolean areAsListed() {
        return missing.isEmpty();
    }

    /**
     * Takes an answer's attendees and returns how many of each key are there, the same object as long as that is the same. Times are in
     * nanoseconds. Those for whom there is no room have no grace.
     */
    Map<AttendeeKey, Integer> update(List<Attendee> listed, long now, long grace, LongPredicate room) {
        Map<AttendeeKey, Integer> counts = new LinkedHashMap<>();
        listed.forEach(attendee -> counts.merge(AttendeeKey.of(attendee), 1, Integer::sum));
        Map<AttendeeKey, Deque<Long>> stillMissing = new HashMap<>();
        Map<AttendeeKey, Integer> totals = new LinkedHashMap<>();
        present.forEach((key, total) -> {
            int count = counts.getOrDefault(key, 0);
            Deque<Long> since = missing(key, total - count, now, grace, room);
            if (!since.isEmpty()) {
                stillMissing.put(key, since);
            }
            if (count + since.size() > 0) {
                totals.put(key, count + since.size());
            }
        });
        counts.forEach(totals::putIfAbsent);
        missing = stillMissing.isEmpty() ? Map.of() : stillMissing;
        present = isAsBefore(totals) ? present : Collections.unmodifiableMap(totals);
        return present;
    }

    /** Returns since when how many of a key are missing, but those whose grace is over. */
    private Deque<Long> missing(AttendeeKey key, int count, long now, long grace, LongPredicate room) {
        Deque<Long> since = missing.get(key);
        if (since == null) {
            if (count <= 0) {
                return NOBODY;
            }
            since = new ArrayDeque<>(count);
        }
        while (since.size() > Math.max(0, count)) {
            since.removeLast(); // who vanished last is taken for the one who is back
        }
        while (since.size() < count) {
            since.addLast(now);
        }
        while (!since.isEmpty() && now - since.peekFirst() >= grace) {
            since.removeFirst();
        }
        if (!since.isEmpty() && !room.test(AnswerWeight.of(key, since.size()))) {
            since.clear();
        }
        return since;
    }

    private boolean isAsBefore(Map<AttendeeKey, Integer> totals) {
        boolean same = totals.size() == present.size();
        Iterator<Map.Entry<AttendeeKey, Integer>> others = present.entrySet().iterator();
        Iterator<Map.Entry<AttendeeKey, Integer>> each = totals.entrySet().iterator();
        while (same && each.hasNext()) {
            same = each.next().equals(others.next()); // in the same order
        }
        return same;
    }
}
