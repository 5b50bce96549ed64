// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.blueflux.request.SimpleRequest;
import io.blueflux.support.NewThreads;
import io.blueflux.support.TestServer;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** Own and given pools and loops, closed in every order, with every kind of thing under way. */
class DisposalIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final int ROUNDS = 20;

    /** What a client is given; the rest it makes. */
    enum Given {
        NOTHING,
        POOL,
        LOOPS,
        POOL_AND_LOOPS,
        HTTP_CLIENT
    }

    private final NewThreads threads = new NewThreads("blueflux-");
    private final ConnectionProvider pool = ConnectionProvider.builder("given")
            .maxConnections(8)
            .pendingAcquireMaxCount(-1) // no bound
            .build();
    private final LoopResources loops = LoopResources.create("given", 2, true);

    @AfterEach
    void closeWhatWasGiven() {
        pool.disposeLater().block(LONG_ENOUGH);
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block(LONG_ENOUGH);
    }

    @ParameterizedTest
    @EnumSource
    void thePoolThatWasGivenClosesAfterTheClient(Given given) throws Exception {
        try (TestServer server = new TestServer((request, response) -> response.sendString(
                Mono.just(request.uri().contains("getMeetings?") ? Answers.meetings(40) : Answers.info("room-1"))))) {
            for (int i = 0; i < ROUNDS; i++) {
                ConnectionProvider users = ConnectionProvider.create("users", 8);
                BbbClient client = client(given, server.address(), users);
                client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(7)).blockLast(LONG_ENOUGH);
                closes(client.disposeLater());
                closes(users.disposeLater());
            }
            eventually("no connection is left", () -> server.open() == 0);
        }
        threads.end();
    }

    @ParameterizedTest
    @EnumSource
    void aHungCallEndsAtOnceWithItsClient(Given given) throws Exception {
        try (TestServer server = new TestServer((request, response) -> Mono.never())) {
            BbbClient client = client(given, server.address(), pool);
            endsAtOnce(client, () -> server.open() > 0);
            eventually("no connection is left", () -> server.open() == 0);
        }
        threads.end();
    }

    @ParameterizedTest
    @EnumSource
    void aHandshakeEndsAtOnceWithItsClient(Given given) throws Exception {
        try (RawWire server = new RawWire(RawWire.hangs())) {
            leavesNoChannel(given, server.address("https"), () -> server.open() == 1);
            eventually("no connection is left", () -> server.open() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectThatHangsEndsAtOnceWithItsClient(Given given) throws Exception {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int i = 0; i < 2; i++) {
                fillers.add(new Socket(full.getInetAddress(), full.getLocalPort()));
            }
            leavesNoChannel(
                    given, BbbServer.of("http://127.0.0.1:" + full.getLocalPort(), "shared-secret-1"), () -> true);
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatIsNeverResolvedEndsAtOnceWithItsClient(Given given) throws Exception {
        leavesNoChannel(given, BbbServer.of("http://a-name.invalid", "shared-secret-1"), () -> true);
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatNeverCalledCloses(Given given) throws Exception {
        closes(client(given, BbbServer.of("http://127.0.0.1:1", "shared-secret-1"), pool)
                .disposeLater());
        threads.end();
    }

    @ParameterizedTest
    @EnumSource
    void aClientClosesAfterWhatItWasGiven(Given given) throws Exception {
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.noMeetings())))) {
            BbbClient client = client(given, server.address(), pool);
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            closes(pool.disposeLater());
            closes(loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)));
            closes(client.disposeLater());
        }
        threads.end();
    }

    @Test
    void clientsThatShareAPoolAndLoopsCloseOneByOne() throws Exception {
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.noMeetings())))) {
            for (int i = 0; i < ROUNDS; i++) {
                BbbClient closed = client(Given.POOL_AND_LOOPS, server.address(), pool);
                BbbClient stays = client(Given.POOL_AND_LOOPS, server.address(), pool);
                Disposable calls =
                        closed.getMeetings().repeat().onErrorComplete().subscribe();
                stays.getMeetings().as(StepVerifier::create).verifyComplete();
                closes(closed.disposeLater());
                stays.getMeetings().as(StepVerifier::create).verifyComplete();
                calls.dispose();
                closes(stays.disposeLater());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsThatBeginWhileTheClientClosesEndToo(Given given) throws Exception {
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.noMeetings())))) {
            for (int i = 0; i < ROUNDS; i++) {
                BbbClient client = client(given, server.address(), pool);
                StepVerifier calls = Flux.range(0, 50)
                        .flatMap(
                                n -> client.getMeetings().onErrorResume(TransportException.class, error -> {
                                    assertThat(error.kind()).isEqualTo(Kind.CLIENT_CLOSED);
                                    return Mono.empty();
                                }),
                                50)
                        .subscribeOn(Schedulers.boundedElastic())
                        .as(StepVerifier::create)
                        .expectComplete()
                        .verifyLater();
                closes(client.disposeLater());
                calls.verify(LONG_ENOUGH);
            }
            closes(pool.disposeLater());
            eventually("no connection is left", () -> server.open() == 0);
        }
        threads.end();
    }

    private void leavesNoChannel(Given given, BbbServer server, BooleanSupplier underWay) throws Exception {
        ClientSettings settings =
                builder(given, server, pool).resolver(new Unresolving()).settings();
        ClientTransport transport = new ClientTransport(settings);
        Disposable call = new ClientCalls(settings, transport)
                .call(Endpoints.VERSION, SimpleRequest.version())
                .subscribe(version -> {}, error -> {});
        eventually("a connection is being made", () -> transport.channels().size() == 1 && underWay.getAsBoolean());
        closes(transport.disposeLater());
        assertThat(transport.channels().size()).as("what was being made").isZero();
        eventually("the call is over", call::isDisposed);
        threads.end();
    }

    private static void endsAtOnce(BbbClient client, BooleanSupplier underWay) throws Exception {
        StepVerifier call = client.getMeetings()
                .as(StepVerifier::create)
                .expectErrorMatches(
                        error -> error instanceof TransportException closed && closed.kind() == Kind.CLIENT_CLOSED)
                .verifyLater();
        eventually("the call is under way", underWay);
        closes(client.disposeLater());
        call.verify(LONG_ENOUGH);
    }

    private static void closes(Mono<Void> disposal) {
        disposal.as(StepVerifier::create).expectComplete().verify(LONG_ENOUGH);
    }

    private BbbClient client(Given given, BbbServer server, ConnectionProvider pool) {
        return builder(given, server, pool).build();
    }

    private BbbClientBuilder builder(Given given, BbbServer server, ConnectionProvider pool) {
        BbbClientBuilder builder = BbbClient.builder(server);
        return switch (given) {
            case NOTHING -> builder;
            case POOL -> builder.connectionProvider(pool);
            case LOOPS -> builder.loopResources(loops);
            case POOL_AND_LOOPS -> builder.connectionProvider(pool).loopResources(loops);
            case HTTP_CLIENT -> builder.httpClient(HttpClient.create(pool).runOn(loops));
        };
    }

    /** Resolves addresses, and names never. */
    private static final class Unresolving extends AddressResolverGroup<InetSocketAddress> {

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetNameResolver(executor) {
                @Override
                protected void doResolve(String name, Promise<InetAddress> promise) {}

                @Override
                protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {}
            }.asAddressResolver();
        }
    }
}
