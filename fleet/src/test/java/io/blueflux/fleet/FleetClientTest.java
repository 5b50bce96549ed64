// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.error.TransportException;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import io.blueflux.request.SimpleRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** The servers of a fleet and their clients, whoever polls them. */
class FleetClientTest {
    private static final BbbServer ONE = Scripted.server("one");
    private static final BbbServer ROTATED = ONE.withSecret(SharedSecret.of("another"));
    private static final BbbServer MOVED = BbbServer.of("http://moved.example.org/bigbluebutton", "third secret")
            .withName("one");
    private static final BbbServer TWO = Scripted.server("two");
    private static final JoinRequest JOIN =
            JoinRequest.builder("room", "A user").role(Role.VIEWER).build();
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);

    private final VirtualTime time = new VirtualTime();
    private final List<BbbServer> asked = new ArrayList<>();
    private final Sinks.Many<Predicate<String>> owned = Sinks.many().replay().latest();

    @Test
    void thereIsAClientOfEveryServerOfTheListWhoeverPollsIt() {
        BbbFleet fleet = fleet(answering()).start();
        owned.tryEmitNext(name -> name.equals("two"));
        fleet.replaceAll(List.of(FleetServer.of(ONE), FleetServer.of(TWO)));

        time.advance(Duration.ofSeconds(2));
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("two");
        asked.clear();
        for (BbbServer server : List.of(ONE, TWO)) {
            assertThat(fleet.client(server.name()).server()).isEqualTo(server);
            ask(fleet.client(server.name()).getMeetingInfo("m"));
        }
        assertThat(asked).containsExactly(ONE, TWO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.client("three"))
                .withMessage("there is no server named three");
    }

    @Test
    void theClientIsOneObjectWhateverReplacesTheEntry() {
        BbbFleet fleet = fleet(answering()).start();
        owned.tryEmitNext(name -> true);
        fleet.add(ONE);
        BbbClient client = fleet.client("one");

        for (BbbServer next : List.of(ROTATED, MOVED, ONE)) {
            fleet.replace(next);
            assertThat(fleet.client("one")).isSameAs(client);
            assertThat(client.server()).isEqualTo(next);
            fleet.replaceAll(List.of(FleetServer.of(next).withWeight(2), FleetServer.of(TWO)));
            owned.tryEmitNext(name -> !name.equals("one"));
            assertThat(fleet.client("one")).isSameAs(client);
            owned.tryEmitNext(name -> true);
        }
    }

    @Test
    void whatIsSubscribedToLaterAsksByTheNewestEntry() {
        BbbFleet fleet = fleet(answering());
        fleet.add(ONE);
        BbbClient client = fleet.client("one");
        Mono<Meeting> info = client.getMeetingInfo("m");
        Flux<Meeting> list = client.getMeetings();

        ask(info);
        ask(list);
        fleet.replace(ROTATED);
        ask(info);
        ask(list);
        fleet.replace(MOVED);
        ask(info);
        ask(list);
        assertThat(asked).containsExactly(ONE, ONE, ROTATED, ROTATED, MOVED, MOVED);
    }

    @Test
    void joinUrlsAreSignedAsTheNewestEntrySays() {
        BbbFleet fleet = fleet(real());
        fleet.add(ONE);
        BbbClient client = fleet.client("one");
        for (BbbServer next : List.of(ROTATED, MOVED)) {
            fleet.replace(next);
            assertThat(client.joinUrl(JOIN).uri())
                    .isEqualTo(BbbClient.create(next).joinUrl(JOIN).uri());
        }
    }

    @Test
    void argumentsAreRefusedWhenTheMethodIsCalled() {
        BbbFleet fleet = fleet(real());
        fleet.add(ONE);
        BbbClient client = fleet.client("one");

        assertThatThrownBy(() -> client.getMeetingInfo("a \ud800 b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.deleteRecordings()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.call("no call", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void argumentsAreThoseOfTheCallAlsoWhenItIsSubscribedToAfterARotation() {
        List<List<Object>> sent = new ArrayList<>();
        Scripted source = answering().with("deleteRecordings", (server, arguments) -> {
            sent.add(List.of((Object[]) arguments[0]));
            return Mono.just("deleted");
        });
        BbbFleet fleet = fleet(source);
        fleet.add(ONE);
        String[] ids = {"a", "b"};
        Mono<?> call = fleet.client("one").deleteRecordings(ids);
        ids[0] = "another";
        fleet.replace(ROTATED);
        ask(call);
        assertThat(sent).containsExactly(List.of("a", "b"), List.of("a", "b"));
    }

    @Test
    void afterTheRemovalEveryCallEndsInAnErrorThatSaysSo() {
        BbbFleet fleet = fleet(answering());
        fleet.add(ONE);
        fleet.replace(ROTATED);
        BbbClient client = fleet.client("one");
        Mono<Meeting> before = client.getMeetingInfo("m");
        Flux<Meeting> listBefore = client.getMeetings();

        assertThat(fleet.remove("one")).isTrue();
        for (Publisher<?> call :
                List.of(before, client.getMeetingInfo("m"), listBefore, client.getMeetings(), client.version())) {
            StepVerifier.create(call)
                    .expectErrorSatisfies(error -> {
                        assertThat(error)
                                .isInstanceOfSatisfying(TransportException.class, ended -> {
                                    assertThat(ended.kind()).isEqualTo(TransportException.Kind.CLIENT_CLOSED);
                                    assertThat(ended.server()).isEqualTo("one");
                                })
                                .hasMessageContaining("the server was removed from the fleet");
                    })
                    .verify(Duration.ofSeconds(5));
        }
        StepVerifier.create(before).verifyErrorMessage("getMeetingInfo on one: the server was removed from the fleet");
        assertThat(asked).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> client.joinUrl(JOIN))
                .withMessage("one: the server was removed from the fleet");
        assertThat(client.server()).isEqualTo(ROTATED);
        assertThat(client).hasToString("BbbClient for one");
    }

    @Test
    void aNameThatIsAddedAgainHasAnotherClientAndTheOldOneStaysEnded() {
        BbbFleet fleet = fleet(answering());
        fleet.add(ONE);
        BbbClient old = fleet.client("one");
        fleet.replaceAll(List.of(FleetServer.of(TWO)));
        fleet.add(ONE);

        assertThat(fleet.client("one")).isNotSameAs(old);
        ask(fleet.client("one").getMeetingInfo("m"));
        StepVerifier.create(old.getMeetingInfo("m")).verifyError(TransportException.class);
        assertThat(asked).containsExactly(ONE);
    }

    @Test
    void aCallInFlightGoesOnAfterTheRemoval() {
        Sinks.One<Meeting> answer = Sinks.one();
        BbbFleet fleet = fleet(answering().with("getMeetingInfo", (server, arguments) -> answer.asMono()));
        fleet.add(ONE);
        StepVerifier.create(fleet.client("one").getMeetingInfo("m"))
                .then(() -> fleet.remove("one"))
                .then(() -> answer.tryEmitValue(Meetings.meeting("m")))
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void theFleetsClientIsNotDisposedOfByWhoHasIt() {
        BbbFleet fleet = fleet(answering().with("disposeLater", (server, arguments) -> {
            throw new AssertionError("the fleet owns it");
        }));
        fleet.add(ONE);
        StepVerifier.create(fleet.client("one").disposeLater()).verifyComplete();
        ask(fleet.client("one").getMeetingInfo("m"));
        assertThat(asked).containsExactly(ONE);
    }

    @Test
    void aServerThatIsPolledElsewhereIsNotRefusedThoughItsClientCannotBeSetUp() {
        Scripted scripted = answering();
        boolean[] broken = {true};
        BbbFleet fleet = fleet(source(server -> {
                    if (broken[0]) {
                        throw new IllegalStateException("no trust");
                    }
                    return scripted.client(server);
                }))
                .start();
        owned.tryEmitNext(name -> false);
        fleet.add(ONE);
        BbbClient client = fleet.client("one");

        assertThat(fleet.servers()).containsExactly(FleetServer.of(ONE));
        assertThat(client.server()).isEqualTo(ONE);
        StepVerifier.create(client.getMeetingInfo("m"))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(TransportException.class)
                        .hasMessage("getMeetingInfo on one: the server's client could not be set up"))
                .verify(Duration.ofSeconds(5));
        assertThatIllegalStateException().isThrownBy(() -> client.joinUrl(JOIN));
        Mono<Meeting> before = client.getMeetingInfo("m");
        broken[0] = false;
        owned.tryEmitNext(name -> false);
        ask(before);
        assertThat(fleet.client("one")).isSameAs(client);
        assertThat(asked).containsExactly(ONE);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatIsThrownWhileACallIsMadeAnewOrSubscribedToEndsThatCall(Throwable thrown) {
        BbbFleet fleet = fleet(source(server -> (server.equals(ONE)
                        ? answering()
                        : answering()
                                .with("getMeetingInfo", (each, arguments) -> fail(thrown))
                                .with("getMeetings", (each, arguments) -> fail(thrown))
                                .with("end", (each, arguments) -> Mono.from(subscriber -> fail(thrown))))
                .client(server)));
        fleet.add(ONE);
        List<Throwable> errors = new ArrayList<>();
        BbbClient client = fleet.client("one");
        List<Flux<?>> calls = List.of(client.getMeetingInfo("m").flux(), client.getMeetings());
        fleet.replace(ROTATED);
        calls.forEach(call -> call.subscribe(value -> {}, errors::add));
        client.end("m").subscribe(value -> {}, errors::add);
        assertThat(errors).hasSize(3).allMatch(error -> error == thrown);
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("thrown"), new StackOverflowError(), new NoClassDefFoundError("thrown"));
    }

    static Stream<Method> calls() {
        return Arrays.stream(BbbClient.class.getMethods())
                .filter(method -> Publisher.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !method.getName().equals("disposeLater"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachCallIsPassedOnAsItIs(Method call) throws Exception {
        List<Method> passed = new ArrayList<>();
        List<List<?>> with = new ArrayList<>();
        BbbFleet fleet = fleet(source(server -> (BbbClient) Proxy.newProxyInstance(
                BbbClient.class.getClassLoader(), new Class<?>[] {BbbClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("server")) {
                        return server;
                    }
                    passed.add(method);
                    with.add(arguments == null ? List.of() : Arrays.asList(arguments));
                    return method.getReturnType() == Mono.class ? Mono.just("answer") : Flux.just("answer", "more");
                })));
        fleet.add(ONE);
        Object[] arguments = Arrays.stream(call.getParameterTypes())
                .map(FleetClientTest::argument)
                .toArray();
        Publisher<?> answer = (Publisher<?>) requireNonNull(call.invoke(fleet.client("one"), arguments));

        assertThat(passed).containsExactly(call);
        assertThat(with.get(0)).usingRecursiveComparison().isEqualTo(Arrays.asList(arguments));
        List<Object> answers = new ArrayList<>();
        Flux.from(answer).subscribe(answers::add);
        assertThat(answers).hasSize(call.getReturnType() == Mono.class ? 1 : 2).startsWith("answer");
        fleet.replace(ROTATED);
        Flux.from(answer).subscribe(answers::add);
        assertThat(passed).containsExactly(call, call);
        fleet.remove("one");
        StepVerifier.create(answer).verifyError(TransportException.class);
    }

    private static @Nullable Object argument(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        if (type == String[].class) {
            return new String[] {"a", "b"};
        }
        if (type == Map.class) {
            return Map.of("a", "b");
        }
        if (type == CreateRequest.class) {
            return CreateRequest.builder("room", "A room").build();
        }
        return type == String.class ? "text" : type == ApiRequest.class ? SimpleRequest.version() : null;
    }

    @Test
    void theServersAreThoseOfTheListInOrderAndOneObjectUntilSomethingChanges() {
        BbbFleet fleet = fleet(answering()).start();
        assertThat(fleet.servers()).isEmpty();
        owned.tryEmitNext(name -> name.equals("two"));
        FleetServer two = FleetServer.of(TWO).withTags("eu");
        fleet.replaceAll(List.of(two, FleetServer.of(ONE)));
        List<FleetServer> servers = fleet.servers();

        assertThat(servers).containsExactly(two, FleetServer.of(ONE));
        owned.tryEmitNext(name -> true);
        fleet.replace(two);
        fleet.remove("three");
        time.advance(Duration.ofSeconds(3));
        assertThat(fleet.servers()).isSameAs(servers);
        assertThatThrownBy(servers::clear).isInstanceOf(UnsupportedOperationException.class);

        fleet.replace(two.withWeight(2));
        assertThat(fleet.servers()).containsExactly(two.withWeight(2), FleetServer.of(ONE));
        fleet.add(Scripted.server("three"));
        fleet.remove("two");
        assertThat(fleet.servers()).extracting(FleetServer::name).containsExactly("one", "three");
        assertThat(servers).as("what was given out").containsExactly(two, FleetServer.of(ONE));
    }

    private static void ask(Publisher<?> call) {
        StepVerifier.create(call).expectNextCount(1).expectComplete().verify(Duration.ofSeconds(5));
    }

    private static Object fail(Throwable thrown) {
        throw HostCode.sneaky(thrown);
    }

    /** Remembers whom a list or an info asked. */
    private Scripted answering() {
        return new Scripted(server -> {
                    asked.add(server);
                    return Flux.just(Meetings.meeting("m"));
                })
                .with(
                        "getMeetingInfo",
                        (server, arguments) -> Mono.fromSupplier(() -> {
                            asked.add(server);
                            return Meetings.meeting("m");
                        }))
                .with("version", (server, arguments) -> Mono.never());
    }

    private static ClientSource real() {
        return source(BbbClient::create);
    }

    private static ClientSource source(Function<BbbServer, BbbClient> clients) {
        return new ClientSource() {
            @Override
            public BbbClient client(BbbServer server) {
                return clients.apply(server);
            }

            @Override
            public Mono<Void> dispose() {
                return Mono.empty();
            }
        };
    }

    private BbbFleet fleet(ClientSource source) {
        return time.fleet(PLAN, source).share(owned::asFlux).build();
    }
}
