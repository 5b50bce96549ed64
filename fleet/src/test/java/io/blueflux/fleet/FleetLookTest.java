// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            storm(fleet, i -> look(fleet, SECOND));
            assertThat(asked).hasSizeBetween(3, 10);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void aStormOfLooksThatFailIsACallInEachAge() {
        script = server -> Flux.error(new IllegalStateException("no"));
        BbbFleet fleet = fleet();
        storm(fleet, i -> look(fleet, SECOND));
        assertThat(asked).hasSize(10);
        assertThat(errors).hasSize(1_000);
    }

    @Test
    void aStormOfLooksThatAreCancelledIsACallInEachAge() {
        hanging();
        BbbFleet fleet = fleet();
        storm(fleet, i -> look(fleet, SECOND).dispose());
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
    void theCallIsCancelledWhenTheLastLeft() {
        hanging();
        BbbFleet fleet = fleet();
        List<Disposable> all = List.of(look(fleet, SECOND), look(fleet, SECOND), look(fleet, SECOND));
        all.forEach(Disposable::dispose);
        assertThat(cancelled).hasValue(1);
        assertThat(asked).hasSize(1);
        assertThat(looks).isEmpty();
        assertThat(errors).isEmpty();
    }

    @Test
    void whoAsksAfterACancelledLookWaitsOutItsAge() {
        hanging();
        BbbFleet fleet = fleet();
        look(fleet, SECOND).dispose();
        script = server -> Flux.empty();
        time.advanceMillis(400);
        look(fleet, SECOND);
        Disposable gone = look(fleet, SECOND);
        time.advanceMillis(600);
        gone.dispose();
        assertThat(asked).hasSize(1);
        time.advanceMillis(1);
        assertThat(looks).hasSize(1);
        assertThat(asked).hasSize(2);
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
        assertThat(errors)
                .singleElement()
                .isInstanceOfSatisfying(CallTimeoutException.class, error -> {
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

    private void storm(BbbFleet fleet, IntConsumer look) {
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
        BbbFleet fleet = time.fleet(plan, new Scripted(server -> {
                    asked.add(server.name());
                    return script.apply(server);
                }))
                .maxMemory(BOUND)
                .build();
        fleet.add(ONE);
        return fleet;
    }

    private static PollPlan plan() {
        return PollPlan.of(PollSchedule.every(Duration.ofSeconds(10)))
                .withVersionEvery(0)
                .withDeadline(Duration.ofSeconds(5));
    }
}
