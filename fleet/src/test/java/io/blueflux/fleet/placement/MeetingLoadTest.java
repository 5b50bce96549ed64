// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static io.blueflux.fleet.placement.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What a meeting counts, and what becomes of an expectation. */
class MeetingLoadTest {
    private static final long MINUTE = 60_000;

    private final Bench bench = new Bench(1);

    @ParameterizedTest
    @CsvSource({"0,,25", "10,,15", "20,,5", "90,,5", "0,80,85", "10,80,45", "0,500,205", "15,500,55"})
    void whatIsExpectedMeltsWithinTwentyMinutes(long age, Integer hint, double load) {
        bench.answers("s0", NOW, Rooms.meeting("m", NOW - age * MINUTE, 0, hint));

        assertThat(bench.load("s0", NOW)).isCloseTo(load, within(1e-9));
    }

    @Test
    void thoseWhoAreThereTakeThePlaceOfThoseExpected() {
        bench.answers("s0", NOW, Rooms.meeting("m", NOW - 10 * MINUTE, 39, 80));
        assertThat(bench.load("s0", NOW)).isEqualTo(45);

        bench.answers("s0", NOW, Rooms.meeting("m", NOW - 10 * MINUTE, 41, 80));
        assertThat(bench.load("s0", NOW)).isEqualTo(46);
    }

    @Test
    void halfOfVoiceAndVideoCountsAndNothingBelowZeroDoes() {
        Meeting meeting = Rooms.meeting("m", NOW, 30, 10);
        bench.answers("s0", NOW, Rooms.with(meeting, new Meeting.Counts(30, 0, 7, 4, 0, 0)));
        assertThat(bench.load("s0", NOW)).isEqualTo(5 + 30 + 3.5 + 2);

        bench.answers("s0", NOW, Rooms.with(meeting, new Meeting.Counts(-30, 0, -7, -4, 0, -1)));
        assertThat(bench.load("s0", NOW)).isEqualTo(5 + 10);

        bench.answers("s0", NOW, Rooms.with(meeting, new Meeting.Counts(null, null, null, null, null, null)));
        assertThat(bench.load("s0", NOW)).isEqualTo(5 + 10);
    }

    @Test
    void maxParticipantsBoundWhatIsExpectedAndAreNeverExpected() {
        Meeting.Counts most8 = new Meeting.Counts(0, 0, 0, 0, 0, 8);
        Meeting.Counts most500 = new Meeting.Counts(0, 0, 0, 0, 0, 500);
        bench.answers("s0", NOW, Rooms.with(Rooms.meeting("m", NOW, 0, 100), most8));
        assertThat(bench.load("s0", NOW)).isEqualTo(13);

        bench.answers("s0", NOW, Rooms.with(Rooms.meeting("n", NOW, 0, null), most500));
        assertThat(bench.load("s0", NOW)).isEqualTo(25);

        assertThat(NewMeeting.of(bench.rules, "m", PlacementHints.expecting(30), 12, NOW)
                        .meeting()
                        .expectation())
                .isEqualTo(12);
    }

    @Test
    void breakoutRoomsCountTheirParticipantsAlone() {
        bench.answers("s0", NOW, Rooms.breakout(Rooms.meeting("m", NOW, 4, 50)));

        assertThat(bench.load("s0", NOW)).isEqualTo(4);
        assertThat(bench.ledger.book("s0").meetings()).isZero();
        assertThat(bench.ledger.book("s0").participants(NOW)).isZero();
    }

    @Test
    void meetingsThatEndedCountNothing() {
        bench.answers("s0", NOW, Rooms.ended(Rooms.meeting("m", NOW, 4, null)));

        assertThat(bench.load("s0", NOW)).isZero();
    }

    @Test
    void aMeetingThatIsListedTwiceCountsOnce() {
        Meeting meeting = Rooms.meeting("m", NOW, 4, null);
        bench.answers("s0", NOW, meeting, meeting);

        assertThat(bench.load("s0", NOW)).isEqualTo(25);
    }

    /** createTime is the server's clock: one that is an hour behind would make every meeting look old, and one ahead young. */
    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, -1_000, 0, 1_000, 3_600_000})
    void agesAreByTheServersOwnClock(long ahead) {
        Meeting meeting = Rooms.meeting("m", NOW - 10 * MINUTE + ahead, 0, null);
        bench.ledger.answered(
                "s0", SiteAnswer.of(bench.rules, List.of(meeting), NOW, NOW, Instant.ofEpochMilli(NOW + ahead)));

        assertThat(bench.load("s0", NOW)).isEqualTo(15);
    }

    @Test
    void aClockThatIsAheadAndNotToldMakesNoMeetingYoungerThanItWasSeen() {
        Meeting meeting = Rooms.meeting("m", NOW + 60 * MINUTE, 0, null);
        for (int i = 0; i <= 20; i++) {
            long now = NOW + i * MINUTE;
            bench.ledger.answered("s0", SiteAnswer.of(bench.rules, List.of(meeting), now, now, null));
            assertThat(bench.load("s0", now)).isCloseTo(25 - i, within(1e-9));
        }
    }

    @Test
    void nothingIsExpectedOfAMeetingOfUnknownAge() {
        bench.answers("s0", NOW, Rooms.meeting("m", "m-1", null, 3, 100));

        assertThat(bench.load("s0", NOW)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "0", "many", "1.5", "99999999999", "٣"})
    void aHintThatIsNoneLeavesTheUsualExpectation(String text) {
        Meeting meeting = new Meeting(
                "m",
                "m-1",
                null,
                new Meeting.Times(Instant.ofEpochMilli(NOW), null, null, null, null),
                new Meeting.State(null, null, null, null, null),
                new Meeting.Counts(0, 0, 0, 0, 0, 0),
                new Meeting.Access(null, null, null, null),
                List.of(),
                Map.of("bbb-meeting-size-hint", text),
                null,
                List.of(),
                List.of());
        bench.answers("s0", NOW, meeting);

        assertThat(bench.load("s0", NOW)).isEqualTo(25);
    }

    @Test
    void aHintIsKeptWhereALaterPollLacksTheMetadata() {
        bench.answers("s0", NOW, Rooms.meeting("m", NOW, 0, 100));
        bench.answers("s0", NOW + 1_000, Rooms.meeting("m", NOW, 0, null));

        assertThat(bench.load("s0", NOW)).isEqualTo(105);
    }

    @Test
    void theHintOfOnesOwnMeetingIsKnownToPollsWithoutMetadata() {
        bench.placed("s0", "m", PlacementHints.expecting(100), NOW);
        bench.answers("s0", NOW + 1_000, Rooms.meeting("m", NOW, 0, null));

        assertThat(bench.ledger.book("s0").reservations()).isEmpty();
        assertThat(bench.load("s0", NOW)).isEqualTo(105);
        CreateRequest request = CreateRequest.builder("m-1", "name").build();
        assertThat(bench.wanted("m", PlacementHints.expecting(100))
                        .request(request)
                        .parameters()
                        .asMap())
                .containsEntry("meta_bbb-meeting-size-hint", "100");
    }

    /** A reservation of one against a load of fifteen was worth nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1, 1_000})
    void reservationsHaveTheUnitOfTheLoad(double unit) {
        Bench scaled = new Bench(
                PlacementRules.LEAST_LOAD.withLoad(
                        (meeting, participants) -> unit * MeetingLoad.DEFAULT.of(meeting, participants)),
                22);
        Bench plain = new Bench(22);
        for (int i = 0; i < 200; i++) {
            String id = "room-" + i;
            assertThat(scaled.chosen(id)).isEqualTo(plain.chosen(id));
            scaled.placed(scaled.chosen(id), id, PlacementHints.NONE, NOW);
            plain.placed(plain.chosen(id), id, PlacementHints.NONE, NOW);
        }
    }

    @Test
    void whatWasPlacedCountsAsMuchAsWhenItIsSeenEmpty() {
        bench.placed("s0", "m", PlacementHints.expecting(70), NOW);
        double reserved = bench.load("s0", NOW + 3 * MINUTE);
        bench.answers("s0", NOW + 3 * MINUTE, Rooms.meeting("m", NOW, 0, 70));

        assertThat(bench.load("s0", NOW + 3 * MINUTE)).isEqualTo(reserved);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.NEGATIVE_INFINITY, 404})
    void aLoadThatIsNoneNeverWinsAndIsToldOnce(double result) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(MeetingPlacement.class);
        log.addAppender(lines);
        log.setAdditive(false);
        lines.start();
        try {
            Bench odd = new Bench(
                    PlacementRules.LEAST_LOAD.withLoad((meeting, participants) -> {
                        if ("odd".equals(meeting.meetingId())) {
                            if (result == 404) {
                                throw new IllegalStateException("not found");
                            }
                            return result;
                        }
                        return participants;
                    }),
                    3);
            odd.answers(
                    "s0", NOW, Rooms.meeting("odd", NOW - Duration.ofHours(1).toMillis(), 1, null));
            odd.answers("s1", NOW, Rooms.meeting("big", NOW, 1_000_000, null));
            odd.change("s2", server -> server.withMaxMeetings(1));
            odd.answers("s2", NOW, Rooms.meeting("other", NOW, 0, null));

            for (int i = 0; i < 50; i++) {
                assertThat(odd.chosen("room-" + i)).isEqualTo("s1");
            }
            assertThat(odd.load("s0", NOW)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(odd.chosen("odd")).isIn("s0", "s1");
            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .singleElement()
                    .asString()
                    .startsWith("the load function of the placement ");
        } finally {
            log.detachAppender(lines);
            log.setAdditive(true);
        }
    }
}
