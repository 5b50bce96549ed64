// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.AnswerMeter;
import io.blueflux.reactor.CallListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What looking at a server answers, and what it sends. */
class FleetLookTest {
    private static final BbbServer ONE = Scripted.server("one");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int BOUND = 16 << 20;

    private final VirtualTime time = new VirtualTime();
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final List<ServerLook> looks = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private Function<BbbServer, Flux<Meeting>> script = server -> Flux.just(Meetings.meeting("m of " + server.name()));

    @Test
    void aLookTellsWhatTheServerHasAndWhenItWasAsked() {
        Meeting full = Meetings.meeting("m");
        Meeting over = Meetings.ended(Meetings.meeting("o"), Instant.EPOCH, false);
        script = server -> Flux.just(full, over).delaySubscription(Duration.ofMillis(70), time.scheduler());
        BbbFleet fleet = fleet();
        time.advanceMillis(30);
        look(fleet, SECOND);
        time.advanceMillis(70);
        assertThat(looks)
                .containsExactly(new ServerLook(
                        "one", Instant.EPOCH.plusMillis(30), Instant.EPOCH.plusMillis(100), null, List.of(full)));
    }

    @Test
    void anAnswerThatIsYoungEnoughWillDo() {
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        time.advance(SECOND);
        look(fleet, SECOND);
        assertThat(asked).hasSize(1);
        assertThat(looks.get(1)).isSameAs(looks.get(0));
        time.advanceMillis(1);
        look(fleet, Duration.ofSeconds(2));
        assertThat(asked).hasSize(1);
        look(fleet, SECOND);
        assertThat(asked).hasSize(2);
        assertThat(looks).hasSize(4);
        assertThat(looks.get(3).startedAt()).isEqualTo(time.instant());
    }

    @Test
    void ageCountsFromTheStartOfTheCall() {
        script = server -> Flux.<Meeting>empty().delaySubscription(Duration.ofMillis(900), time.scheduler());
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        time.advanceMillis(1_001);
        look(fleet, SECOND);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aLookInFlightIsSharedHoweverLongAgoItBegan() {
        Sinks.Empty<Meeting> answer = hanging();
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        time.advance(Duration.ofSeconds(3));
        look(fleet, SECOND);
        look(fleet, Duration.ZERO);
        assertThat(asked).hasSize(1);
        answer.tryEmitEmpty();
        assertThat(looks).hasSize(3).containsOnly(looks.get(0));
    }

    @Test
    void aStormIsOneCall() {
        Sinks.Empty<Meeting> answer = hanging();
        BbbFleet fleet = fleet();
        IntStream.range(0, 200).forEach(i -> look(fleet, SECOND));
        answer.tryEmitEmpty();
        assertThat(looks).hasSize(200);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aStormOfTenSecondsIsACallInEachAge() {
        for (Duration latency : List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(2_500))) {
            asked.clear();
            script = server -> Flux.<Meeting>empty().delaySubscription(latency, time.scheduler());
            BbbFleet fleet = fleet();
            storm(i -> look(fleet, SECOND));
            assertThat(asked).hasSizeBetween(3, 10);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void aStormOfLooksThatFailIsACallInEachAge() {
        script = server -> Flux.error(new IllegalStateException("no"));
        BbbFleet fleet = fleet();
        storm(i -> look(fleet, SECOND));
        assertThat(asked).hasSize(10);
        assertThat(errors).hasSize(1_000);
    }

    @Test
    void aStormOfLooksThatAreCancelledIsACallInEachAge() {
        hanging();
        BbbFleet fleet = fleet();
        storm(i -> look(fleet, SECOND).dispose());
        assertThat(asked).hasSizeBetween(1, 10);
        assertThat(cancelled.get()).isEqualTo(asked.size());
    }

    @Test
    void anErrorIsKeptForTheAgeAndNoLonger() {
        script = server -> Flux.error(new IllegalStateException("no"));
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        script = server -> Flux.empty();
        time.advance(SECOND);
        look(fleet, SECOND);
        assertThat(errors).hasSize(2);
        assertThat(errors.get(1)).isSameAs(errors.get(0)).hasMessage("no");
        time.advanceMillis(1);
        look(fleet, SECOND);
        assertThat(looks).hasSize(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerThatIsYoungEnoughWillDoThoughALaterLookFailed() {
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        script = server -> Flux.error(new IllegalStateException("no"));
        time.advance(Duration.ofSeconds(2));
        look(fleet, SECOND);
        assertThat(errors).hasSize(1);
        look(fleet, Duration.ofSeconds(2));
        assertThat(looks).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whoCancelsLeavesTheOthersAlone() {
        Sinks.Empty<Meeting> answer = hanging();
        BbbFleet fleet = fleet();
        Disposable first = look(fleet, SECOND);
        look(fleet, SECOND);
        first.dispose();
        assertThat(cancelled).hasValue(0);
        answer.tryEmitEmpty();
        assertThat(looks).hasSize(1);
    }

    @Test
    void theCallIsCancelledWhenItIsOfAgeAndNobodyWaits() {
        hanging();
        BbbFleet fleet = fleet();
        List<Disposable> all = List.of(look(fleet, SECOND), look(fleet, SECOND), look(fleet, SECOND));
        all.forEach(Disposable::dispose);
        time.advanceMillis(999);
        assertThat(cancelled).hasValue(0);
        time.advanceMillis(1);
        assertThat(cancelled).hasValue(1);
        assertThat(asked).hasSize(1);
        assertThat(looks).isEmpty();
        assertThat(errors).isEmpty();
    }

    @Test
    void whoAsksSoonAfterTheLastLeftSharesTheCall() {
        Sinks.Empty<Meeting> answer = hanging();
        BbbFleet fleet = fleet();
        look(fleet, SECOND).dispose();
        time.advanceMillis(400);
        look(fleet, SECOND);
        time.advanceMillis(800);
        assertThat(cancelled).hasValue(0);
        answer.tryEmitEmpty();
        assertThat(looks).hasSize(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerForWhichNobodyWaitedIsThereForTheNext() {
        Sinks.Empty<Meeting> answer = hanging();
        BbbFleet fleet = fleet();
        look(fleet, SECOND).dispose();
        time.advanceMillis(100);
        answer.tryEmitEmpty();
        look(fleet, SECOND);
        assertThat(looks).hasSize(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aTimeOutOfTheCallersIsAWayToLeave() {
        hanging();
        BbbFleet fleet = fleet();
        fleet.look("one", SECOND)
                .timeout(Duration.ofMillis(200), time.scheduler())
                .subscribe(looks::add, errors::add);
        time.advanceMillis(200);
        assertThat(errors).hasSize(1);
        time.advanceMillis(800);
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void aCallHasTheDeadlineOfThePlan() {
        hanging();
        BbbFleet fleet = fleet();
        fleet.replace(new FleetServer(ONE, plan().withDeadline(Duration.ofSeconds(3))));
        look(fleet, SECOND);
        time.advanceMillis(2_999);
        assertThat(errors).isEmpty();
        time.advanceMillis(1);
        assertThat(errors).singleElement().isInstanceOfSatisfying(CallTimeoutException.class, error -> {
            assertThat(error.stage()).isEqualTo(CallTimeoutException.Stage.DEADLINE);
            assertThat(error.bound()).isEqualTo(Duration.ofSeconds(3));
            assertThat(error.site()).isEqualTo(new CallSite("one", "look"));
        });
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void moreMeetingsThanThePlanAllowsAreRefused() {
        script = server -> Flux.range(0, 4).map(i -> Meetings.meeting("m" + i));
        BbbFleet fleet = fleet();
        fleet.replace(new FleetServer(ONE, plan().withMaxMeetings(3)));
        look(fleet, SECOND);
        assertThat(errors)
                .singleElement()
                .isInstanceOf(LimitExceededException.class)
                .asString()
                .contains("maxMeetings = 3");
    }

    @Test
    void aNameThatIsNotThereIsAnErrorAndNoException() {
        BbbFleet fleet = fleet();
        fleet.look("two", SECOND).subscribe(looks::add, errors::add);
        assertThat(errors).singleElement().isInstanceOf(IllegalArgumentException.class);
        assertThat(errors.get(0)).hasMessage("there is no server named two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.look("one", Duration.ofMillis(-1)))
                .withMessageContaining("age");
    }

    @Test
    void aLookIsCold() {
        BbbFleet fleet = fleet();
        Mono<ServerLook> look = fleet.look("one", SECOND);
        assertThat(asked).isEmpty();
        look.subscribe(looks::add);
        time.advance(Duration.ofSeconds(2));
        look.subscribe(looks::add);
        assertThat(looks).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerOfAPollWillDo() {
        Meeting full = Meetings.meeting("m", Meetings.attendee("a"));
        script = server -> Flux.just(full);
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        ServerView.Poll poll = poll(fleet);
        look(fleet, Duration.ofSeconds(60));
        assertThat(asked).hasSize(1);
        ServerLook look = looks.get(0);
        assertThat(look.startedAt()).isEqualTo(poll.startedAt());
        assertThat(look.at()).isEqualTo(poll.at());
        Meeting counted = look.meetings().get(0);
        assertThat(counted.attendees()).isEmpty();
        assertThat(counted.counts()).isEqualTo(full.counts());
        assertThat(counted.meetingId()).isEqualTo(full.meetingId());
    }

    @Test
    void aPollsAnswerIsAsOldAsItsStart() {
        script = server -> Flux.<Meeting>empty().delaySubscription(Duration.ofMillis(900), time.scheduler());
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        Duration sinceTheStart = Duration.between(poll(fleet).startedAt(), time.instant());
        look(fleet, sinceTheStart);
        assertThat(looks).hasSize(1);
        assertThat(asked).hasSize(1);
        look(fleet, sinceTheStart.minusMillis(1));
        assertThat(asked).hasSize(2);
    }

    @Test
    void aPollThatReadsNoMetadataWillNotDo() {
        BbbFleet fleet = polling(PollDepth.COUNTERS);
        look(fleet, Duration.ofSeconds(60));
        assertThat(asked).hasSize(2);
    }

    @Test
    void aPollThatFailedWillNotDoButTheAnswerBeforeItWill() {
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        Instant answered = poll(fleet).startedAt();
        script = server -> Flux.error(new IllegalStateException("no"));
        time.advance(Duration.ofSeconds(10));
        assertThat(poll(fleet).number()).isEqualTo(2);
        look(fleet, Duration.ofSeconds(60));
        assertThat(looks).singleElement().extracting(ServerLook::startedAt).isEqualTo(answered);
        look(fleet, SECOND);
        assertThat(errors).hasSize(1);
        assertThat(asked).as("two polls and a look").hasSize(3);
    }

    @Test
    void theYoungerOfLookAndPollIsTheAnswer() {
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        time.advanceMillis(100);
        look(fleet, Duration.ZERO);
        time.advanceMillis(100);
        look(fleet, Duration.ofSeconds(60));
        assertThat(looks.get(1)).isSameAs(looks.get(0));
        time.advance(Duration.ofSeconds(10));
        look(fleet, Duration.ofSeconds(60));
        assertThat(looks.get(2).startedAt()).isEqualTo(poll(fleet).startedAt());
        assertThat(asked).as("two polls and a look").hasSize(3);
    }

    @Test
    void aPollInFlightIsSharedWhereItIsYoungEnough() {
        Sinks.Empty<Meeting> answer = hanging();
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        time.advanceMillis(100);
        look(fleet, Duration.ofSeconds(20));
        look(fleet, Duration.ofSeconds(20));
        assertThat(asked).hasSize(1);
        look(fleet, Duration.ofMillis(99)).dispose();
        assertThat(asked).as("the poll is too old").hasSize(2);
        answer.tryEmitEmpty();
        assertThat(looks).hasSize(2).containsOnly(looks.get(0));
        assertThat(looks.get(0).startedAt()).isEqualTo(poll(fleet).startedAt());
    }

    @Test
    void aPollInFlightThatReadsOtherThingsIsNotShared() {
        for (PollDepth depth : List.of(PollDepth.COUNTERS, PollDepth.INFO)) {
            asked.clear();
            hanging();
            BbbFleet fleet = polling(depth);
            look(fleet, Duration.ofSeconds(20));
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void whatAPollInFlightFailsOfIsSharedToo() {
        hanging();
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        look(fleet, Duration.ofSeconds(20));
        time.advance(Duration.ofSeconds(5));
        assertThat(errors).singleElement().isInstanceOf(CallTimeoutException.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whereAPollInFlightIsCancelledIsLookedAnew() {
        hanging();
        BbbFleet fleet =
                time.fleet(plan(), scripted()).drainTimeout(Duration.ZERO).build();
        fleet.add(ONE);
        fleet.start();
        time.advance(Duration.ofSeconds(2));
        while (asked.isEmpty()) {
            time.advanceMillis(100);
        }
        look(fleet, Duration.ofSeconds(20));
        script = server -> Flux.empty();
        fleet.stop().subscribe();
        time.advanceMillis(1);
        assertThat(cancelled).hasValue(1);
        assertThat(asked).hasSize(2);
        assertThat(looks).hasSize(1);
    }

    @Test
    void aStoppedFleetLooksToo() {
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        fleet.stop().subscribe();
        time.advance(Duration.ofSeconds(6));
        look(fleet, Duration.ofSeconds(20));
        assertThat(asked).hasSize(1);
        look(fleet, SECOND);
        assertThat(asked).hasSize(2);
        assertThat(looks).hasSize(2);
    }

    @Test
    void aServerThatIsRemovedMeanwhileIsNotThereAnyMore() {
        hanging();
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        look(fleet, SECOND);
        fleet.remove("one");
        assertThat(cancelled).hasValue(1);
        assertThat(errors).hasSize(2).allMatch(IllegalArgumentException.class::isInstance);
        fleet.add(ONE);
        script = server -> Flux.empty();
        look(fleet, SECOND);
        assertThat(looks).as("the new one has no history").hasSize(1);
    }

    @Test
    void aServerThatLeavesBeingDrainedIsNotThereAnyMore() {
        BbbFleet fleet = polling(PollDepth.MEETINGS);
        fleet.drain("one");
        script = server -> asked.size() == 2 ? Flux.never() : Flux.empty();
        time.advance(Duration.ofSeconds(6));
        look(fleet, Duration.ZERO);
        assertThat(asked).hasSize(2);
        time.advance(Duration.ofSeconds(4));
        assertThat(fleet.snapshot().servers()).isEmpty();
        assertThat(errors).singleElement().isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherSecretOrUrlIsLookedAtAnewAndTheOldIsUsedNoMore() {
        BbbServer rotated = BbbServer.of(ONE.baseUrl().toString(), "another").withName("one");
        BbbServer moved = BbbServer.of("http://elsewhere.example.org/bigbluebutton", "another")
                .withName("one");
        List<BbbServer> servers = new ArrayList<>();
        Sinks.Empty<Meeting> answer = Sinks.empty();
        script = server -> {
            servers.add(server);
            return answer.asMono().flux();
        };
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        fleet.replace(rotated);
        look(fleet, SECOND);
        fleet.replace(moved);
        look(fleet, SECOND);
        assertThat(servers).containsExactly(ONE, rotated, moved);
        answer.tryEmitEmpty();
        assertThat(looks).hasSize(3);
        look(fleet, SECOND);
        assertThat(servers).hasSize(3);
        fleet.replace(rotated);
        look(fleet, SECOND);
        assertThat(servers).as("nothing is kept of the old one").hasSize(4);
        fleet.replace(FleetServer.of(rotated).withWeight(2));
        look(fleet, SECOND);
        assertThat(servers).as("the same server").hasSize(4);
    }

    @Test
    void whatALookReadsCountsAndIsRefused() {
        script = server -> metered(Meetings.meeting("m".repeat(3_000_000)));
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        assertThat(errors).singleElement().isInstanceOf(LimitExceededException.class);
        assertThat(errors.get(0)).hasMessageContaining("maxMemory");
        look(fleet, SECOND);
        assertThat(asked).hasSize(1);
        assertThat(taken(fleet)).isZero();
    }

    @Test
    void whatIsKeptCountsForAMinuteAtMost() {
        Meeting large = Meetings.meeting("m".repeat(500_000));
        script = server -> metered(large);
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        long one = taken(fleet);
        assertThat(one).isEqualTo(AnswerWeight.of(large));
        time.advance(Duration.ofSeconds(50));
        look(fleet, SECOND);
        assertThat(taken(fleet)).as("the newer instead of the older").isEqualTo(one);
        time.advance(Duration.ofSeconds(59));
        assertThat(taken(fleet)).isEqualTo(one);
        time.advance(Duration.ofSeconds(1));
        assertThat(taken(fleet)).isZero();
        look(fleet, Duration.ofDays(1));
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatIsKeptOrReadIsGivenBackHoweverItEnds() {
        Meeting large = Meetings.meeting("m".repeat(100_000));
        script = server -> metered(large);
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        assertThat(taken(fleet)).isPositive();
        fleet.replace(BbbServer.of(ONE.baseUrl().toString(), "another").withName("one"));
        assertThat(taken(fleet)).as("rotated").isZero();
        script = server -> metered(large).concatWith(Flux.error(new IllegalStateException("no")));
        look(fleet, Duration.ZERO);
        assertThat(taken(fleet)).as("failed").isZero();
        script = server -> metered(large).concatWith(Flux.never());
        time.advance(SECOND);
        Disposable look = look(fleet, Duration.ZERO);
        assertThat(taken(fleet)).as("reading").isPositive();
        look.dispose();
        assertThat(taken(fleet)).as("cancelled").isZero();
        time.advance(SECOND);
        look(fleet, Duration.ZERO);
        time.advance(Duration.ofSeconds(5));
        assertThat(taken(fleet)).as("late").isZero();
        script = server -> metered(Meetings.ended(large, Instant.EPOCH, false));
        time.advance(SECOND);
        look(fleet, Duration.ZERO);
        assertThat(taken(fleet)).as("ended").isZero();
        script = server -> metered(large);
        time.advance(SECOND);
        look(fleet, Duration.ZERO);
        fleet.remove("one");
        assertThat(taken(fleet)).as("removed").isZero();
    }

    @Test
    void aPollWithMetadataTakesThePlaceOfWhatIsKept() {
        Meeting large = Meetings.meeting("m".repeat(100_000));
        script = server -> metered(large);
        for (PollDepth depth : List.of(PollDepth.MEETINGS, PollDepth.COUNTERS)) {
            BbbFleet fleet = polling(depth);
            long poll = taken(fleet);
            look(fleet, Duration.ZERO);
            assertThat(taken(fleet)).isEqualTo(2 * poll);
            time.advance(Duration.ofSeconds(10));
            assertThat(taken(fleet)).isEqualTo(depth == PollDepth.MEETINGS ? poll : 2 * poll);
        }
    }

    @Test
    void aDisposedFleetKeepsNothing() {
        script = server -> metered(Meetings.meeting("m"));
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        assertThat(taken(fleet)).isPositive();
        fleet.disposeLater().subscribe();
        assertThat(taken(fleet)).isZero();
    }

    @Test
    void theDateOfTheAnswerComesWithIt() {
        Instant date = Instant.parse("2026-11-22T12:48:49Z");
        CallListener tracer = AnswerTrace.listener(CallListener.NONE);
        CallListener.Call call = new CallListener.Call(new CallSite("one", "getMeetings"), Instant.EPOCH);
        script = server -> Flux.deferContextual(context -> {
            tracer.onServerDate(call, date, context);
            return Flux.empty();
        });
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        assertThat(looks).singleElement().extracting(ServerLook::serverDate).isEqualTo(date);
    }

    @Test
    void whoThrowsWhenToldHurtsNobodyElse() {
        Sinks.Empty<Meeting> answer = hanging();
        BbbFleet fleet = fleet();
        fleet.look("one", SECOND).subscribe(look -> {
            throw new OutOfMemoryError("for a moment");
        });
        look(fleet, SECOND);
        answer.tryEmitEmpty();
        assertThat(looks).hasSize(1);
        look(fleet, SECOND);
        assertThat(looks).hasSize(2);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aClientThatThrowsFailsTheLookAndTheNextIsAsUsual() {
        script = server -> {
            throw new OutOfMemoryError("for a moment");
        };
        BbbFleet fleet = fleet();
        look(fleet, SECOND);
        assertThat(errors).singleElement().isInstanceOf(OutOfMemoryError.class);
        script = server -> Flux.empty();
        time.advanceMillis(1_001);
        look(fleet, SECOND);
        assertThat(looks).hasSize(1);
    }

    /** Some come and go at once, and the secret is rotated meanwhile: nobody waits in vain, and nothing stays behind. */
    @Test
    void lookersOnManyThreadsEachGetAnAnswer() throws InterruptedException {
        BbbFleet fleet = BbbFleet.builder(plan())
                .clientSource(
                        new Scripted(server -> metered(Meetings.meeting("m")).delaySubscription(Duration.ofMillis(1))))
                .build();
        fleet.add(ONE);
        AtomicInteger answers = new AtomicInteger();
        CountDownLatch ends = new CountDownLatch(4 * 500);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < 500; i++) {
                        if (i % 3 == thread) {
                            fleet.look("one", Duration.ZERO).subscribe().dispose();
                        }
                        fleet.look("one", Duration.ofMillis(i % 2))
                                .doFinally(signal -> ends.countDown())
                                .subscribe(look -> answers.incrementAndGet());
                        if (thread == 0 && i % 50 == 0) {
                            fleet.replace(BbbServer.of(ONE.baseUrl().toString(), "secret " + i)
                                    .withName("one"));
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            each.join();
        }
        assertThat(ends.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answers).hasValue(4 * 500);
        fleet.remove("one");
        assertThat(taken(fleet)).isZero();
    }

    private void storm(IntConsumer look) {
        for (int i = 0; i < 1_000; i++) {
            look.accept(i);
            time.advanceMillis(10);
        }
    }

    private Disposable look(BbbFleet fleet, Duration age) {
        return fleet.look("one", age).subscribe(looks::add, errors::add);
    }

    /** Lets the server answer nothing until the sink ends. */
    private Sinks.Empty<Meeting> hanging() {
        Sinks.Empty<Meeting> answer = Sinks.empty();
        script = server -> answer.asMono().flux().doOnCancel(cancelled::incrementAndGet);
        return answer;
    }

    private BbbFleet fleet() {
        return fleet(plan());
    }

    private BbbFleet fleet(PollPlan plan) {
        BbbFleet fleet = time.fleet(plan, scripted()).maxMemory(BOUND).build();
        fleet.add(ONE);
        return fleet;
    }

    /** A fleet that has just begun its first poll. */
    private BbbFleet polling(PollDepth depth) {
        asked.clear();
        BbbFleet fleet = fleet(plan().withDepth(depth)).start();
        while (asked.isEmpty()) {
            time.advanceMillis(1);
        }
        time.advance(SECOND);
        return fleet;
    }

    private Scripted scripted() {
        return new Scripted(server -> {
            asked.add(server.name());
            return script.apply(server);
        });
    }

    private static ServerView.Poll poll(BbbFleet fleet) {
        return requireNonNull(fleet.snapshot().servers().get("one")).poll();
    }

    private static long taken(BbbFleet fleet) {
        try {
            var field = fleet.getClass().getDeclaredField("memory");
            field.setAccessible(true);
            return ((AnswerMemory) field.get(fleet)).taken();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Flux<Meeting> metered(Meeting meeting) {
        return Flux.deferContextual(context -> {
            context.get(AnswerMeter.class).finished(new CallSite("one", "getMeetings"), meeting);
            return Flux.just(meeting);
        });
    }

    private static PollPlan plan() {
        return PollPlan.of(PollSchedule.every(Duration.ofSeconds(10)))
                .withVersionEvery(0)
                .withDeadline(Duration.ofSeconds(5));
    }
}
