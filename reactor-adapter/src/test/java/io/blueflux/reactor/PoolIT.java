// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.blueflux.support.TestServer;
import io.netty.channel.Channel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** The connections that a client keeps. */
class PoolIT {
    private static final BbbServer SERVER = BbbServer.of("http://127.0.0.1:1", "shared-secret-1");
    private static final int WAITING = 1_000;

    @Test
    void connectionsAreGivenUpBeforeServersCloseThem() {
        ClientTransport transport =
                new ClientTransport(BbbClient.builder(SERVER).settings());
        assertThat(transport.http().configuration().connectionProvider().mutate())
                .extracting("maxIdleTime", InstanceOfAssertFactories.DURATION)
                .isLessThan(Duration.ofSeconds(60));
        transport.disposeLater().block();
    }

    @Test
    void aHungServerTakesNoConnectionFromAnother() {
        ConnectionProvider pool = ConnectionProvider.create("one-an-address", 1);
        try (TestServer hung = new TestServer((request, response) -> Mono.never());
                TestServer well =
                        new TestServer((request, response) -> response.sendString(Mono.just(Answers.meetings(3))))) {
            BbbClient first =
                    BbbClient.builder(hung.address()).connectionProvider(pool).build();
            BbbClient second =
                    BbbClient.builder(well.address()).connectionProvider(pool).build();
            Disposable waiting = first.getMeetings().subscribe();
            second.getMeetings().count().as(StepVerifier::create).expectNext(3L).verifyComplete();
            waiting.dispose();
            first.disposeLater().then(second.disposeLater()).block();
        } finally {
            pool.disposeLater().block();
        }
    }

    @Test
    void noMoreThanAThousandCallsWaitForAConnection() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (TestServer server = new TestServer((request, response) -> Mono.never())) {
            BbbClient client =
                    BbbClient.builder(server.address()).maxConnections(1).build();
            Disposable calls = Flux.range(0, 1 + WAITING + 5)
                    .flatMap(
                            i -> client.getMeetings().onErrorResume(TransportException.class, error -> {
                                assertThat(error.kind()).isEqualTo(Kind.POOL_EXHAUSTED);
                                refused.incrementAndGet();
                                return Mono.empty();
                            }),
                            Integer.MAX_VALUE)
                    .subscribe();
            eventually("five are refused at once", () -> refused.get() == 5);
            calls.dispose();
            client.disposeLater().block();
        }
    }

    @Test
    void nativeTransportIsUsedWhereItIsPresent() {
        // as the client's own loops are
        assertThat(channelOf(LoopResources.create("native", 1, true), LoopResources.DEFAULT_NATIVE))
                .isInstanceOf(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class);
    }

    @Test
    void nativeTransportIsOptional() {
        assertThat(channelOf(LoopResources.create("nio", 1, true), false)).isInstanceOf(NioSocketChannel.class);
    }

    private static Channel channelOf(LoopResources loops, boolean preferNative) {
        ConnectionProvider pool = ConnectionProvider.create("one", 1);
        AtomicReference<Channel> channel = new AtomicReference<>();
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.meetings(3))))) {
            HttpClient http = HttpClient.create(pool)
                    .runOn(loops, preferNative)
                    .doOnConnected(connection -> channel.set(connection.channel()));
            BbbClient client =
                    BbbClient.builder(server.address()).httpClient(http).build();
            client.getMeetings().count().as(StepVerifier::create).expectNext(3L).verifyComplete();
            client.disposeLater().block();
        } finally {
            pool.disposeLater()
                    .then(loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)))
                    .block();
        }
        return requireNonNull(channel.get());
    }
}
