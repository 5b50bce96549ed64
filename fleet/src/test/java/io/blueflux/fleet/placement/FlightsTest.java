// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.fleet.placement.SimFleet.Result;
import io.blueflux.fleet.placement.SimServer.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Who shares a flight, who leaves it, and what is left of it. */
class FlightsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimFleet sim = new SimFleet(10);
    private final Replica process = sim.process();

    FlightsTest() {
        sim.pass(Duration.ofSeconds(30)); // all are up
    }

    private static int flights(MeetingPlacement placement) {
        return ((DefaultMeetingPlacement) placement).flights();
    }

    private Mono<PlacedMeeting> call(String meetingId) {
        return process.placement.findOrCreate(SimFleet.request(meetingId));
    }

    private double reserved(MeetingPlacement placement) {
        return sim.servers.keySet().stream().mapToDouble(placement::reserved).sum();
    }

    /** Whatever the moment at which the last one leaves: a create is either not sent at all, or remembered. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoLeavesAsTheCreateIsAboutToBeSentLeavesNoReservationBehind(int moment) {
        int[] looked = {0};
        int[] readings = {0};
        Disposable.Swap caller = Disposables.swap();
        Clock leaving = new Clock() {
            @Override
            public Instant instant() {
                if (looked[0] == 6 && ++readings[0] == moment) {
                    caller.dispose();
                }
                return sim.clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return sim.clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        PlacementListener counting = new PlacementListener() {
            @Override
            public void onLooked(String server, boolean answered) {
                looked[0]++;
            }
        };
        Replica left = sim.new Replica(builder -> builder.clock(leaving).listener(counting), true);
        sim.pass(Duration.ofSeconds(30));
        caller.update(left.ask("room").subscription);
        sim.pass(Duration.ofSeconds(30)); // polls show what is there

        assertThat(readings[0]).isGreaterThanOrEqualTo(1);
        assertThat(flights(left.placement)).isZero();
        assertThat(reserved(left.placement)).isZero();
        assertThat(sim.running("room")).hasSize((int) sim.calls("create"));
    }

    @Test
    void whoCancelsAtOnceLeavesNothingBehind() {
        call("room").subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.cancel();
            }
        });
        sim.pass(SECOND);

        assertThat(flights(process.placement)).isZero();
        assertThat(sim.calls("create")).isZero();
    }

    @Test
    void whoCancelsTwiceLeavesOnce() {
        List<Subscription> subscriptions = new ArrayList<>();
        Result stays = process.ask("room");
        call("room").subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscriptions.add(subscription);
                subscription.request(1);
            }
        });
        subscriptions.get(0).cancel();
        subscriptions.get(0).cancel();
        sim.pass(SECOND);

        assertThat(stays.placed().created()).isTrue();
        assertThat(sim.calls("getMeetings") - 30).isLessThanOrEqualTo(6); // one look at each candidate
    }

    @Test
    void whoAsksAgainFromWithinItsAnswerIsAnswered() {
        List<PlacedMeeting> answers = new ArrayList<>();
        call("room")
                .flatMap(first -> {
                    answers.add(first);
                    return call("room");
                })
                .doOnNext(answers::add)
                .doFinally(signal -> call("room").subscribe(answers::add))
                .subscribe();
        sim.pass(SECOND);

        assertThat(answers)
                .hasSize(3)
                .allSatisfy(each ->
                        assertThat(each.server()).isEqualTo(answers.get(0).server()));
        assertThat(sim.calls("create")).isEqualTo(1);
        assertThat(flights(process.placement)).isZero();
    }

    @Test
    void whoAsksAgainFromWithinAnErrorIsAnswered() {
        sim.servers.values().forEach(server -> server.refuses = true);
        List<Throwable> errors = new ArrayList<>();
        call("room").doOnError(errors::add).onErrorResume(error -> call("room")).subscribe(placed -> {}, errors::add);
        sim.pass(Duration.ofSeconds(10));

        assertThat(errors).hasSize(2).allSatisfy(each -> assertThat(each).isInstanceOf(NoServerException.class));
        assertThat(flights(process.placement)).isZero();
    }

    @Test
    void whoCancelsInItsAnswerTakesItFromNobodyElse() {
        List<PlacedMeeting> answers = new ArrayList<>();
        BaseSubscriber<PlacedMeeting> leaving = new BaseSubscriber<>() {
            @Override
            protected void hookOnNext(PlacedMeeting placed) {
                answers.add(placed);
                cancel();
            }
        };
        call("room").subscribe(leaving);
        Result other = process.ask("room");
        sim.pass(SECOND);

        assertThat(answers).containsExactly(other.placed());
        assertThat(sim.calls("create")).isEqualTo(1);
    }

    @Test
    void tenThousandWhoWantOneMeetingShareOneCreate() {
        List<Result> all =
                IntStream.range(0, 10_000).mapToObj(i -> process.ask("room")).toList();
        sim.pass(SECOND);

        assertThat(all)
                .allSatisfy(
                        each -> assertThat(each.placed()).isSameAs(all.get(0).placed()));
        assertThat(sim.calls("create")).isEqualTo(1);
        assertThat(flights(process.placement)).isZero();
    }

    @Test
    void thousandsOfMeetingsAtOnceAreCreatedOnceEach() {
        sim.forgetCalls();
        List<Result> all = IntStream.range(0, 2_000)
                .mapToObj(i -> process.ask("room-" + i))
                .toList();
        sim.pass(Duration.ofSeconds(5));

        assertThat(all).allSatisfy(each -> assertThat(each.placed().created()).isTrue());
        assertThat(sim.calls("create")).isEqualTo(2_000);
        assertThat(sim.calls("getMeetings")).isLessThanOrEqualTo(10 * 6); // one a second, and the polls
        assertThat(flights(process.placement)).isZero();
    }

    @Test
    void aJoinerOfACreateThatAllOthersLeftIsAnswered() {
        sim.servers
                .values()
                .forEach(server -> server.faults.add(
                        new Fault(null, Duration.ofSeconds(3), () -> SimServer.reset(server.name, "create"))));
        Result left = process.ask("room");
        sim.pass(Duration.ofMillis(100));
        left.subscription.dispose();
        Result joiner = process.ask("room");
        sim.pass(Duration.ofSeconds(10));

        assertThat(joiner.placed().known()).isTrue();
        assertThat(sim.running("room")).hasSize(1);
        assertThat(flights(process.placement)).isZero();
    }

    @Test
    void aCreateThatFailsWithNobodyWaitingIsTriedNowhereElse() {
        sim.servers
                .values()
                .forEach(server ->
                        server.faults.add(new Fault(null, SECOND, () -> SimServer.refused(server.name, "create"))));
        Result left = process.ask("room");
        sim.pass(Duration.ofMillis(100));
        left.subscription.dispose();
        sim.pass(Duration.ofSeconds(10));

        assertThat(sim.calls("create")).isEqualTo(1);
        assertThat(flights(process.placement)).isZero();
        assertThat(reserved(process.placement)).isZero();
    }

    @Test
    void aTimerThatWasDisposedOfIsAnError() {
        Scheduler disposed = Schedulers.newSingle("disposed");
        disposed.dispose();
        MeetingPlacement placement = MeetingPlacement.builder(process.fleet)
                .timer(disposed)
                .clock(sim.clock)
                .build();
        Result result = new Result(placement.findOrCreate(SimFleet.request("room")));
        sim.pass(SECOND);

        assertThat(result.error()).isInstanceOf(NoServerException.class); // no time passes any more
        assertThat(flights(placement)).isZero();
    }

    @Test
    void aFleetDisposedOfMeanwhileIsAnError() {
        Result looking = process.ask("room");
        process.fleet.disposeLater().subscribe();
        Result after = process.ask("other");
        sim.pass(Duration.ofSeconds(80));

        assertThat(looking.isOver()).isTrue();
        assertThat(after.isOver()).isTrue();
        assertThat(flights(process.placement)).isZero();
    }

    @Test
    void whoWaitsInVainIsToldOnWhichServerTheCreateIs() {
        Replica hasty = sim
        .new Replica(builder -> builder.rules(PlacementRules.LEAST_LOAD.withDeadline(Duration.ofSeconds(2))), true);
        sim.pass(Duration.ofSeconds(30));
        sim.servers
                .values()
                .forEach(server -> server.faults.add(
                        new Fault(null, Duration.ofSeconds(60), () -> SimServer.timeout(server.name, "create"))));
        Result result = hasty.ask("room");
        sim.pass(Duration.ofSeconds(3));

        assertThat(result.error())
                .isInstanceOfSatisfying(
                        MeetingUncertainException.class,
                        late -> assertThat(sim.at(late.server()).calls("create"))
                                .isEqualTo(1));
    }
}
