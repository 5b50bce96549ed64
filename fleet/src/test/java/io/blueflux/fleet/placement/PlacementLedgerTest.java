// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static io.blueflux.fleet.placement.Bench.NOW;
import static io.blueflux.fleet.placement.PlacementHints.NONE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a process placed is neither forgotten nor counted twice. */
class PlacementLedgerTest {
    private final Bench bench = new Bench(2);
    private final Meeting seen = Rooms.meeting("m", NOW, 0, null);

    @Test
    void anAnswerThatWasBegunBeforeCreateWasAnsweredTakesNothingAway() {
        Reservation reservation = reserve(NOW);
        bench.answers("s0", NOW + 500);
        assertThat(bench.load("s0", NOW)).isEqualTo(25);

        bench.ledger.created(
                reservation, CountedMeeting.placed(bench.rules, "m", "m-" + NOW, 0, null, NOW), NOW + 1_000);
        bench.answers("s0", NOW + 1_000);
        assertThat(bench.load("s0", NOW)).isEqualTo(25);

        bench.answers("s0", NOW + 1_001);
        assertThat(bench.load("s0", NOW)).isZero();
    }

    @Test
    void aMeetingThatIsSeenCountsOnce() {
        Reservation reservation = reserve(NOW);
        bench.answers("s0", NOW, seen);
        assertThat(bench.load("s0", NOW)).isEqualTo(25);
        assertThat(bench.ledger.book("s0").meetings()).isEqualTo(1);

        bench.ledger.created(reservation, CountedMeeting.placed(bench.rules, "m", "m-" + NOW, 0, null, NOW), NOW);
        assertThat(bench.load("s0", NOW)).isEqualTo(25);
        bench.answers("s0", NOW + 1, seen);
        assertThat(bench.load("s0", NOW)).isEqualTo(25);
        assertThat(bench.ledger.book("s0").reservations()).isEmpty();
    }

    @Test
    void theMeetingBeforeOfTheSameIdIsAnother() {
        bench.placed("s0", "m", NONE, NOW);
        bench.answers("s0", NOW, Rooms.meeting("m", NOW - 7_200_000, 10, null));

        assertThat(bench.load("s0", NOW)).isEqualTo(15 + 25);
    }

    @Test
    void anAnswerThatComesLateButWasBegunEarlierIsNoNews() {
        bench.placed("s0", "m", NONE, NOW);
        bench.answers("s0", NOW + 10, seen);
        bench.answers("s0", NOW + 5);

        assertThat(bench.load("s0", NOW)).isEqualTo(25);
    }

    @Test
    void whatWasSurelyNotCreatedIsReleased() {
        Reservation reservation = reserve(NOW);
        bench.ledger.released(reservation);

        assertThat(bench.load("s0", NOW)).isZero();
    }

    @Test
    void aDoubtIsKeptUntilAnAnswerThatWasBegunAfterIt() {
        Reservation reservation = reserve(NOW);
        bench.ledger.doubted(reservation, NOW + 600_000);
        bench.answers("s0", NOW + 600_000);
        assertThat(bench.unseen("m")).hasSize(1);

        bench.answers("s0", NOW + 600_001);
        assertThat(bench.unseen("m")).isEmpty();
    }

    @Test
    void whereAMeetingWasPlacedIsKnownUntilItIsSeen() {
        bench.placed("s0", "m", NONE, NOW);
        assertThat(bench.unseen("m")).extracting(Reservation::server).containsExactly("s0");
        assertThat(bench.unseen("other")).isEmpty();

        bench.answers("s0", NOW, seen);
        assertThat(bench.unseen("m")).isEmpty();
    }

    @Test
    void meetingsOfOthersCanBeRemembered() {
        bench.ledger.remember("s1", CountedMeeting.placed(bench.rules, "m", null, 0, 40, NOW), NOW);
        assertThat(bench.load("s1", NOW)).isEqualTo(45);

        bench.answers("s1", NOW, seen);
        assertThat(bench.load("s1", NOW)).isEqualTo(45); // once, and with the hint
    }

    @Test
    void serversThatLeftAreForgotten() {
        bench.placed("s0", "m", NONE, NOW);
        bench.placed("s1", "n", NONE, NOW);
        bench.ledger.retain(List.of("s1"));

        assertThat(bench.ledger.book("s0")).isEqualTo(SiteBook.EMPTY);
        assertThat(bench.load("s1", NOW)).isEqualTo(25);
    }

    @Test
    void reservationsOfAServerThatNeverAnswersAreBounded() {
        for (int i = 0; i < PlacementLedger.MOST + 10; i++) {
            bench.placed("s0", "m" + i, NONE, NOW);
        }

        assertThat(bench.ledger.book("s0").reservations()).hasSize(PlacementLedger.MOST);
        assertThat(bench.unseen("m9")).isEmpty();
        assertThat(bench.unseen("m10")).hasSize(1);
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Reservation>> creates = IntStream.range(0, PlacementLedger.MOST)
                    .<Callable<Reservation>>mapToObj(i -> () -> bench.placed("s0", "m" + i, NONE, NOW))
                    .toList();
            for (Future<Reservation> each : threads.invokeAll(creates)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(bench.ledger.book("s0").unseen()).hasSize(PlacementLedger.MOST);
        assertThat(bench.load("s0", NOW)).isEqualTo(25.0 * PlacementLedger.MOST);
    }

    @Test
    void twoFailedCreatesInARowKeepNewMeetingsAway() {
        fail(NOW);
        assertThat(isAway(NOW)).isFalse();
        bench.placed("s0", "m", NONE, NOW); // one that succeeds between them
        fail(NOW);
        assertThat(isAway(NOW)).isFalse();

        fail(NOW);
        assertThat(isAway(NOW + 29_999)).isTrue();
        assertThat(isAway(NOW + 30_000)).isFalse();
    }

    @Test
    void afterThePauseOneIsTriedAndTheNextPauseIsTwiceAsLongUpToFiveMinutes() {
        long now = NOW;
        fail(now);
        fail(now);
        for (long pause : new long[] {30, 60, 120, 240, 300, 300}) {
            assertThat(isAway(now + pause * 1_000 - 1)).as("before %s s", pause).isTrue();
            now += pause * 1_000;
            assertThat(isAway(now)).as("after %s s", pause).isFalse();
            reserve(now);
            assertThat(isAway(now)).as("while it is tried").isTrue();
            assertThat(tryToReserve(now)).isNull();
            now += 100;
            bench.ledger.failed("s0", now - 100, now);
        }
        now += 300_000;
        bench.ledger.created(reserve(now), CountedMeeting.placed(bench.rules, "m", "m-1", 0, null, now), now);
        assertThat(bench.ledger.book("s0").penalty()).isEqualTo(CreatePenalty.NONE);
    }

    @Test
    void createsThatWereUnderWayWhenThePauseBeganMakeItNoLonger() {
        for (int i = 0; i < 50; i++) {
            bench.ledger.failed("s0", NOW, NOW + 1 + i);
        }

        assertThat(isAway(NOW + 2 + 29_999)).isTrue();
        assertThat(isAway(NOW + 2 + 30_000)).isFalse();
    }

    private void fail(long now) {
        bench.ledger.failed("s0", now, now);
    }

    private Reservation reserve(long now) {
        return requireNonNull(tryToReserve(now));
    }

    private @Nullable Reservation tryToReserve(long now) {
        return bench.ledger.reserve("s0", bench.wanted("m", NONE).meeting(), now);
    }

    private boolean isAway(long now) {
        return bench.ledger.book("s0").penalty().isOn(now);
    }
}
