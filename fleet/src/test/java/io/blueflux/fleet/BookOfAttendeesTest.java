// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BookOfAttendeesTest {
    private static final int PAIRS = 15;

    /** Without an order a map compares each of these with all others, and this test does not end in time. */
    @Test
    void idsWhoseHashesAreTheSameAreToldApartQuickly() {
        List<Attendee> listed = IntStream.range(0, 1 << PAIRS)
                .mapToObj(i -> Meetings.attendee(collidingId(i)))
                .map(one -> new Attendee(
                        one.userId(), null, one.role(), null, null, null, null, null, one.customdata(), List.of()))
                .toList();
        BookOfAttendees ledger = new BookOfAttendees(Map.of());
        for (int poll = 0; poll < 3; poll++) {
            assertThat(ledger.update(listed, poll, 1, bytes -> true)).hasSize(1 << PAIRS);
        }
    }

    @Test
    void whoIsMissingHasLeftAtOnceWhereThereIsNoRoom() {
        BookOfAttendees ledger = new BookOfAttendees(Map.of());
        List<Attendee> both = List.of(Meetings.attendee("a"), Meetings.attendee("b"));
        assertThat(ledger.update(both, 0, 10, bytes -> false)).hasSize(2);
        assertThat(ledger.update(both.subList(0, 1), 1, 10, bytes -> bytes > 300))
                .hasSize(2);
        assertThat(ledger.update(both.subList(0, 1), 2, 10, bytes -> false)).hasSize(1);
    }

    @Test
    void whileNobodyComesOrGoesThereIsNothingNewToKeep() {
        BookOfAttendees ledger = new BookOfAttendees(Map.of());
        List<Attendee> both = List.of(Meetings.attendee("a"), Meetings.attendee("b"));
        Map<AttendeeKey, Integer> first = ledger.update(both, 0, 10, bytes -> true);
        assertThat(ledger.update(List.of(Meetings.attendee("b"), Meetings.attendee("a")), 1, 10, bytes -> true))
                .isSameAs(first);
        assertThat(ledger.update(both.subList(0, 1), 2, 10, bytes -> true)).isSameAs(first);
        assertThat(ledger.update(both, 3, 10, bytes -> true)).isSameAs(first);
        assertThat(ledger.update(both.subList(1, 2), 4, 0, bytes -> true)).hasSize(1);
        assertThat(first).hasSize(2);
    }

    @Test
    void ofSeveralAlikeWhoIsMissingLongestLeavesFirst() {
        BookOfAttendees ledger = new BookOfAttendees(Map.of());
        Attendee one = Meetings.attendee("a");
        AttendeeKey key = AttendeeKey.of(one);
        ledger.update(List.of(one, one, one), 0, 10, bytes -> true);
        assertThat(ledger.update(List.of(one, one), 1, 10, bytes -> true)).containsEntry(key, 3);
        assertThat(ledger.update(List.of(one), 5, 10, bytes -> true)).containsEntry(key, 3);
        assertThat(ledger.update(List.of(one, one), 6, 10, bytes -> true)).containsEntry(key, 3); // of 5
        assertThat(ledger.update(List.of(one, one), 11, 10, bytes -> true)).containsEntry(key, 2);
        assertThat(ledger.update(List.of(), 12, 10, bytes -> true)).containsEntry(key, 2);
        assertThat(ledger.update(List.of(), 22, 10, bytes -> true)).isEmpty();
    }

    @Test
    void keysAreOrderedByIdThenNameThenRole() {
        AttendeeKey nobody = new AttendeeKey(null, null, null);
        AttendeeKey named = new AttendeeKey("a", "A", null);
        AttendeeKey moderator = new AttendeeKey("a", "A", AttendeeRole.MODERATOR);
        AttendeeKey viewer = new AttendeeKey("a", "A", AttendeeRole.VIEWER);
        AttendeeKey renamed = new AttendeeKey("a", "B", AttendeeRole.MODERATOR);
        AttendeeKey other = new AttendeeKey("b", null, null);
        List<AttendeeKey> ordered = List.of(nobody, named, moderator, viewer, renamed, other);
        assertThat(new TreeSet<>(List.of(other, viewer, nobody, renamed, moderator, named)))
                .containsExactlyElementsOf(ordered);
        assertThat(viewer).isEqualByComparingTo(new AttendeeKey("a", "A", AttendeeRole.of("VIEWER")));
    }

    private static String collidingId(int number) {
        StringBuilder id = new StringBuilder();
        for (int pair = 0; pair < PAIRS; pair++) {
            id.append((number >> pair & 1) == 0 ? "Aa" : "BB");
        }
        return id.toString();
    }
}
