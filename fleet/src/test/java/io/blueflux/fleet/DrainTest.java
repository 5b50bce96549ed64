// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.CreateRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A drained server does not leave with a meeting that is just being made. */
class DrainTest {
    private static final BbbServer ONE = Scripted.server("one");
    private static final CallSite SITE = new CallSite("one", "create");
    private static final CreateRequest REQUEST =
            CreateRequest.builder("room", "A room").build();
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger polls = new AtomicInteger();
    private List<Meeting> meetings = List.of(Meetings.meeting("old"));
    private Duration slowness = Duration.ZERO;
    private Sinks.One<Object> answer = Sinks.one();
    private final BbbFleet fleet = fleet();
    private final BbbClient client = fleet.client("one");

    private BbbFleet fleet() {
        Scripted source = new Scripted(server -> {
                    polls.incrementAndGet();
                    List<Meeting> listed = meetings;
                    return slowness.isZero()
                            ? Flux.fromIterable(listed)
                            : Flux.fromIterable(listed).delaySubscription(slowness, time.scheduler());
                })
                .with("create", (server, arguments) -> Mono.defer(() -> answer.asMono()))
                .with(
                        "call",
                        (server, arguments) -> arguments[0] instanceof String
                                ? Mono.defer(() -> answer.asMono())
                                : Flux.defer(() -> answer.asMono()));
        BbbFleet built = time.fleet(PLAN, source).build().start();
        built.add(ONE);
        time.advance(Duration.ofSeconds(2));
        return built;
    }

    @Test
    void theServerStaysWhileACreateIsInFlightAndLeavesWhenItsMeetingEnded() {
        Disposable create = client.create(REQUEST).subscribe();
        drainAndEmpty();
        time.advance(Duration.ofMinutes(1));
        assertThat(isThere()).as("in flight").isTrue();

        meetings = List.of(Meetings.meeting("new"));
        answer.tryEmitValue("created");
        time.advance(Duration.ofSeconds(5));
        assertThat(create.isDisposed()).isTrue();
        assertThat(isThere()).as("a meeting").isTrue();
        meetings = List.of();
        time.advance(Duration.ofSeconds(2));
        assertThat(isThere()).as("no more").isFalse();
    }

    @Test
    void onlyAPollThatBeganAfterTheCreateEndedRemovesTheServer() {
        slowness = Duration.ofMillis(600);
        client.create(REQUEST).subscribe();
        drainAndEmpty();
        time.advance(Duration.ofSeconds(10));
        inTheMiddleOfAPoll();
        answer.tryEmitValue("created");
        time.advanceMillis(700);
        assertThat(isThere()).as("the poll that ended began before").isTrue();
        int before = polls.get();
        time.advance(Duration.ofSeconds(3));
        assertThat(isThere()).isFalse();
        assertThat(polls.get()).as("the first that began after it").isEqualTo(before + 1);
    }

    @Test
    void aCreateThatEndedBeforeTheDrainCountsToo() {
        slowness = Duration.ofMillis(600);
        meetings = List.of();
        time.advance(Duration.ofSeconds(5));
        inTheMiddleOfAPoll();
        client.create(REQUEST).subscribe();
        answer.tryEmitValue("created");
        meetings = List.of(Meetings.meeting("new"));
        fleet.drain("one");
        time.advance(Duration.ofSeconds(5));
        assertThat(isThere()).isTrue();
    }

    @Test
    void theServerLeavesAtOnceIfNothingWasCreated() {
        Mono<?> unused = client.create(REQUEST); // never subscribed to
        drainAndEmpty();
        time.advance(Duration.ofSeconds(2));
        assertThat(isThere()).isFalse();
    }

    static Stream<Throwable> doubt() {
        return Stream.concat(
                Stream.of(
                        new HttpStatusException(SITE, 500, ""),
                        new HttpStatusException(SITE, 502, ""),
                        new HttpStatusException(SITE, 504, ""),
                        new MalformedResponseException(SITE, "cut off", 12, "<resp", null),
                        new CallTimeoutException(SITE, CallTimeoutException.Stage.SILENCE, null, null),
                        new CallTimeoutException(SITE, CallTimeoutException.Stage.DEADLINE, null, null),
                        new IllegalStateException("of a listener")),
                Stream.of(
                                TransportException.Kind.CLOSED_BEFORE_ANSWER,
                                TransportException.Kind.CUT_SHORT,
                                TransportException.Kind.NOT_HTTP,
                                TransportException.Kind.CLIENT_CLOSED,
                                TransportException.Kind.OTHER)
                        .map(DrainTest::wire));
    }

    @ParameterizedTest
    @MethodSource("doubt")
    void aCreateThatEndedInDoubtKeepsTheServerForTenMinutes(Throwable error) {
        client.create(REQUEST).subscribe(value -> {}, ended -> {});
        drainAndEmpty();
        answer.tryEmitError(error);
        leavesTenMinutesAfterIt();
    }

    @Test
    void aCreateThatWasCancelledKeepsTheServerForTenMinutes() {
        Disposable create = client.create(REQUEST).subscribe();
        drainAndEmpty();
        create.dispose();
        leavesTenMinutesAfterIt();
    }

    @Test
    void aLaterCreateThatWasAnsweredEndsNoDoubtOfAnEarlierOne() {
        Disposable create = client.create(REQUEST).subscribe();
        drainAndEmpty();
        create.dispose();
        answer.tryEmitValue("created");
        client.create(REQUEST).subscribe();
        leavesTenMinutesAfterIt();
    }

    static Stream<Throwable> settled() {
        return Stream.concat(
                Stream.of(
                        new ApiFailedException(SITE, "FAILED", List.of(new ApiError("sizeError", "too large")), 200),
                        new HttpStatusException(SITE, 404, ""),
                        new RedirectedException(SITE, 302, "elsewhere.example.org"),
                        new CallTimeoutException(SITE, CallTimeoutException.Stage.CONNECT, null, null),
                        new CallTimeoutException(SITE, CallTimeoutException.Stage.ACQUIRE, null, null)),
                Stream.of(
                                TransportException.Kind.NAME_NOT_RESOLVED,
                                TransportException.Kind.CONNECT_FAILED,
                                TransportException.Kind.TLS_FAILED,
                                TransportException.Kind.PROXY_REFUSED,
                                TransportException.Kind.POOL_EXHAUSTED)
                        .map(DrainTest::wire));
    }

    @ParameterizedTest
    @MethodSource("settled")
    void aCreateThatWasRefusedOrNotSentKeepsNobody(Throwable error) {
        client.create(REQUEST).subscribe(value -> {}, ended -> {});
        drainAndEmpty();
        time.advance(Duration.ofSeconds(5));
        assertThat(isThere()).isTrue();
        answer.tryEmitError(error);
        time.advance(Duration.ofSeconds(2));
        assertThat(isThere()).isFalse();
    }

    @Test
    void ofACreateThatMayHaveBeenRepeatedTheLastErrorDoesNotSayThatNothingWasSent() {
        CreateRequest repeatable = CreateRequest.builder("room", "A room")
                .attendeePw("ap")
                .moderatorPw("mp")
                .build();
        client.create(repeatable).subscribe(value -> {}, ended -> {});
        drainAndEmpty();
        answer.tryEmitError(wire(TransportException.Kind.CONNECT_FAILED));
        leavesTenMinutesAfterIt();
    }

    @Test
    void createsByNameAndByTheirRowInTheCatalogueCountToo() {
        for (Publisher<?> create : List.of(client.call("create", Map.of()), client.call(Endpoints.CREATE, REQUEST))) {
            answer = Sinks.one();
            Disposable inFlight = Flux.from(create).subscribe();
            meetings = List.of();
            fleet.drain("one");
            time.advance(Duration.ofSeconds(5));
            assertThat(isThere()).isTrue();
            fleet.resume("one");
            answer.tryEmitValue("created");
            assertThat(inFlight.isDisposed()).isTrue();
        }
        client.call("getMeetings", Map.of()).subscribe();
        fleet.drain("one");
        time.advance(Duration.ofSeconds(2));
        assertThat(isThere()).isFalse();
    }

    @Test
    void aServerThatIsResumedWhileACreateIsInFlightStays() {
        client.create(REQUEST).subscribe();
        drainAndEmpty();
        time.advance(Duration.ofSeconds(5));
        fleet.resume("one");
        answer.tryEmitValue("created");
        time.advance(Duration.ofSeconds(5));
        assertThat(isThere()).isTrue();
    }

    @Test
    void whoeverRemovesAServerDoesNotWait() {
        client.create(REQUEST).subscribe();
        assertThat(fleet.remove("one")).isTrue();
        assertThat(isThere()).isFalse();
    }

    @Test
    void aCreateAfterTheServerLeftIsNotSent() {
        drainAndEmpty();
        Mono<?> create = client.create(REQUEST);
        time.advance(Duration.ofSeconds(2));
        assertThat(isThere()).isFalse();
        StepVerifier.create(create).verifyErrorMessage("create on one: the server was removed from the fleet");
    }

    /** A create comes at the very moment of the removal, on another thread: it is refused, or the server stays. */
    @Test
    void noCreateIsSentToAServerThatIsLeaving() throws Exception {
        meetings = List.of();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            VirtualTime clock = new VirtualTime();
            BbbFleet[] racing = new BbbFleet[1];
            Scripted source = new Scripted(server -> Flux.empty())
                    .with(
                            "create",
                            (server, arguments) -> Mono.fromSupplier(() -> {
                                Thread.onSpinWait();
                                sent.add(
                                        racing[0].servers().isEmpty()
                                                ? "to a server that left"
                                                : "to a server that is there");
                                return "created";
                            }));
            racing[0] = clock.fleet(PLAN, source).build();
            racing[0].start().add(ONE);
            racing[0].drain("one");
            BbbClient door = racing[0].client("one");
            Thread creator = new Thread(() -> {
                for (int n = 0; n < 20; n++) {
                    door.create(REQUEST).subscribe(value -> {}, refused -> {});
                }
            });
            creator.start();
            clock.advance(Duration.ofSeconds(2));
            creator.join();
        }
        assertThat(sent).isNotEmpty().containsOnly("to a server that is there");
    }

    private void drainAndEmpty() {
        fleet.drain("one");
        meetings = List.of();
    }

    private void inTheMiddleOfAPoll() {
        int before = polls.get();
        for (int i = 0; polls.get() == before; i++) {
            assertThat(i).as("no poll for 10 s").isLessThan(1_000);
            time.advanceMillis(10);
        }
    }

    private void leavesTenMinutesAfterIt() {
        time.advance(Duration.ofMinutes(10));
        assertThat(isThere()).as("in doubt").isTrue();
        time.advance(Duration.ofSeconds(3));
        assertThat(isThere()).isFalse();
    }

    private boolean isThere() {
        return fleet.snapshot().servers().containsKey("one") && !fleet.servers().isEmpty();
    }

    private static TransportException wire(TransportException.Kind kind) {
        return new TransportException(SITE, kind, "the wire", null);
    }
}
