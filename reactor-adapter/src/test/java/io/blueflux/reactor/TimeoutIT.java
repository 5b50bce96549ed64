// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import io.blueflux.model.Meeting;
import io.blueflux.support.TestServer;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

class TimeoutIT {
    private static final Duration SHORT = Duration.ofMillis(300);
    /** Where an answer must begin in time. */
    private static final Duration LONGER = Duration.ofSeconds(1);

    /** Silence is of the server, not of a JVM that has yet to load what a call needs. */
    @BeforeAll
    static void callOnce() {
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.meetings(2)), UTF_8))) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings().as(StepVerifier::create).expectNextCount(2).verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void aServerThatNeverAnswersIsSilent() throws Exception {
        try (TestServer server = new TestServer((request, response) -> Mono.never())) {
            BbbClient client =
                    BbbClient.builder(server.address()).silenceTimeout(SHORT).build();
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasStage(error, Stage.SILENCE))
                    .verify();
            eventually("the exchange is closed", () -> server.open() == 0);
            client.disposeLater().block();
        }
    }

    @Test
    void aServerThatStopsWithinTheAnswerIsSilentAfterWhatItSent() throws Exception {
        String begun = Answers.meetings(2);
        try (TestServer server = new TestServer((request, response) -> response.sendString(
                Flux.just(begun.substring(0, begun.indexOf("room-1"))).concatWith(Mono.never()), UTF_8))) {
            BbbClient client =
                    BbbClient.builder(server.address()).silenceTimeout(LONGER).build();
            client.getMeetings()
                    .mapNotNull(Meeting::meetingId)
                    .as(StepVerifier::create)
                    .expectNext("room-0")
                    .expectErrorSatisfies(error -> hasStage(error, Stage.SILENCE))
                    .verify();
            eventually("the exchange is closed", () -> server.open() == 0);
            client.disposeLater().block();
        }
    }

    @Test
    void aReaderThatPausesIsNotTheServersSilence() {
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.meetings(40)), UTF_8))) {
            BbbClient client =
                    BbbClient.builder(server.address()).silenceTimeout(LONGER).build();
            StepVerifier.create(client.getMeetings().mapNotNull(Meeting::meetingId), 0)
                    .thenRequest(1)
                    .expectNext("room-0")
                    .expectNoEvent(LONGER.multipliedBy(2))
                    .thenRequest(100)
                    .expectNextCount(39)
                    .verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void theDeadlineEndsADripThatIsNeverSilent() throws Exception {
        try (TestServer server = new TestServer((request, response) -> response.send(
                Flux.interval(Duration.ofMillis(50)).map(tick -> Unpooled.wrappedBuffer(new byte[] {' '})),
                blank -> true))) {
            BbbClient client = BbbClient.builder(server.address())
                    .silenceTimeout(Duration.ofSeconds(20))
                    .deadline(SHORT.multipliedBy(2))
                    .build();
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasStage(error, Stage.DEADLINE))
                    .verify();
            eventually("the exchange is closed", () -> server.open() == 0);
            client.disposeLater().block();
        }
    }

    @Test
    void aHostThatDoesNotAcceptIsAConnectTimeout() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Socket> fillers = new ArrayList<>();
            try {
                fillBacklog(deaf, fillers);
                BbbClient client = BbbClient.builder(
                                BbbServer.of("http://127.0.0.1:" + deaf.getLocalPort() + "/b", "shared-secret-1"))
                        .connectTimeout(SHORT)
                        .build();
                client.getMeetings()
                        .as(StepVerifier::create)
                        .expectErrorSatisfies(error -> hasStage(error, Stage.CONNECT))
                        .verify();
                client.disposeLater().block();
            } finally {
                for (Socket filler : fillers) {
                    filler.close();
                }
            }
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionIsAnAcquireTimeout() {
        try (TestServer server = new TestServer((request, response) -> Mono.never())) {
            ConnectionProvider pool = ConnectionProvider.builder("small")
                    .maxConnections(1)
                    .pendingAcquireTimeout(SHORT)
                    .build();
            BbbClient client =
                    BbbClient.builder(server.address()).connectionProvider(pool).build();
            Flux.merge(client.version(), client.version())
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasStage(error, Stage.ACQUIRE))
                    .verify();
            client.disposeLater().block();
            pool.disposeLater().block();
        }
    }

    private static void fillBacklog(ServerSocket deaf, List<Socket> fillers) {
        try {
            for (int i = 0; i < 16; i++) {
                Socket filler = new Socket();
                fillers.add(filler);
                filler.connect(deaf.getLocalSocketAddress(), 200);
            }
        } catch (IOException full) {
            return; // the queue of connections nobody accepts is full, as wanted
        }
        throw new AssertionError("the backlog takes any number of connections");
    }

    private static void hasStage(Throwable error, Stage stage) {
        assertThat(error).isInstanceOf(CallTimeoutException.class);
        CallTimeoutException timeout = (CallTimeoutException) error;
        assertThat(timeout.stage()).isEqualTo(stage);
        assertThat(timeout.isTransient()).isTrue();
    }
}
