// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.blueflux.request.CreateRequest;
import io.blueflux.support.TestServer;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

/** Calls that did not meet the server, and so are sent again without being told to. */
class RepeatedAtOnceIT {
    private static final int MANY = 700;

    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    @Timeout(150)
    void aReadPassesManyStaleConnectionsOnAFlatStack() {
        AtomicInteger waiting = new AtomicInteger();
        Sinks.Empty<Void> allAreThere = Sinks.empty();
        AtomicBoolean drops = new AtomicBoolean();
        AtomicInteger dropped = new AtomicInteger();
        AtomicInteger depth = new AtomicInteger();
        ConnectionProvider pool = ConnectionProvider.create("many", MANY);
        try (TestServer server = new TestServer((request, response) -> {
            if (drops.get() && dropped.incrementAndGet() < MANY) {
                request.withConnection(Connection::dispose);
                return Mono.never();
            }
            if (waiting.incrementAndGet() == MANY) {
                allAreThere.tryEmitEmpty();
            }
            return response.sendString(allAreThere.asMono().thenReturn(Answers.meetings(1)));
        })) {
            BbbClient client = BbbClient.builder(server.address())
                    .connectionProvider(pool)
                    .silenceTimeout(Duration.ofMinutes(1)) // the first waits for the last, in a JVM that may be new
                    .deadline(Duration.ofMinutes(2))
                    .build();
            Flux.range(0, MANY)
                    .flatMap(i -> client.getMeetings(), MANY)
                    .as(StepVerifier::create)
                    .expectNextCount(MANY)
                    .expectComplete()
                    .verify(Duration.ofSeconds(60));
            drops.set(true);
            client.getMeetings()
                    .doOnNext(meeting -> depth.set(Thread.currentThread().getStackTrace().length))
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(Duration.ofSeconds(60));
            assertThat(dropped.get()).isGreaterThan(MANY / 2);
            assertThat(depth.get()).isLessThan(MANY / 2);
            client.disposeLater().block();
        } finally {
            pool.disposeLater().block();
        }
    }

    static Stream<Exception> chances() {
        return Stream.of(
                new NotYetConnectedException(),
                new ClosedChannelException(),
                AbortedException.beforeSend(),
                new IOException("Error while acquiring"));
    }

    @ParameterizedTest
    @MethodSource("chances")
    void aCallThatWasNotSentIsSentAgain(Exception chance) {
        try (TestServer server = new TestServer((request, response) -> {
            asked.incrementAndGet();
            return response.sendString(
                    Mono.just(request.uri().contains("/create") ? Answers.info("room-1") : Answers.meetings(3)));
        })) {
            BbbClient client = BbbClient.builder(server.address())
                    .httpClient(failing(2, chance))
                    .build();
            client.getMeetings().as(StepVerifier::create).expectNextCount(3).verifyComplete();
            tries.set(0);
            client.create(CreateRequest.builder("room-1", "Room").build())
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
            assertThat(asked).hasValue(2);
            client.disposeLater().block();
        }
    }

    @ParameterizedTest
    @MethodSource("chances")
    void aCallThatIsNeverSentFailsSoon(Exception chance) {
        try (TestServer server = new TestServer((request, response) -> Mono.never())) {
            BbbClient client = BbbClient.builder(server.address())
                    .httpClient(failing(Integer.MAX_VALUE, chance))
                    .build();
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorMatches(error ->
                            error instanceof TransportException failure && failure.kind() == Kind.CONNECT_FAILED)
                    .verify(Duration.ofSeconds(10));
            assertThat(tries).hasValue(4);
            client.disposeLater().block();
        }
    }

    @Test
    void aTryThatWasGivenUpIsNeverWritten() {
        CallSite site = new CallSite("server", "getMeetings");
        CallTimer timer = new CallTimer(site, Schedulers.parallel(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        WireAttempt attempt = new WireAttempt(timer, false);
        assertThat(attempt.giveUp()).isTrue();
        assertThat(attempt.started(false, ImmediateEventExecutor.INSTANCE)).isFalse();
    }

    private HttpClient failing(int times, Exception chance) {
        return HttpClient.create()
                .mapConnect(
                        connect -> Mono.defer(() -> tries.getAndIncrement() < times ? Mono.error(chance) : connect));
    }
}
