// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class BbbFleetTest {
    private static final BbbServer ONE = Scripted.server("one");
    private static final BbbServer TWO = Scripted.server("two");

    private final VirtualTime time = new VirtualTime();
    private final List<String> asked = new ArrayList<>();
    private Function<BbbServer, Flux<Meeting>> script = server -> Flux.just(Meetings.meeting("m of " + server));

    @Test
    void nothingIsPolledBeforeTheStart() {
        BbbFleet fleet = builder().build();
        fleet.add(ONE);
        time.advance(Duration.ofMinutes(1));
        assertThat(asked).isEmpty();
        fleet.start().start();
        time.advance(Duration.ofSeconds(10));
        assertThat(asked).hasSize(10);
    }

    @Test
    void aBuiltFleetDoesNotChangeWithItsBuilder() {
        BbbFleetBuilder builder = builder();
        BbbFleet fleet = builder.build();
        builder.share(() -> Flux.just(name -> false))
                .maxConnectionsPerAddress(1)
                .task(each -> Mono.fromRunnable(() -> asked.add("a task that came later")));
        fleet.start();
        fleet.add(new FleetServer(ONE, plan().withDepth(PollDepth.INFO)));
        fleet.replace(ONE);
        time.advance(Duration.ofSeconds(3));
        assertThat(asked).containsOnly("one").hasSize(3);
    }

    @Test
    void namesAreUniqueAndMustBeKnown() {
        BbbFleet fleet = builder().build();
        fleet.add(ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.add(ONE))
                .withMessage("there is a server named one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.replaceAll(List.of(FleetServer.of(TWO), FleetServer.of(TWO))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.replace(TWO))
                .withMessage("there is no server named two");
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.drain("two"));
        assertThat(fleet.remove("two")).isFalse();
        assertThat(fleet.snapshot().servers()).isEmpty();
        fleet.start();
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("one");
    }

    @Test
    void serversFollowAFluxOfLists() {
        Sinks.Many<List<FleetServer>> lists = Sinks.many().multicast().onBackpressureBuffer();
        BbbFleet fleet = builder().servers(lists.asFlux()).build().start();
        lists.tryEmitNext(List.of(FleetServer.of(ONE), FleetServer.of(TWO)));
        time.advance(Duration.ofSeconds(5));
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("one", "two");
        lists.tryEmitNext(List.of(FleetServer.of(TWO)));
        asked.clear();
        time.advance(Duration.ofSeconds(5));
        assertThat(asked).containsOnly("two").hasSize(5);
        lists.tryEmitError(new IllegalStateException("the source of servers is gone"));
        time.advance(Duration.ofSeconds(5));
        assertThat(asked).containsOnly("two").hasSize(10);
    }

    @Test
    void aRotatedSecretIsUsedAtOnceAndThePollWithTheOldOneIsCancelled() {
        List<BbbServer> servers = new ArrayList<>();
        AtomicBoolean cancelled = new AtomicBoolean();
        script = server -> {
            servers.add(server);
            return servers.size() == 3
                    ? Flux.<Meeting>never().doOnCancel(() -> cancelled.set(true))
                    : Flux.just(Meetings.meeting("m"));
        };
        BbbFleet fleet = builder().build().start();
        List<FleetEvent> events = new ArrayList<>();
        fleet.events().subscribe(events::add);
        fleet.add(ONE);
        time.advanceMillis(3_200);
        assertThat(servers).hasSize(3);
        events.clear();
        BbbServer rotated = ONE.withSecret(SharedSecret.of("another"));
        fleet.replace(rotated);
        assertThat(cancelled).isTrue();
        time.advance(Duration.ofSeconds(5));
        assertThat(servers.subList(3, servers.size()))
                .hasSizeGreaterThanOrEqualTo(4)
                .containsOnly(rotated);
        assertThat(events).as("the same server").isEmpty();
        assertThat(fleet.load()).isEqualTo(new PollLoad(0, 0, 0, 0));
    }

    @Test
    void anotherUrlIsAnotherServerWhoseMeetingsDoNotEndTheOldOnes() {
        BbbFleet fleet = builder().build().start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(2));
        List<FleetEvent> events = new ArrayList<>();
        fleet.events().subscribe(events::add);
        events.clear();
        fleet.replace(Scripted.server("elsewhere").withName("one"));
        assertThat(events).hasExactlyElementsOfTypes(FleetEvent.ServerRemoved.class, FleetEvent.ServerAdded.class);
    }

    @Test
    void aDrainedServerLeavesWhenItHasNoMeetings() {
        List<Meeting> meetings = new ArrayList<>(List.of(Meetings.meeting("last")));
        script = server -> Flux.fromIterable(List.copyOf(meetings));
        BbbFleet fleet = builder().build().start();
        List<FleetEvent> events = new ArrayList<>();
        fleet.events().subscribe(events::add);
        fleet.add(ONE);
        fleet.add(TWO);
        time.advance(Duration.ofSeconds(2));
        fleet.drain("one");
        fleet.drain("two");
        fleet.resume("two");
        time.advance(Duration.ofSeconds(2));
        assertThat(requireNonNull(fleet.snapshot().servers().get("one")).draining())
                .isTrue();
        meetings.clear();
        time.advance(Duration.ofSeconds(2));
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("two");
        assertThat(events.stream().filter(event -> event.source().server().equals("one")))
                .hasExactlyElementsOfTypes(
                        FleetEvent.ServerAdded.class,
                        FleetEvent.ServerStateChanged.class,
                        FleetEvent.MeetingsKnown.class,
                        FleetEvent.MeetingCreated.class,
                        FleetEvent.DrainingChanged.class,
                        FleetEvent.MeetingEnded.class,
                        FleetEvent.ServerRemoved.class);
    }

    @Test
    void aDrainedServerThatFailsStays() {
        BbbFleet fleet = builder().build().start();
        fleet.add(ONE);
        fleet.drain("one");
        script = server -> Flux.error(failure());
        time.advance(Duration.ofSeconds(10));
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("one");
    }

    @Test
    void nothingEndsBecauseAPollFailed() {
        AtomicBoolean fails = new AtomicBoolean();
        List<Meeting> meetings = new ArrayList<>(List.of(Meetings.meeting("a"), Meetings.meeting("b")));
        script = server -> Flux.fromIterable(meetings).concatWith(fails.get() ? Mono.error(failure()) : Mono.empty());
        BbbFleet fleet = builder().build().start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(2));
        List<FleetEvent> events = new ArrayList<>();
        fleet.events().subscribe(events::add);
        events.clear();

        fails.set(true);
        meetings.remove(0);
        time.advance(Duration.ofMinutes(10));
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        FleetEvent.ServerStateChanged.class,
                        FleetEvent.MeetingsUnknown.class,
                        FleetEvent.ServerStateChanged.class);
        assertThat(fleet.snapshot().unknownMeetings()).isEqualTo(2);
        assertThat(requireNonNull(fleet.snapshot().servers().get("one"))
                        .health()
                        .reason())
                .isEqualTo("getMeetings on one: HTTP status 502");
        events.clear();

        fails.set(false);
        time.advance(Duration.ofMinutes(3));
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        FleetEvent.ServerStateChanged.class,
                        FleetEvent.MeetingsKnown.class,
                        FleetEvent.MeetingEnded.class,
                        FleetEvent.ServerStateChanged.class);
    }

    @Test
    void aRecreatedMeetingIsAnotherOne() {
        List<Meeting> meetings = new ArrayList<>(List.of(Meetings.meeting("i1", "room", true, false, List.of())));
        script = server -> Flux.fromIterable(List.copyOf(meetings));
        BbbFleet fleet = builder().build().start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(2));
        List<FleetEvent> events = new ArrayList<>();
        fleet.events().subscribe(events::add);
        events.clear();
        meetings.set(0, Meetings.meeting("i2", "room", true, true, List.of(Meetings.attendee("a"))));
        time.advance(Duration.ofSeconds(2));
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        FleetEvent.MeetingEnded.class,
                        FleetEvent.MeetingCreated.class,
                        FleetEvent.MeetingStarted.class,
                        FleetEvent.RecordingChanged.class,
                        FleetEvent.AttendeeJoined.class);
    }

    @Test
    void aStopLetsPollsInFlightFinishAndStartsNone() {
        script = server -> Flux.just(Meetings.meeting("m")).delaySubscription(Duration.ofSeconds(3), time.scheduler());
        BbbFleet fleet = builder().build().start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(1));
        AtomicBoolean stopped = new AtomicBoolean();
        fleet.stop().doOnSuccess(end -> stopped.set(true)).subscribe();
        assertThatIllegalStateException().isThrownBy(fleet::start).withMessage("the fleet is stopping");
        time.advance(Duration.ofSeconds(1));
        assertThat(stopped).isFalse();
        time.advance(Duration.ofSeconds(2));
        assertThat(stopped).isTrue();
        assertThat(fleet.snapshot().totals().meetings()).isEqualTo(1);
        time.advance(Duration.ofMinutes(1));
        assertThat(asked).hasSize(1);
        fleet.start();
        time.advance(Duration.ofMinutes(1));
        assertThat(asked).hasSizeGreaterThan(10);
    }

    @Test
    void aSecondStopEndsWithTheFirstAndTheFleetMayBeStartedThen() {
        script = server -> Flux.just(Meetings.meeting("m")).delaySubscription(Duration.ofSeconds(3), time.scheduler());
        BbbFleet fleet = builder().build().start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(1));
        AtomicInteger stopped = new AtomicInteger();
        fleet.stop().doOnSuccess(end -> stopped.incrementAndGet()).subscribe();
        fleet.stop()
                .doOnSuccess(end -> {
                    stopped.incrementAndGet();
                    fleet.start();
                })
                .subscribe();
        assertThat(stopped).hasValue(0);
        time.advance(Duration.ofSeconds(10));
        assertThat(stopped).hasValue(2);
        assertThat(asked).hasSizeGreaterThan(1);
    }

    @Test
    void aStopWhileTheFleetStartsEndsWhatWasStarted() {
        BbbFleet fleet = builder()
                .task(each -> {
                    each.stop().subscribe();
                    each.add(ONE);
                    return Flux.never();
                })
                .task(each -> each.events().doOnNext(event -> asked.add("event")))
                .build()
                .start();
        time.advance(Duration.ofSeconds(10));
        assertThat(asked).containsOnly("event");
        asked.clear();
        assertThat(fleet.remove("one")).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void aStopWaitsNoLongerThanItsTimeout() {
        AtomicBoolean cancelled = new AtomicBoolean();
        script = server -> Flux.<Meeting>never().doOnCancel(() -> cancelled.set(true));
        BbbFleet fleet = builder().drainTimeout(Duration.ofSeconds(2)).build().start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(1));
        AtomicBoolean stopped = new AtomicBoolean();
        fleet.stop().doOnSuccess(end -> stopped.set(true)).subscribe();
        time.advanceMillis(1_900);
        assertThat(stopped).isFalse();
        time.advanceMillis(200);
        assertThat(stopped).isTrue();
        assertThat(cancelled).isTrue();
        assertThat(fleet.load().inFlight()).isZero();
    }

    @Test
    void disposingEndsTheStreamsAndMaySoonBeRepeated() {
        BbbFleet fleet = builder().build().start();
        List<String> ends = new ArrayList<>();
        fleet.events().doOnComplete(() -> ends.add("events")).subscribe();
        fleet.reports().doOnComplete(() -> ends.add("reports")).subscribe();
        fleet.snapshots(Duration.ofSeconds(1))
                .doOnComplete(() -> ends.add("snapshots"))
                .subscribe();
        fleet.disposeLater().subscribe();
        fleet.disposeLater().subscribe();
        time.advance(Duration.ofSeconds(2));
        assertThat(ends).containsExactlyInAnyOrder("events", "reports", "snapshots");
        fleet.events().doOnComplete(() -> ends.add("late")).subscribe();
        assertThat(ends).contains("late");
        assertThatIllegalStateException().isThrownBy(fleet::start).withMessage("the fleet is disposed");
    }

    @Test
    void snapshotsComeAtTheirPaceAndOnlyWhenSomethingChanged() {
        BbbFleet fleet = builder().build();
        List<FleetSnapshot> snapshots = new ArrayList<>();
        Disposable subscription = fleet.snapshots(Duration.ofSeconds(10)).subscribe(snapshots::add);
        time.advance(Duration.ofMinutes(1));
        assertThat(snapshots).hasSize(1);
        fleet.add(ONE);
        fleet.add(TWO);
        fleet.start();
        time.advanceMillis(60_500);
        assertThat(snapshots).hasSizeBetween(7, 8);
        FleetSnapshot last = snapshots.get(snapshots.size() - 1);
        assertThat(last.totals().meetings()).isEqualTo(2);
        assertThat(last.states()).containsEntry(ServerState.UP, 2).containsEntry(ServerState.DOWN, 0);
        assertThat(last.findMeeting("m of two").orElseThrow().server()).isEqualTo("two");
        assertThat(last.findMeeting("room of m of one").orElseThrow().known()).isTrue();
        assertThat(last.findMeeting("m")).isEmpty();
        subscription.dispose();
    }

    @Test
    void intervalsFollowTheState() {
        PollSchedule times = PollSchedule.every(Duration.ofSeconds(10))
                .withStarting(Duration.ofSeconds(2))
                .withIdle(Duration.ofSeconds(50))
                .withJitter(0);
        List<Meeting> meetings = new ArrayList<>();
        script = server -> Flux.fromIterable(List.copyOf(meetings));
        BbbFleet fleet =
                time.fleet(plan().withSchedule(times), scripted()).build().start();
        fleet.add(ONE);
        assertThat(pollsIn(500)).as("idle").isBetween(10, 12);
        meetings.add(Meetings.meeting("m"));
        while (fleet.snapshot().totals().meetings() == 0) {
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(pollsIn(50)).as("starting").isBetween(20, 30);
        pollsIn(60);
        assertThat(pollsIn(100)).as("settled").isBetween(9, 11);
    }

    @Test
    void reportsTellOfEachPoll() {
        script = server -> Flux.just(Meetings.meeting("m")).delaySubscription(Duration.ofMillis(70), time.scheduler());
        BbbFleet fleet = builder().build().start();
        List<ServerReport> reports = new ArrayList<>();
        fleet.reports().subscribe(reports::add);
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(4));
        assertThat(reports)
                .extracting(report -> report.server().poll().number())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.latency()).isEqualTo(Duration.ofMillis(70));
            assertThat(report.lag()).isZero();
            assertThat(report.isAnswered()).isTrue();
            assertThat(report.startedAt().plusMillis(70))
                    .isEqualTo(report.server().poll().at());
        });
    }

    @Test
    void aViewTellsWhenItsPollBeganAndBeforeTheFirstWhenTheServerWasAdded() {
        script = server -> Flux.<Meeting>empty().delaySubscription(Duration.ofMillis(70), time.scheduler());
        BbbFleet fleet = builder().build().start();
        time.advance(Duration.ofSeconds(5));
        fleet.add(ONE);
        ServerView.Poll none =
                requireNonNull(fleet.snapshot().servers().get("one")).poll();
        assertThat(none).isEqualTo(new ServerView.Poll(0, time.instant(), time.instant(), null));
        time.advance(Duration.ofSeconds(2));
        ServerView.Poll last =
                requireNonNull(fleet.snapshot().servers().get("one")).poll();
        assertThat(last.number()).isPositive();
        assertThat(last.startedAt().plusMillis(70)).isEqualTo(last.at());
    }

    @Test
    void aPollBeyondItsDeadlineIsCancelledAndFails() {
        AtomicInteger cancelled = new AtomicInteger();
        script = server -> Flux.interval(Duration.ofSeconds(1), time.scheduler())
                .map(i -> Meetings.meeting("m" + i))
                .doOnCancel(cancelled::incrementAndGet);
        BbbFleet fleet = builder().build().start();
        List<ServerReport> reports = new ArrayList<>();
        fleet.reports().subscribe(reports::add);
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(8));
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).error()).hasMessage("poll on one: the call was not done after 5000 ms");
        assertThat(reports.get(0).server().meetings()).isEmpty();
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void moreMeetingsThanTheBoundFailThePoll() {
        script = server -> Flux.range(0, Integer.MAX_VALUE).map(i -> Meetings.meeting("m" + i));
        BbbFleet fleet =
                time.fleet(plan().withMaxMeetings(100), scripted()).build().start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(1));
        assertThat(requireNonNull(fleet.snapshot().servers().get("one"))
                        .health()
                        .reason())
                .isEqualTo("getMeetings on one: the answer passes the limit maxMeetings = 100");
    }

    @Test
    void aPlanWhoseInfosNeedMoreConnectionsThanThereAreIsRefused() {
        PollPlan infos = plan().withDepth(PollDepth.INFO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time.fleet(infos, scripted())
                        .maxConnectionsPerAddress(4)
                        .build())
                .withMessage("infoConcurrency 4 needs maxConnectionsPerAddress 5, one for the list, not 4");
        time.fleet(infos, scripted()).maxConnectionsPerAddress(5).build();
        BbbFleet fleet = builder().maxConnectionsPerAddress(4).build();
        FleetServer one = new FleetServer(ONE, infos);
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.add(one));
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.replaceAll(List.of(one)));
        fleet.add(ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.replace(one));
    }

    @Test
    void aMeetingIsNotAbsentForSureWhereNobodyAnswered() {
        BbbFleet fleet = builder().build();
        fleet.add(ONE);
        MeetingSearch nobodyAnswered = new MeetingSearch(null, List.of("one"));
        assertThat(fleet.findMeeting("room of m").block()).isEqualTo(nobodyAnswered);
        assertThat(nobodyAnswered.isAbsent()).isFalse();
    }

    @Test
    void aTaskThatFailsLeavesTheRestAlone() {
        AtomicInteger reports = new AtomicInteger();
        BbbFleet fleet = builder()
                .task(each -> Flux.error(new IllegalStateException("a task's own trouble")))
                .task(each -> each.reports().doOnNext(report -> reports.incrementAndGet()))
                .build()
                .start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(10));
        assertThat(reports).hasValue(10);
    }

    @Test
    void aServerMayHaveAPlanOfItsOwn() {
        BbbFleet fleet = builder().build().start();
        fleet.add(new FleetServer(ONE, plan().withSchedule(PollSchedule.every(Duration.ofSeconds(20)))));
        fleet.add(TWO);
        time.advance(Duration.ofSeconds(100));
        assertThat(asked.stream().filter("one"::equals)).hasSize(5);
        assertThat(asked.stream().filter("two"::equals)).hasSize(100);
    }

    @Test
    void argumentsThatCannotBeUsedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().maxInFlight(1))
                .withMessage("maxInFlight must be at least 2, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().maxInFlight(2).maxSickInFlight(2).build());
        assertThatIllegalArgumentException().isThrownBy(() -> plan().withDeadline(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> plan().withInfoConcurrency(0));
        assertThatIllegalArgumentException().isThrownBy(() -> plan().withVersionEvery(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> plan().withAttendeeGrace(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().build().snapshots(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().build().findMeeting(""));
    }

    private int pollsIn(int seconds) {
        asked.clear();
        time.advance(Duration.ofSeconds(seconds));
        return asked.size();
    }

    private BbbFleetBuilder builder() {
        return time.fleet(plan(), scripted());
    }

    private Scripted scripted() {
        return new Scripted(server -> {
            asked.add(server.name());
            return script.apply(server);
        });
    }

    private static PollPlan plan() {
        return PollPlan.of(PollSchedule.every(Duration.ofSeconds(1)))
                .withVersionEvery(0)
                .withDeadline(Duration.ofSeconds(5));
    }

    private static HttpStatusException failure() {
        return new HttpStatusException(new CallSite("one", "getMeetings"), 502, "");
    }
}
