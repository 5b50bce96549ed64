// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static io.blueflux.fleet.Meetings.attendee;
import static io.blueflux.fleet.Meetings.meeting;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookOfMeetingsTest {
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofSeconds(1)));

    private final BookOfMeetings book = new BookOfMeetings(ServerView.fresh("bbb1", Instant.EPOCH));

    @Test
    void whoIsBackWithinTheGraceHasNotLeft() {
        answer(0, meeting("m", attendee("a"), attendee("b")));
        assertThat(here(answer(1, meeting("m", attendee("b"))))).isEqualTo(2);
        assertThat(here(answer(10, meeting("m", attendee("b"))))).isEqualTo(2);
        assertThat(here(answer(10, meeting("m", attendee("a"), attendee("b"))))).isEqualTo(2);
        assertThat(here(answer(19, meeting("m", attendee("b"))))).isEqualTo(2);
        assertThat(here(answer(29, meeting("m", attendee("b"))))).isEqualTo(1);
    }

    @Test
    void equalAttendeesAreCounted() {
        answer(0, meeting("m", attendee("a"), attendee("a"), attendee("a")));
        assertThat(here(answer(1, meeting("m", attendee("a"))))).isEqualTo(3);
        assertThat(here(answer(2, meeting("m", attendee("a"), attendee("a"))))).isEqualTo(3);
        assertThat(here(answer(11, meeting("m", attendee("a"), attendee("a"))))).isEqualTo(2);
    }

    @Test
    void anotherRoleIsAnotherAttendee() {
        answer(0, meeting("m", attendee("a")));
        FleetMeeting promoted =
                answer(1, meeting("m", attendee("a", AttendeeRole.MODERATOR))).get("m");
        assertThat(requireNonNull(promoted).attendees()).hasSize(2);
    }

    @Test
    void whoHasJoinedOnceStartedTheMeeting() {
        assertThat(requireNonNull(answer(0, meeting("m")).get("m")).started()).isFalse();
        assertThat(requireNonNull(answer(1, meeting("m", attendee("a"))).get("m"))
                        .started())
                .isTrue();
        assertThat(requireNonNull(answer(2, meeting("m")).get("m")).started()).isTrue();
    }

    @Test
    void meetingsThatAreListedAfterTheirEndAreLeftOut() {
        Meeting over = meeting("m");
        assertThat(answer(0, Meetings.ended(over, Instant.EPOCH, false))).isEmpty();
        assertThat(answer(0, Meetings.ended(over, null, true))).isEmpty();
        assertThat(answer(0, over)).hasSize(1);
    }

    @Test
    void theInternalIdTellsMeetingsApart() {
        Meeting first = Meetings.meeting("i1", "room", false, false, List.of());
        Meeting second = Meetings.meeting("i2", "room", false, false, List.of());
        assertThat(answer(0, first)).containsOnlyKeys("i1");
        assertThat(answer(1, second)).containsOnlyKeys("i2");
        assertThat(answer(2, Meetings.meeting(null, "room", false, false, List.of())))
                .containsOnlyKeys("room");
        assertThat(answer(3, Meetings.meeting(null, null, false, false, List.of())))
                .isEmpty();
        assertThat(answer(4, first, first)).hasSize(1);
    }

    @Test
    void countersHaveNoAttendees() {
        PollPlan counters = PLAN.withDepth(PollDepth.COUNTERS);
        Map<String, FleetMeeting> meetings =
                book.update(List.of(meeting("m", attendee("a"))), counters, Instant.EPOCH, 0, bytes -> true);
        assertThat(requireNonNull(meetings.get("m")).attendees()).isEmpty();
    }

    @Test
    void whoLeftWhileAttendeesWereNotReadHasLeftWhenTheyAreReadAgain() {
        answer(0, meeting("m", attendee("a")));
        book.update(
                List.of(meeting("m")), PLAN.withDepth(PollDepth.COUNTERS), Instant.EPOCH, seconds(1), bytes -> true);
        assertThat(here(answer(2, meeting("m")))).isEqualTo(1);
        assertThat(here(answer(30, meeting("m")))).isZero();
    }

    @Test
    void whoIsMissingLeavesThoughTheAnswersAreTheSame() {
        answer(0, meeting("m", attendee("a"), attendee("b")));
        assertThat(here(answer(1, meeting("m", attendee("b"))))).isEqualTo(2);
        assertThat(here(answer(2, meeting("m", attendee("b"))))).isEqualTo(2);
        assertThat(here(answer(30, meeting("m", attendee("b"))))).isEqualTo(1);
    }

    @Test
    void aMeetingThatStaysIsTheSameObject() {
        FleetMeeting first =
                requireNonNull(answer(0, meeting("m", attendee("a"))).get("m"));
        assertThat(answer(1, meeting("m", attendee("a"))).get("m")).isSameAs(first);
    }

    @Test
    void meetingsAreStartingForAMinuteAfterANewOneCame() {
        answer(0, meeting("old"));
        assertThat(book.isStarting(seconds(0))).isFalse();
        answer(10, meeting("old"), meeting("new"));
        assertThat(book.isStarting(seconds(69))).isTrue();
        assertThat(book.isStarting(seconds(70))).isFalse();
    }

    private Map<String, FleetMeeting> answer(long second, Meeting... listed) {
        return book.update(List.of(listed), PLAN, Instant.ofEpochSecond(second), seconds(second), bytes -> true);
    }

    private static int here(Map<String, FleetMeeting> meetings) {
        return requireNonNull(meetings.get("m")).attendees().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static long seconds(long number) {
        return Duration.ofSeconds(number).toNanos();
    }
}
