// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How long a meeting is looked for, and whom is asked. */
class FleetFindTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final List<MeetingSearch> searches = new ArrayList<>();
    private Function<BbbServer, Mono<Meeting>> infos = FleetFindTest::absent;

    @Test
    void aSearchEndsAtOnceWhereAllHaveAnswered() {
        find(fleet(3));
        assertThat(asked).hasSize(3);
        assertThat(searches).containsExactly(new MeetingSearch(null, List.of()));
    }

    @Test
    void withoutServersThereIsNothingToWaitFor() {
        find(fleet(0));
        assertThat(searches).containsExactly(new MeetingSearch(null, List.of()));
    }

    @Test
    void whoHangsIsWaitedForTwoSecondsAfterTheFirstAnswer() {
        infos = server -> switch (server.name()) {
            case "s0", "s3" -> hung();
            case "s1" -> absent(server).delaySubscription(Duration.ofMillis(400), time.scheduler());
            default -> absent(server).delaySubscription(Duration.ofMillis(2_399), time.scheduler());
        };
        find(fleet(4));
        time.advanceMillis(2_399);
        assertThat(searches).isEmpty();
        time.advanceMillis(1);
        assertThat(searches).containsExactly(new MeetingSearch(null, List.of("s0", "s3")));
        assertThat(cancelled).hasValue(2);
    }

    @Test
    void noSearchTakesLongerThanFiveSeconds() {
        infos = server -> hung();
        find(fleet(2));
        time.advanceMillis(4_999);
        assertThat(searches).isEmpty();
        time.advanceMillis(1);
        assertThat(searches).containsExactly(new MeetingSearch(null, List.of("s0", "s1")));
        assertThat(cancelled).hasValue(2);
    }

    @Test
    void aLateFirstAnswerMovesTheEndNoFurther() {
        infos = server -> server.name().equals("s0")
                ? hung()
                : absent(server).delaySubscription(Duration.ofMillis(4_900), time.scheduler());
        find(fleet(2));
        time.advance(Duration.ofSeconds(5));
        assertThat(searches).containsExactly(new MeetingSearch(null, List.of("s0")));
    }

    @Test
    void whoFailsHasNotAnswered() {
        infos = server ->
                server.name().equals("s0") ? hung() : Mono.error(new IllegalStateException("no answer in any sense"));
        find(fleet(2));
        time.advance(Duration.ofSeconds(3));
        assertThat(searches).isEmpty();
        time.advance(Duration.ofSeconds(2));
        assertThat(searches).containsExactly(new MeetingSearch(null, List.of("s0", "s1")));
    }

    @Test
    void theFirstThatHasItEndsTheSearchAtOnce() {
        infos = server -> server.name().equals("s1")
                ? Mono.just(Meetings.meeting("m")).delaySubscription(Duration.ofMillis(300), time.scheduler())
                : hung();
        find(fleet(3));
        time.advanceMillis(300);
        assertThat(requireNonNull(searches.get(0).found()).server()).isEqualTo("s1");
        assertThat(searches.get(0).unanswered()).isEmpty();
        assertThat(cancelled).hasValue(2);
    }

    @Test
    void manyThatHangDoNotKeepTheOthersFromBeingAsked() {
        infos = server -> server.name().equals("s40") ? Mono.just(Meetings.meeting("m")) : hung();
        find(fleet(41));
        assertThat(asked).hasSize(41);
        assertThat(requireNonNull(searches.get(0).found()).server()).isEqualTo("s40");
    }

    @Test
    void theBoundsMayBeSet() {
        infos = server -> server.name().equals("s0") ? absent(server) : hung();
        BbbFleet fleet = added(builder().findTimeout(Duration.ofMillis(20), Duration.ofMillis(50)), 2);
        find(fleet);
        time.advanceMillis(20);
        assertThat(searches).hasSize(1);
        infos = server -> hung();
        find(fleet);
        time.advanceMillis(50);
        assertThat(searches).hasSize(2);
    }

    @Test
    void boundsThatCannotBeUsedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().findTimeout(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("afterAnswer must be 1 ms to 1 day, not PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().findTimeout(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessage("inAll must be 2000 ms to 1 day, not PT1S");
    }

    @Test
    void aServerThatIsDownIsNotAsked() {
        BbbFleet fleet = fleet(
                2, server -> server.name().equals("s0") ? Flux.error(new IllegalStateException("down")) : Flux.empty());
        fleet.start();
        time.advance(Duration.ofSeconds(10));
        find(fleet);
        assertThat(asked).containsExactly("s1");
        assertThat(searches).containsExactly(new MeetingSearch(null, List.of("s0")));
    }

    @Test
    void aServerThatNobodyPollsYetIsAsked() {
        find(fleet(1));
        assertThat(asked).containsExactly("s0");
    }

    private void find(BbbFleet fleet) {
        fleet.findMeeting("m").subscribe(searches::add);
    }

    private BbbFleet fleet(int servers) {
        return fleet(servers, server -> Flux.empty());
    }

    private BbbFleet fleet(int servers, Function<BbbServer, Flux<Meeting>> lists) {
        return added(time.fleet(plan(), scripted(lists)), servers);
    }

    private BbbFleetBuilder builder() {
        return time.fleet(plan(), scripted(server -> Flux.empty()));
    }

    private static BbbFleet added(BbbFleetBuilder builder, int servers) {
        BbbFleet fleet = builder.build();
        IntStream.range(0, servers).forEach(i -> fleet.add(Scripted.server("s" + i)));
        return fleet;
    }

    private ClientSource scripted(Function<BbbServer, Flux<Meeting>> lists) {
        return new Scripted(lists, server -> {
            asked.add(server.name());
            return infos.apply(server);
        });
    }

    private Mono<Meeting> hung() {
        return Mono.<Meeting>never().doOnCancel(cancelled::incrementAndGet);
    }

    private static Mono<Meeting> absent(BbbServer server) {
        ApiError error = new ApiError("notFound", "no such meeting");
        return Mono.error(
                new ApiFailedException(new CallSite(server.name(), "getMeetingInfo"), "FAILED", List.of(error), 200));
    }

    private static PollPlan plan() {
        return PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);
    }
}
