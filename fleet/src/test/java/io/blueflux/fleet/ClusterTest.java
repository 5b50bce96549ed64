// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Processes that share a fleet, one event at a time. */
class ClusterTest extends ClusterFixture {
    @Test
    void eachServerIsPolledByOneMemberAndKnownToAll() {
        meetings.put("s7", List.of(Meetings.meeting("m", Meetings.attendee("u"))));
        List<BbbFleet> fleets = three();
        polls.clear();
        time.advance(Duration.ofSeconds(10));
        polls.forEach((server, its) ->
                assertThat(its.stream().map(Poll::from).distinct()).as(server).hasSize(1));
        assertThat(fleets.stream().mapToInt(fleet -> fleet.cluster().polled()))
                .allMatch(count -> count > SERVERS / 6)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(SERVERS));
        for (BbbFleet fleet : fleets) {
            FleetSnapshot snapshot = fleet.snapshot();
            assertThat(snapshot.serversIn(ServerState.UP)).isEqualTo(SERVERS);
            assertThat(snapshot.findMeeting("m"))
                    .hasValueSatisfying(found -> assertThat(found.server()).isEqualTo("s7"));
            assertThat(snapshot.totals().participants()).isOne();
            assertThat(fleet.cluster().members()).isEqualTo(3);
            assertThat(fleet.cluster().isMissingMembers()).isFalse();
            assertThat(fleet.cluster().oldestView()).isLessThan(INTERVAL.multipliedBy(2));
        }
    }

    @Test
    void aMemberThatJoinsTakesItsPartWithoutAGap() {
        fleet("p0", SERVERS);
        fleet("p1", SERVERS);
        time.advance(Duration.ofSeconds(10));
        polls.clear();
        events.clear();
        BbbFleet third = fleet("p2", SERVERS);
        time.advance(Duration.ofSeconds(10));
        assertThat(longestGap()).isLessThanOrEqualTo(INTERVAL.toMillis() * 3 / 2);
        assertThat(doublePolls()).isLessThanOrEqualTo((int) third.cluster().moves());
        assertThat(third.cluster().moves())
                .isBetween(10L, 30L)
                .isEqualTo(third.cluster().polled());
        assertThat(events.get("p0")).isNull();
        assertThat(requireNonNull(events.get("p2")).stream()
                        .map(event -> event.getClass().getSimpleName()))
                .as("what is there already, and nothing else")
                .containsOnly("ServerAdded", "ServerStateChanged", "MeetingsKnown")
                .hasSize(3 * SERVERS);
    }

    @Test
    void aMemberThatStopsHandsItsPartOverWithoutAGap() {
        List<BbbFleet> fleets = three();
        polls.clear();
        events.clear();
        long moved = fleets.get(1).cluster().polled();
        fleets.get(1).stop().subscribe();
        time.advance(Duration.ofSeconds(10));
        assertThat(longestGap()).isLessThanOrEqualTo(INTERVAL.toMillis() * 3 / 2);
        assertThat(doublePolls()).isLessThanOrEqualTo((int) moved);
        assertThat(events).isEmpty();
        assertThat(fleets.get(1).cluster()).isEqualTo(ClusterStatus.ALONE);
        assertThat(fleets.get(0).cluster().members()).isEqualTo(2);
        assertThat(fleets.get(0).cluster().isMissingMembers())
                .as("it left in good order")
                .isFalse();
        fleets.get(1).start();
        time.advance(Duration.ofSeconds(5));
        assertThat(fleets.get(1).cluster().polled()).isPositive();
        assertThat(events).isEmpty();
    }

    @Test
    void aMemberThatIsKilledIsReplacedAndSaidToBeMissing() {
        List<BbbFleet> fleets = three();
        polls.clear();
        events.clear();
        requireNonNull(nodes.get("p2")).kill();
        time.advance(Duration.ofSeconds(10));
        assertThat(longestGap())
                .isLessThanOrEqualTo(
                        Grid.KILLED.plus(INTERVAL.multipliedBy(3).dividedBy(2)).toMillis());
        assertThat(events.get("p0")).isNull();
        ClusterStatus status = fleets.get(0).cluster();
        assertThat(status.isMissingMembers()).isTrue();
        assertThat(status.members()).isEqualTo(2);
        assertThat(status.expected()).isEqualTo(3);
        assertThat(status.missingSince()).isNotNull();
        fleet("p2", SERVERS);
        time.advance(Duration.ofSeconds(5));
        assertThat(fleets.get(0).cluster().isMissingMembers()).isFalse();
    }

    @Test
    void whatIsKnownOfAServerGoesOnWithItsNextOwner() {
        List<BbbFleet> fleets = three();
        String server = owned(fleets.get(2));
        meetings.put(server, List.of(Meetings.meeting("m", Meetings.attendee("gone"))));
        time.advance(Duration.ofSeconds(3));
        meetings.put(server, List.of(Meetings.meeting("m", Meetings.attendee("here"))));
        time.advance(Duration.ofSeconds(2));
        ServerView before = view(fleets.get(0), server);
        events.clear();
        fleets.get(2).stop().subscribe();
        time.advance(Duration.ofSeconds(3));
        ServerView after = view(fleets.get(0), server);
        assertThat(after.poll().number())
                .isBetween(before.poll().number() + 2, before.poll().number() + 5);
        assertThat(after.health()).isEqualTo(before.health());
        assertThat(meeting(after).firstSeen()).isEqualTo(meeting(before).firstSeen());
        assertThat(meeting(after).attendees()).as("the grace goes on").hasSize(2);
        assertThat(events).isEmpty();
        time.advance(Duration.ofSeconds(5));
        assertThat(events.get("p0")).singleElement().isInstanceOf(FleetEvent.AttendeeLeft.class);
    }

    @Test
    void aServerThatIsDownStaysDownAndIsAskedAsRarely() {
        List<BbbFleet> fleets = three();
        String server = owned(fleets.get(2));
        failing.add(server);
        time.advance(Duration.ofMinutes(3));
        ServerView before = view(fleets.get(0), server);
        assertThat(before.state()).isEqualTo(ServerState.DOWN);
        polls.clear();
        fleets.get(2).stop().subscribe();
        time.advance(Duration.ofSeconds(30));
        ServerView after = view(fleets.get(0), server);
        assertThat(after.health().since()).isEqualTo(before.health().since());
        assertThat(after.health().failuresInARow())
                .isGreaterThanOrEqualTo(before.health().failuresInARow());
        assertThat(polls.getOrDefault(server, List.of()))
                .as("once to take it over")
                .hasSizeBetween(1, 2);
    }

    @Test
    void marksHoldEverywhereWhoeverSetsThem() {
        List<BbbFleet> fleets = three();
        String server = owned(fleets.get(2));
        fleets.get(0).cordon(server);
        time.advance(Duration.ofMillis(100));
        fleets.forEach(fleet -> assertThat(view(fleet, server).cordoned()).isTrue());
        fleets.get(1).resume(server);
        time.advance(Duration.ofMillis(100));
        fleets.forEach(fleet -> assertThat(view(fleet, server).cordoned()).isFalse());
        fleets.get(2).cordon(server);
        time.advance(Duration.ofMillis(100));
        requireNonNull(nodes.get("p2")).kill();
        BbbFleet next = fleet("p3", SERVERS);
        time.advance(Duration.ofSeconds(3));
        assertThat(view(next, server).cordoned()).as("with who comes later").isTrue();
        assertThat(next.servers()).anyMatch(each -> each.name().equals(server) && each.cordoned());
    }

    @Test
    void aServerThatIsDrainedLeavesAllOnceItIsEmpty() {
        List<BbbFleet> fleets = three();
        String server = owned(fleets.get(2));
        meetings.put(server, List.of(Meetings.meeting("m")));
        time.advance(Duration.ofSeconds(2));
        fleets.get(0).drain(server);
        time.advance(Duration.ofSeconds(3));
        fleets.forEach(fleet -> assertThat(view(fleet, server).draining()).isTrue());
        meetings.remove(server);
        time.advance(Duration.ofSeconds(3));
        fleets.forEach(fleet -> {
            assertThat(fleet.snapshot().servers()).doesNotContainKey(server);
            assertThat(fleet.servers()).noneMatch(each -> each.name().equals(server));
        });
        events.values()
                .forEach(its -> assertThat(its)
                        .filteredOn(FleetEvent.ServerRemoved.class::isInstance)
                        .hasSize(1));
    }

    @Test
    void whoeverIsAskedToPollMakesTheOwnerPoll() {
        List<BbbFleet> fleets = three();
        String server = owned(fleets.get(2));
        fleets.get(2).replaceAll(list(SERVERS));
        time.advance(Duration.ofMillis(600));
        polls.clear();
        assertThat(fleets.get(0).poll(server)).isTrue();
        time.advance(Duration.ofMillis(700));
        assertThat(polls.get(server)).isNotEmpty().allMatch(poll -> poll.from().equals("p2"));
    }

    @Test
    void whoIsThereAndDoesNothingIsStoodInFor() {
        List<BbbFleet> fleets = three();
        requireNonNull(nodes.get("p2")).freeze(Duration.ofMinutes(5)); // as far as the others can see, it is there
        events.clear();
        polls.clear();
        time.advance(Duration.ofSeconds(25));
        polls.clear();
        time.advance(Duration.ofSeconds(5));
        assertThat(polls).as("all are polled").hasSize(SERVERS);
        assertThat(fleets.get(0).cluster().members()).isEqualTo(3);
        requireNonNull(nodes.get("p2")).thaw();
        time.advance(Duration.ofSeconds(10));
        assertThat(fleets.stream().mapToInt(fleet -> fleet.cluster().polled()).sum())
                .isEqualTo(SERVERS);
        assertThat(fleets.get(2).cluster().polled()).isPositive();
        assertThat(events).isEmpty();
    }

    @Test
    void aServerThatOnlySomeKnowIsPolledByOneOfThem() {
        fleet("p0", SERVERS);
        fleet("p1", SERVERS + 20);
        BbbFleet third = fleet("p2", SERVERS + 20);
        time.advance(Duration.ofSeconds(15));
        polls.clear();
        time.advance(Duration.ofSeconds(5));
        for (int i = SERVERS; i < SERVERS + 20; i++) {
            List<Poll> its = requireNonNull(polls.get("s" + i));
            assertThat(its).hasSizeBetween(4, 6);
            assertThat(its.stream().map(Poll::from).distinct()).hasSize(1).doesNotContain("p0");
        }
        assertThat(third.snapshot().servers()).hasSize(SERVERS + 20);
        third.remove("s1");
        time.advance(Duration.ofSeconds(5));
        polls.clear();
        time.advance(Duration.ofSeconds(3));
        assertThat(requireNonNull(polls.get("s1")).stream().map(Poll::from))
                .doesNotContain("p2")
                .isNotEmpty();
    }

    @Test
    void aServerWithAnotherUrlIsAnotherServer() {
        BbbFleet first = fleet("p0", 3);
        BbbFleet second = fleet("p1", 3);
        time.advance(Duration.ofSeconds(5));
        BbbServer moved = BbbServer.of("http://elsewhere.example.org/bigbluebutton", "secret")
                .withName("s1");
        first.replace(moved);
        time.advance(Duration.ofSeconds(5));
        assertThat(first.isPolledHere("s1")).isTrue();
        assertThat(second.isPolledHere("s1")).isTrue();
        second.replace(moved);
        time.advance(Duration.ofSeconds(5));
        assertThat(first.isPolledHere("s1")).isNotEqualTo(second.isPolledHere("s1"));
    }

    @Test
    void whoCannotJoinPollsAllByItself() {
        BbbFleet alone = fleet("p0", 5, hearer -> Mono.error(new IllegalStateException("the key is another")));
        time.advance(Duration.ofSeconds(5));
        assertThat(alone.snapshot().serversIn(ServerState.UP)).isEqualTo(5);
        assertThat(alone.cluster().polled()).isEqualTo(5);
        alone.stop().subscribe();
        time.advance(Duration.ofSeconds(5));
        polls.clear();
        time.advance(Duration.ofSeconds(5));
        assertThat(polls).isEmpty();
    }

    @Test
    void anEngineThatThrowsHurtsNobody() {
        BbbFleet alone = fleet("p0", 5, hearer -> {
            throw new AssertionError("the engine is broken");
        });
        time.advance(Duration.ofSeconds(5));
        assertThat(alone.snapshot().serversIn(ServerState.UP)).isEqualTo(5);
    }

    @Test
    void aFleetHasAClusterOrAShare() {
        BbbFleetBuilder both =
                BbbFleet.builder(PLAN).share(FleetShare.everything()).cluster(grid.node("p"));
        assertThatIllegalArgumentException().isThrownBy(both::build).withMessageContaining("not both");
    }
}
