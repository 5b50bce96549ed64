// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is set counts from then on. */
class FleetNowTest {
    private static final BbbServer ONE = Scripted.server("one");

    private final VirtualTime time = new VirtualTime();
    private final List<Long> starts = new ArrayList<>();
    private Function<BbbServer, Flux<Meeting>> script = server -> Flux.just(Meetings.meeting("m"));

    @Test
    void aReplacedPlanCountsFromNowOn() {
        BbbFleet fleet = fleet();
        fleet.add(new FleetServer(ONE, every(60)));
        time.advanceMillis(200);
        starts.clear();
        fleet.replace(new FleetServer(ONE, every(1)));
        assertThat(pollsIn(10_100)).isBetween(9, 11);
        time.advance(Duration.ofSeconds(90));
        fleet.replace(new FleetServer(ONE, every(60)));
        assertThat(pollsIn(600_000)).isBetween(10, 11);
    }

    @Test
    void aPlanReplacedWhileAPollIsInFlightCountsAfterIt() {
        script = server -> Flux.just(Meetings.meeting("m")).delaySubscription(Duration.ofSeconds(2), time.scheduler());
        BbbFleet fleet = fleet();
        fleet.add(new FleetServer(ONE, every(60)));
        while (starts.isEmpty()) {
            time.advanceMillis(500);
        }
        fleet.replace(new FleetServer(ONE, every(1)));
        assertThat(pollsIn(20_000)).isBetween(6, 10);
    }

    @Test
    void plansThatAreReplacedAllAtOnceLeaveThePollsSpread() {
        BbbFleet fleet = fleet();
        fleet.replaceAll(members(1_000, every(60)));
        time.advance(Duration.ofSeconds(90));
        starts.clear();
        long now = time.nanos();
        fleet.replaceAll(members(1_000, every(1)));
        time.advanceMillis(1_100);
        assertThat(starts).hasSizeBetween(1_000, 1_100);
        int[] tenths = new int[12];
        starts.forEach(start -> tenths[(int) ((start - now) / 100_000_000)]++);
        assertThat(IntStream.of(tenths).max().orElseThrow()).isLessThan(160);
    }

    @Test
    void serversThatAreSetAgainAsTheyAreKeepTheirRhythm() {
        BbbFleet fleet = fleet();
        fleet.replaceAll(members(20, every(1)));
        time.advance(Duration.ofSeconds(2));
        starts.clear();
        for (int i = 0; i < 100; i++) {
            fleet.replaceAll(members(20, every(1)));
            time.advanceMillis(100);
        }
        assertThat(starts).hasSizeBetween(180, 220);
    }

    @Test
    void aPlanThatIsReplacedAgainAndAgainDoesNotPutOffThePolls() {
        BbbFleet fleet = fleet();
        fleet.add(new FleetServer(ONE, every(1)));
        for (int i = 0; i < 100; i++) {
            fleet.replace(new FleetServer(ONE, every(1 + i % 2)));
            time.advanceMillis(100);
        }
        assertThat(starts).hasSizeBetween(4, 21);
    }

    @Test
    void aNewSecretOfAServerThatIsDownIsTriedWithinAnInterval() {
        script = server -> server.equals(ONE)
                ? Flux.error(new HttpStatusException(new CallSite("one", "getMeetings"), 401, ""))
                : Flux.just(Meetings.meeting("m"));
        BbbFleet fleet = fleet();
        fleet.add(new FleetServer(ONE, every(1)));
        time.advance(Duration.ofMinutes(10));
        assertThat(fleet.totals().serversIn(ServerState.DOWN)).isOne();
        starts.clear();
        fleet.replace(new FleetServer(ONE.withSecret(SharedSecret.of("another")), every(1)));
        time.advanceMillis(1_100);
        assertThat(starts).isNotEmpty();
        assertThat(fleet.totals().serversIn(ServerState.DOWN)).isZero();
    }

    @Test
    void aServerThatIsResumedWhileItsDrainEndsStays() {
        List<Meeting> meetings = new ArrayList<>(List.of(Meetings.meeting("m")));
        script = server -> Flux.fromIterable(List.copyOf(meetings));
        BbbFleet fleet = fleet();
        fleet.add(new FleetServer(ONE, every(1)));
        time.advance(Duration.ofSeconds(2));
        fleet.drain("one");
        meetings.clear();
        fleet.events()
                .filter(event -> event instanceof FleetEvent.MeetingEnded)
                .subscribe(event -> fleet.resume("one"));
        time.advance(Duration.ofSeconds(5));
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("one");
        fleet.drain("one");
        time.advance(Duration.ofSeconds(2));
        assertThat(fleet.snapshot().servers()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.resume("one"));
        assertThat(fleet.remove("one")).isFalse();
    }

    @Test
    void theTotalsAreThoseOfTheSnapshot() {
        script = server ->
                Math.floorMod(time.nanos() / 1_000_000_000 + server.name().hashCode(), 3) == 0
                        ? Flux.error(new HttpStatusException(new CallSite("one", "getMeetings"), 502, ""))
                        : Flux.range(0, (int) (time.nanos() / 1_000_000_000 % 4))
                                .map(i -> Meetings.meeting("m" + i, Meetings.attendee("a" + i)));
        BbbFleet fleet = fleet();
        for (int i = 0; i < 60; i++) {
            fleet.replaceAll(members(20 + i % 7, every(1)));
            time.advanceMillis(700);
            FleetSnapshot snapshot = fleet.snapshot();
            FleetCounts counts = FleetCounts.NONE;
            for (ServerView view : snapshot.servers().values()) {
                counts = counts.plus(view.counts());
            }
            assertThat(fleet.totals())
                    .isEqualTo(new FleetTotals(counts, snapshot.unknownMeetings(), snapshot.states()));
            assertThat(snapshot.totals()).isEqualTo(counts);
        }
    }

    @Test
    void aStopAfterTheDisposalCompletes() {
        BbbFleet fleet = fleet();
        fleet.add(new FleetServer(ONE, every(1)));
        time.advance(Duration.ofSeconds(2));
        fleet.disposeLater().block(Duration.ofSeconds(5));
        fleet.stop().block(Duration.ofSeconds(5));
        fleet.stop().block(Duration.ofSeconds(5));
    }

    private int pollsIn(long millis) {
        starts.clear();
        time.advanceMillis(millis);
        return starts.size();
    }

    private static List<FleetServer> members(int count, PollPlan plan) {
        return IntStream.range(0, count)
                .mapToObj(i -> new FleetServer(Scripted.server("bbb" + i), plan))
                .toList();
    }

    private static PollPlan every(int seconds) {
        return PollPlan.of(PollSchedule.every(Duration.ofSeconds(seconds))).withVersionEvery(0);
    }

    private BbbFleet fleet() {
        return time.fleet(every(1), new Scripted(server -> {
                    starts.add(time.nanos());
                    return script.apply(server);
                }))
                .maxInFlight(5_000)
                .build()
                .start();
    }
}
