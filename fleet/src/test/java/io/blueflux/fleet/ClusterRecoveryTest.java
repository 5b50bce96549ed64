// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** What a cluster makes good: words that are lost, members that are deaf, changes in the middle of a move. */
class ClusterRecoveryTest extends ClusterFixture {
    @Test
    void everyServerIsPolledThoughAMemberIsDeafWhileAnotherIsRestarted() {
        three();
        requireNonNull(nodes.get("p0")).seesNothing = true;
        requireNonNull(nodes.get("p0")).hearsNothing = true; // so the engine cannot move a part to who comes
        grid.pending = "p3";
        requireNonNull(fleetsByName.get("p2")).stop().subscribe();
        time.advance(Duration.ofSeconds(7));
        fleet("p3", SERVERS);
        time.advance(Duration.ofSeconds(7));
        polls.clear();
        time.advance(Duration.ofSeconds(30));
        Map<String, Long> shares = new TreeMap<>();
        polls.values()
                .forEach(its ->
                        its.stream().map(Poll::from).distinct().forEach(from -> shares.merge(from, 1L, Long::sum)));
        assertThat(polls.size()).as("polled by anybody; shares " + shares).isEqualTo(SERVERS);
    }

    /** As on threads: the roster has a server before the desk knows. */
    @Test
    void whatIsKnownOfServersThatNobodyHasAnyMoreIsForgotten() throws Exception {
        BbbFleet first = fleet("p0", 3);
        BbbFleet second = fleet("p1", 3);
        time.advance(Duration.ofSeconds(3));
        for (int i = 0; i < 50; i++) {
            FleetServer passing = FleetServer.of(Scripted.server("passing" + i));
            first.add(passing);
            second.add(passing);
            time.advance(Duration.ofSeconds(3));
            first.remove(passing.name());
            second.remove(passing.name());
        }
        time.advance(Duration.ofHours(1));
        Field roster = first.getClass().getDeclaredField("roster");
        roster.setAccessible(true);
        Field desk = Roster.class.getDeclaredField("desk");
        desk.setAccessible(true);
        Field lines = ClusterDesk.class.getDeclaredField("lines");
        lines.setAccessible(true);
        Field subjects = ClusterLines.class.getDeclaredField("subjects");
        subjects.setAccessible(true);
        assertThat(((Map<?, ?>) subjects.get(lines.get(desk.get(roster.get(first))))).size())
                .isLessThan(10);
    }

    @Test
    void twoMarksThatAreSetAtOnceByTwoMembersBothHold() {
        List<BbbFleet> fleets = three();
        meetings.put("s7", List.of(Meetings.meeting("m")));
        time.advance(Duration.ofSeconds(2));
        fleets.get(0).cordon("s7");
        fleets.get(1).drain("s7");
        time.advance(Duration.ofSeconds(2));
        fleets.forEach(fleet -> {
            assertThat(view(fleet, "s7").cordoned()).as("cordoned").isTrue();
            assertThat(view(fleet, "s7").draining()).as("draining").isTrue();
        });
    }

    @Test
    void aServerIsCordonedEverywhereThoughItHasJustBeenAdded() {
        List<BbbFleet> fleets = three();
        FleetServer added = FleetServer.of(Scripted.server("new"));
        fleets.get(1).add(added);
        fleets.get(2).add(added);
        time.advance(Duration.ofSeconds(3));
        fleets.get(0).add(added);
        fleets.get(0).cordon("new");
        time.advance(Duration.ofSeconds(5));
        fleets.forEach(fleet -> assertThat(view(fleet, "new").cordoned()).isTrue());
    }

    @Test
    void aServerThatIsCordonedBeforeTheFleetHasJoinedIsCordonedEverywhere() {
        BbbFleet first = fleet("p0", SERVERS);
        time.advance(Duration.ofSeconds(5));
        BbbFleet second = fleet("p1", SERVERS);
        second.cordon("s7");
        time.advance(Duration.ofSeconds(5));
        assertThat(view(second, "s7").cordoned()).isTrue();
        assertThat(view(first, "s7").cordoned()).isTrue();
    }

    @Test
    void aServerThatWasDrainedAndIsAddedAgainStaysThoughTheOldWordIsToldAgain() {
        List<BbbFleet> fleets = three();
        fleets.get(0).drain("s7");
        time.advance(Duration.ofSeconds(5));
        fleets.forEach(fleet -> assertThat(fleet.snapshot().servers()).doesNotContainKey("s7"));
        fleets.forEach(fleet -> fleet.add(FleetServer.of(Scripted.server("s7"))));
        time.advance(Duration.ofSeconds(5));
        requireNonNull(nodes.get("p2")).cut(7);
        time.advance(Duration.ofSeconds(10));
        requireNonNull(nodes.get("p2")).heal();
        time.advance(Duration.ofSeconds(10));
        fleets.forEach(fleet -> assertThat(fleet.snapshot().servers().keySet()).contains("s7"));
    }

    @Test
    void aChangeThatTakesAWhileDoesNotUndoWhatTheClusterDecidedMeanwhile() throws Exception {
        BbbFleet first = fleet("p0", SERVERS);
        BbbFleet second = fleet("p1", SERVERS);
        time.advance(Duration.ofSeconds(5));
        String server = owned(second);
        whenAClientIsMade = () -> {
            whenAClientIsMade = () -> {};
            Thread other = new Thread(() -> {
                second.stop().subscribe();
                time.advance(Duration.ofSeconds(8));
            });
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        first.replace(FleetServer.of(BbbServer.of("http://" + server + ".example.org/bigbluebutton", "another")
                .withName(server)));
        time.advance(Duration.ofSeconds(2));
        polls.clear();
        time.advance(Duration.ofSeconds(60));
        assertThat(first.isPolledHere(server)).as("it says so").isTrue();
        assertThat(polls.getOrDefault(server, List.of()))
                .as("polls in a minute")
                .isNotEmpty();
    }

    @Test
    void aServerThatMovesAwayDuringAChangeIsNotPolledByTwoForGood() {
        BbbFleet first = fleet("p0", SERVERS);
        BbbFleet second = fleet("p1", SERVERS);
        time.advance(Duration.ofSeconds(5));
        second.stop().subscribe();
        time.advance(Duration.ofSeconds(8));
        Set<String> all = new TreeSet<>();
        first.servers().forEach(each -> all.add(each.name()));
        whenAClientIsMade = () -> {
            whenAClientIsMade = () -> {};
            Thread other = new Thread(() -> {
                second.start();
                time.advance(Duration.ofSeconds(5));
            });
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        first.replaceAll(all.stream() // all secrets change
                .map(name -> FleetServer.of(BbbServer.of("http://" + name + ".example.org/bigbluebutton", "another")
                        .withName(name)))
                .toList());
        time.advance(Duration.ofSeconds(2));
        polls.clear();
        time.advance(Duration.ofSeconds(30));
        assertThat(polls.size()).isEqualTo(SERVERS);
        assertThat(polls.entrySet().stream()
                        .filter(each -> each.getValue().stream()
                                        .map(Poll::from)
                                        .distinct()
                                        .count()
                                > 1)
                        .count())
                .as("polled by two")
                .isZero();
    }

    @Test
    void aReleaseThatIsLostIsToldAgain() {
        fleet("p0", SERVERS);
        time.advance(Duration.ofSeconds(5));
        grid.loses = word -> word instanceof ClusterWord.View view && view.released();
        BbbFleet second = fleet("p1", SERVERS);
        time.advance(Duration.ofMillis(700));
        grid.loses = word -> false;
        time.advance(Duration.ofSeconds(30));
        BbbFleet first = requireNonNull(fleetsByName.get("p0"));
        assertThat(first.cluster().polled() + second.cluster().polled()).isEqualTo(SERVERS);
    }

    @Test
    void whatAMemberLeavesIsPolledThoughSomeDoNotSeeThatItLeft() {
        List<BbbFleet> fleets = three();
        requireNonNull(nodes.get("p0")).seesNothing = true;
        requireNonNull(nodes.get("p2")).kill();
        time.advance(Duration.ofSeconds(10));
        polls.clear();
        time.advance(Duration.ofSeconds(30));
        assertThat(polls.size()).as("servers polled by anybody").isEqualTo(SERVERS);
        assertThat(fleets).isNotEmpty();
    }

    @Test
    void aMemberThatCouldNotJoinTriesAgainAndTellsNothingThatWasNotSo() {
        List<BbbFleet> fleets = three();
        String server = owned(fleets.get(0));
        meetings.put(server, List.of(Meetings.meeting("m", Meetings.attendee("here"))));
        AtomicInteger joins = new AtomicInteger();
        BbbFleet late = fleet(
                "p3",
                SERVERS,
                hearer -> joins.getAndIncrement() < 2
                        ? Mono.error(new IllegalStateException("nobody is there"))
                        : requireNonNull(nodes.get("p3")).join(hearer));
        time.advance(Duration.ofSeconds(60));
        assertThat(late.cluster().polled()).isEqualTo(SERVERS);
        meetings.put(server, List.of(Meetings.meeting("other", Meetings.attendee("there"))));
        time.advance(Duration.ofSeconds(20));
        events.clear();
        polls.clear();
        time.advance(Duration.ofSeconds(30));
        assertThat(joins).hasValue(3);
        assertThat(late.cluster().members()).isEqualTo(4);
        assertThat(late.cluster().polled()).isLessThan(SERVERS / 2);
        assertThat(events).isEmpty();
        assertThat(view(late, server)).isEqualTo(view(fleets.get(0), server));
        assertThat(longestGap()).isLessThan(1_600);
    }

    @Test
    void aFleetThatStopsWhileItJoinsLeavesNobodyBehind() {
        AtomicInteger left = new AtomicInteger();
        AtomicReference<MonoSink<ClusterLink>> sink = new AtomicReference<>();
        ClusterLink link = new ClusterLink() {
            @Override
            public String self() {
                return "me";
            }

            @Override
            public void tell(ClusterWord word) {}

            @Override
            public Mono<Void> leave() {
                return Mono.fromRunnable(left::incrementAndGet);
            }
        };
        BbbFleet fleet = fleet(
                "p9",
                3,
                hearer -> Mono.create(its -> {
                    sink.set(its);
                    its.onDispose(() -> {}); // emits just when it is cancelled
                }));
        time.advance(Duration.ofSeconds(1));
        fleet.stop().subscribe();
        requireNonNull(sink.get()).success(link); // the engine had it ready before it was cancelled
        time.advance(Duration.ofSeconds(20));
        assertThat(left).hasValue(1);
    }

    @Test
    void turnsGoOnAfterAnExecutorRefusedOnce() {
        AtomicBoolean refuses = new AtomicBoolean(true);
        HostTurns turns = new HostTurns(task -> {
            if (refuses.getAndSet(false)) {
                throw new RejectedExecutionException();
            }
            task.run();
        });
        List<String> taken = new ArrayList<>();
        try {
            turns.take(() -> taken.add("one"));
        } catch (RejectedExecutionException expected) {
            taken.add("refused");
        }
        turns.take(() -> taken.add("two"));
        assertThat(taken).contains("two");
    }
}
