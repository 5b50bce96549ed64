// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A poll that is asked for. */
class FleetPollTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BbbServer ONE = Scripted.server("one");

    private final VirtualTime time = new VirtualTime();
    private final Map<String, List<Long>> starts = new HashMap<>(); // in milliseconds
    private Function<BbbServer, Flux<Meeting>> script = server -> Flux.just(Meetings.meeting("m"));

    @Test
    void comesAtOnceAndTheRhythmGoesOn() {
        BbbFleet fleet = fleet().build().start();
        fleet.add(ONE);
        time.advance(MINUTE);
        long first = starts().get(0);
        advanceTo(first + 60_001);
        assertThat(starts()).containsExactly(first, first + 60_000);
        long now = advanceTo(first + 80_000);
        assertThat(fleet.poll("one")).isTrue();
        time.advanceMillis(0);
        assertThat(starts()).containsExactly(first, first + 60_000, now);
        advanceTo(first + 180_001);
        assertThat(starts().subList(3, starts().size())).containsExactly(first + 120_000, first + 180_000);
    }

    @Test
    void aServerThatWasJustAddedIsPolledAtOnce() {
        BbbFleet fleet = fleet().build().start();
        time.advanceMillis(1_234);
        fleet.add(ONE);
        fleet.poll("one");
        time.advanceMillis(0);
        assertThat(starts()).containsExactly(1_234L);
    }

    @Test
    void aThousandWishesAreOnePollAndItKeepsTheFloor() {
        BbbFleet fleet = fleet().build().start();
        fleet.add(ONE);
        fleet.poll("one");
        time.advanceMillis(100);
        assertThat(starts()).containsExactly(0L);
        for (int i = 0; i < 1_000; i++) {
            assertThat(fleet.poll("one")).isTrue();
        }
        time.advanceMillis(399);
        assertThat(starts()).as("the floor").hasSize(1);
        time.advanceMillis(1);
        assertThat(starts()).containsExactly(0L, 500L);
        time.advanceMillis(2_000);
        assertThat(starts()).as("one is for all").containsExactly(0L, 500L);
    }

    @Test
    void theFloorIsThatOfTheServersSchedule() {
        PollSchedule often = PollSchedule.every(MINUTE, Duration.ofMillis(10)).withJitter(0);
        BbbFleet fleet = fleet().build().start();
        fleet.add(new FleetServer(ONE, plan().withSchedule(often)));
        for (int i = 0; i < 100; i++) {
            fleet.poll("one");
            time.advanceMillis(1);
        }
        assertThat(starts())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 10).mapToObj(i -> 10L * i).toList());
    }

    @Test
    void oneInFlightIsFollowedByOneMore() {
        List<Sinks.Empty<Meeting>> answers = new ArrayList<>();
        script = server -> {
            answers.add(Sinks.empty());
            return answers.get(answers.size() - 1).asMono().flux();
        };
        BbbFleet fleet = fleet().build().start();
        fleet.add(ONE);
        fleet.poll("one");
        time.advanceMillis(800);
        for (int i = 0; i < 1_000; i++) {
            assertThat(fleet.poll("one")).isTrue();
        }
        time.advanceMillis(700);
        assertThat(starts()).as("never two at once").containsExactly(0L);
        answers.get(0).tryEmitEmpty();
        time.advanceMillis(0);
        assertThat(starts()).containsExactly(0L, 1_500L);
        answers.get(1).tryEmitEmpty();
        time.advanceMillis(2_000);
        assertThat(starts()).containsExactly(0L, 1_500L);
    }

    @Test
    void aServerThatIsDownIsAskedTooAndIsBackInItsRhythmWhenItAnswers() {
        script = server -> Flux.error(new HttpStatusException(new CallSite("one", "getMeetings"), 502, ""));
        BbbFleet fleet = time.fleet(
                        plan().withSchedule(PollSchedule.every(Duration.ofSeconds(10))
                                .withJitter(0)),
                        scripted())
                .build()
                .start();
        fleet.add(ONE);
        while (starts().size() < 8) {
            time.advance(MINUTE);
        }
        long last = starts().get(starts().size() - 1);
        int polls = starts().size();
        long now = advanceTo(Math.max(last + 1_000, time.elapsed().toMillis()));
        assertThat(requireNonNull(fleet.snapshot().servers().get("one")).state())
                .isEqualTo(ServerState.DOWN);
        fleet.poll("one");
        time.advanceMillis(0);
        assertThat(starts()).hasSize(polls + 1).endsWith(now);
        time.advance(Duration.ofSeconds(9));
        assertThat(starts()).as("it pauses anew").hasSize(polls + 1);
        script = server -> Flux.empty();
        fleet.poll("one");
        time.advanceMillis(0);
        fleet.poll("one");
        time.advanceMillis(500);
        assertThat(requireNonNull(fleet.snapshot().servers().get("one")).state())
                .isEqualTo(ServerState.UP);
        int up = starts().size();
        time.advance(Duration.ofSeconds(60));
        assertThat(starts().size() - up).isBetween(6, 7);
    }

    @Test
    void theFloorHoldsOverAStopAndAStart() {
        BbbFleet fleet = fleet().build().start();
        fleet.add(ONE);
        fleet.poll("one");
        time.advanceMillis(100);
        fleet.stop().subscribe();
        time.advanceMillis(0);
        assertThat(fleet.poll("one")).as("stopped").isFalse();
        fleet.start();
        assertThat(fleet.poll("one")).isTrue();
        time.advanceMillis(399);
        assertThat(starts()).containsExactly(0L);
        time.advanceMillis(1);
        assertThat(starts()).containsExactly(0L, 500L);
    }

    @Test
    void aWishThatAStopOverranIsForgotten() {
        BbbFleet fleet = fleet().build().start();
        fleet.add(ONE);
        fleet.poll("one");
        time.advanceMillis(0);
        fleet.poll("one");
        fleet.stop().subscribe();
        fleet.start();
        time.advanceMillis(1_000);
        assertThat(starts()).containsExactly(0L);
    }

    @Test
    void whereNobodyPollsHereNoneIsComing() {
        BbbFleet fleet = fleet().share(() -> Flux.just("one"::equals)).build();
        fleet.add(ONE);
        fleet.add(Scripted.server("elsewhere"));
        assertThat(fleet.poll("one")).as("not started").isFalse();
        fleet.start();
        assertThat(fleet.poll("one")).isTrue();
        assertThat(fleet.poll("elsewhere")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.poll("two"))
                .withMessage("there is no server named two");
        fleet.remove("one");
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.poll("one"));
        time.advance(MINUTE);
        assertThat(starts).containsOnly(Map.entry("one", List.of(0L)));
        fleet.disposeLater().subscribe();
        assertThat(fleet.poll("elsewhere")).as("disposed").isFalse();
    }

    @Test
    void thePermitsBoundThemAndAllComeInTheEnd() {
        List<Sinks.Empty<Meeting>> open = new ArrayList<>();
        script = server -> {
            Sinks.Empty<Meeting> answer = Sinks.empty();
            open.add(answer);
            return answer.asMono().flux();
        };
        BbbFleet fleet = fleet().maxInFlight(4).build().start();
        for (int i = 0; i < 50; i++) {
            fleet.add(Scripted.server("s" + i));
        }
        IntStream.range(0, 50).forEach(i -> fleet.poll("s" + i));
        time.advanceMillis(0);
        assertThat(fleet.load()).isEqualTo(new PollLoad(3, 0, 47, 0));
        IntStream.range(0, 50).forEach(i -> fleet.poll("s" + i));
        for (int i = 0; i < 50; i++) {
            assertThat(open).hasSizeLessThanOrEqualTo(i + 3);
            open.get(i).tryEmitEmpty();
            time.advanceMillis(0);
        }
        assertThat(starts).hasSize(50);
        assertThat(starts.values().stream().filter(each -> each.size() > 1).toList())
                .as("who waited in line had what was wished for meanwhile")
                .isEmpty();
    }

    @Test
    void aScheduleThatIsReplacedKeepsTheWish() {
        BbbFleet fleet = fleet().build().start();
        fleet.add(ONE);
        fleet.poll("one");
        time.advanceMillis(100);
        fleet.poll("one");
        fleet.replace(new FleetServer(ONE, plan().withSchedule(PollSchedule.every(Duration.ofMinutes(9)))));
        time.advanceMillis(400);
        assertThat(starts()).containsExactly(0L, 500L);
    }

    private long advanceTo(long millis) {
        time.advanceMillis(millis - time.elapsed().toMillis());
        return millis;
    }

    private List<Long> starts() {
        return starts.getOrDefault("one", List.of());
    }

    private BbbFleetBuilder fleet() {
        return time.fleet(plan(), scripted());
    }

    private Scripted scripted() {
        return new Scripted(server -> {
            starts.computeIfAbsent(server.name(), name -> new ArrayList<>())
                    .add(time.elapsed().toMillis());
            return script.apply(server);
        });
    }

    private static PollPlan plan() {
        return PollPlan.of(PollSchedule.every(MINUTE).withJitter(0)).withVersionEvery(0);
    }
}
