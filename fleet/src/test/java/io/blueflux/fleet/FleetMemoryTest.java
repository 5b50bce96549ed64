// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.AnswerMeter;
import io.blueflux.reactor.BbbClient;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What counts in maxMemory. */
class FleetMemoryTest {
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);
    private static final int BOUND = 16 << 20;

    private final VirtualTime time = new VirtualTime();
    private final List<@Nullable Throwable> outcomes = new ArrayList<>();

    /** One such answer fits into the bound, two do not. */
    @Test
    void whatIsKnownCountsAlsoAfterAStopAndAStart() {
        Meeting large = Meetings.meeting("m".repeat(700_000));
        BbbFleet fleet = fleet(new Scripted(server -> metered(large))).start();
        fleet.reports().subscribe(report -> outcomes.add(report.error()));
        fleet.add(Scripted.server("one"));
        time.advance(Duration.ofSeconds(2));
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0)).isNull();
        assertThat(outcomes.get(1)).isInstanceOf(LimitExceededException.class).hasMessageContaining("maxMemory");
        for (int i = 0; i < 3; i++) {
            outcomes.clear();
            fleet.stop().subscribe();
            time.advance(Duration.ofSeconds(6));
            fleet.start();
            time.advance(Duration.ofSeconds(20));
            assertThat(outcomes).isNotEmpty().allMatch(LimitExceededException.class::isInstance);
        }
        fleet.remove("one");
        outcomes.clear();
        fleet.add(Scripted.server("one"));
        time.advance(Duration.ofSeconds(1));
        assertThat(outcomes).as("what is gone counts no more").hasSize(1).containsOnlyNulls();
    }

    /** Each info takes 2.4 MB while it is read: there is room for a few. */
    @Test
    void theInfosOfASearchCountWhileTheyAreRead() {
        Sinks.Empty<Void> ends = Sinks.empty();
        AtomicInteger reading = new AtomicInteger();
        BbbFleet fleet = fleet(new Infos(server -> told(100_000)
                .then(Mono.fromRunnable(reading::incrementAndGet))
                .then(ends.asMono())
                .then(Mono.error(notFound(server)))));
        addTwenty(fleet);
        AtomicReference<MeetingSearch> found = new AtomicReference<>();
        fleet.findMeeting("room").subscribe(found::set);
        assertThat(reading.get()).isBetween(1, BOUND / 2_400_000);
        assertThat(found.get()).isNull();
        ends.tryEmitEmpty();
        assertThat(requireNonNull(found.get()).unanswered()).hasSize(20 - reading.get());
    }

    @Test
    void whatASearchTookIsGivenBackHoweverItEnds() {
        Function<BbbServer, Mono<Meeting>> large = server -> told(100_000).then(Mono.never());
        AtomicReference<Function<BbbServer, Mono<Meeting>>> script = new AtomicReference<>(large);
        BbbFleet fleet = fleet(new Infos(server -> requireNonNull(script.get()).apply(server)));
        addTwenty(fleet);
        for (int i = 0; i < 10; i++) {
            Disposable search = fleet.findMeeting("room").subscribe();
            search.dispose();
            script.set(server -> told(100_000).then(Mono.error(new IllegalStateException("no"))));
            assertThat(requireNonNull(fleet.findMeeting("room").block()).unanswered())
                    .hasSize(20);
            script.set(server -> told(10_000).then(Mono.error(notFound(server))));
            assertThat(requireNonNull(fleet.findMeeting("room").block()).isAbsent())
                    .isTrue();
            script.set(server -> told(10_000).then(Mono.just(Meetings.meeting("room"))));
            assertThat(requireNonNull(fleet.findMeeting("room").block()).found())
                    .isNotNull();
            script.set(large);
        }
    }

    @Test
    void aSnapshotThatNobodyKeepsIsNotKept() throws Exception {
        AtomicReference<Meeting> listed = new AtomicReference<>(Meetings.meeting("old"));
        BbbFleet fleet = fleet(new Scripted(server -> Flux.just(requireNonNull(listed.get()))))
                .start();
        fleet.add(Scripted.server("one"));
        time.advance(Duration.ofSeconds(1));
        WeakReference<FleetSnapshot> old = seen(fleet);
        listed.set(Meetings.meeting("new"));
        time.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 100 && old.get() != null; i++) {
            System.gc();
        }
        assertThat(old.get()).isNull();
    }

    /** By a method of its own, whose variable holds the snapshot until it has been compared, and no longer. */
    private static WeakReference<FleetSnapshot> seen(BbbFleet fleet) {
        FleetSnapshot snapshot = fleet.snapshot();
        assertThat(fleet.snapshot()).as("the same while nothing changed").isSameAs(snapshot);
        return new WeakReference<>(snapshot);
    }

    private BbbFleet fleet(ClientSource clients) {
        return time.fleet(PLAN, clients).maxMemory(BOUND).build();
    }

    /** They answer one poll, so that they are asked by a search. */
    private void addTwenty(BbbFleet fleet) {
        fleet.start();
        IntStream.range(0, 20).forEach(i -> fleet.add(Scripted.server("s" + i)));
        time.advance(Duration.ofSeconds(1));
    }

    private static Flux<Meeting> metered(Meeting meeting) {
        return Flux.deferContextual(context -> {
            context.get(AnswerMeter.class).finished(new CallSite("s", "getMeetings"), meeting);
            return Flux.just(meeting);
        });
    }

    private static Mono<Void> told(int bytes) {
        return Mono.deferContextual(context -> {
            AnswerMeter meter = context.getOrDefault(AnswerMeter.class, null);
            if (meter != null) {
                meter.unfinished(new CallSite("s", "getMeetingInfo"), bytes);
            }
            return Mono.empty();
        });
    }

    private static ApiFailedException notFound(BbbServer server) {
        ApiError error = new ApiError("notFound", "no such meeting");
        return new ApiFailedException(new CallSite(server.name(), "getMeetingInfo"), "FAILED", List.of(error), 200);
    }

    /** Servers without meetings, whose infos are scripted. */
    private record Infos(Function<BbbServer, Mono<Meeting>> script) implements ClientSource {
        @Override
        public BbbClient client(BbbServer server) {
            BbbClient lists = new Scripted(each -> Flux.empty()).client(server);
            return (BbbClient) Proxy.newProxyInstance(
                    BbbClient.class.getClassLoader(),
                    new Class<?>[] {BbbClient.class},
                    (proxy, method, arguments) -> method.getName().equals("getMeetingInfo")
                            ? Mono.defer(() -> script.apply(server))
                            : method.invoke(lists, arguments));
        }

        @Override
        public Mono<Void> dispose() {
            return Mono.empty();
        }
    }
}
