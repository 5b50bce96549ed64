// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.AnswerLimits;
import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.body.Document;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.support.ClosedPort;
import io.blueflux.support.NewThreads;
import io.blueflux.support.TestServer;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

class TransportIT {
    private static final String EMPTY = "<response><returncode>SUCCESS</returncode><meetings/></response>";

    @Test
    void aReadThatMeetsAStaleConnectionIsSentOnceMore() throws Exception {
        try (ClosingServer server = new ClosingServer(1);
                OneLoop loop = new OneLoop()) {
            BbbClient client = BbbClient.builder(server.address())
                    .loopResources(loop.resources())
                    .build();
            for (int i = 0; i < 3; i++) {
                loop.next(client.getMeetings()).as(StepVerifier::create).verifyComplete();
            }
            assertThat(server.answered.get()).isEqualTo(3);
            assertThat(server.droppedOnReuse.get()).isEqualTo(2);
            client.disposeLater().block();
        }
    }

    @Test
    void aReadThatMeetsSeveralStaleConnectionsEndsOnAFreshOne() throws Exception {
        try (ClosingServer server = new ClosingServer(1)) {
            BbbClient client = BbbClient.create(server.address());
            Flux.merge(client.getMeetings(), client.getMeetings(), client.getMeetings())
                    .as(StepVerifier::create)
                    .verifyComplete();
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            assertThat(server.answered.get()).isEqualTo(4);
            client.disposeLater().block();
        }
    }

    @Test
    void aConnectionThatTheTransportDiscardsIsClosed() throws Exception {
        try (TestServer server = new TestServer((request, response) ->
                response.sendString(Mono.just("<response><returncode>SUCCESS</returncode><meetings/></response>")))) {
            BbbClient client = BbbClient.builder(server.address())
                    .httpClient(HttpClient.create().mapConnect(connect -> connect.filter(connection -> false)))
                    .build();
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            eventually("no connection is left", () -> server.opened() == 1 && server.open() == 0);
            client.disposeLater().block();
        }
    }

    @Test
    void aDecoderThatCannotBeMadeLeavesNoConnection() throws Exception {
        Endpoint<Meeting> broken = new Endpoint<>(ApiCall.GET_MEETINGS, Endpoint.Effect.READS, context -> {
            throw new IllegalStateException("no decoder");
        });
        try (TestServer server = new TestServer((request, response) ->
                response.sendString(Flux.just("<response>", "</response>").delayElements(Duration.ofMillis(20))))) {
            BbbClient client =
                    BbbClient.builder(server.address()).maxConnections(2).build();
            for (int i = 0; i < 5; i++) {
                client.call(broken, SimpleRequest.of(ApiCall.GET_MEETINGS, Map.of(), null))
                        .as(StepVerifier::create)
                        .expectError()
                        .verify(Duration.ofSeconds(5));
            }
            client.getMeetings()
                    .onErrorComplete()
                    .as(StepVerifier::create)
                    .expectComplete()
                    .verify(Duration.ofSeconds(5));
            client.disposeLater().block();
            eventually("no connection is left", () -> server.open() == 0);
        }
    }

    @Test
    void anErrorOfADecoderThatCannotBeMadeLeavesNoBuffer() throws Exception {
        AtomicReference<HttpContent> content = new AtomicReference<>();
        Endpoint<Meeting> broken = new Endpoint<>(ApiCall.GET_MEETINGS, Endpoint.Effect.READS, context -> {
            throw new AssertionError("no decoder");
        });
        try (TestServer server = new TestServer((request, response) -> response.sendString(Mono.just(EMPTY)))) {
            BbbClient client = BbbClient.builder(server.address())
                    .httpClient(noting(content, HttpClient.create()))
                    .build();
            client.call(broken, SimpleRequest.of(ApiCall.GET_MEETINGS, Map.of(), null))
                    .as(StepVerifier::create)
                    .expectError(AssertionError.class)
                    .verify();
            eventually(
                    "the content is released",
                    () -> content.get() != null && content.get().refCnt() == 0);
            client.disposeLater().block();
        }
    }

    @Test
    void anAnswerThatTheTransportHandsToNobodyIsThrownAway() throws Exception {
        AtomicReference<HttpContent> content = new AtomicReference<>();
        try (TestServer server = new TestServer((request, response) -> response.sendString(Mono.just(EMPTY)))) {
            HttpClient failing = HttpClient.create()
                    .doOnResponse((response, connection) -> requireNonNull(connection.as(ChannelOperations.class))
                            .listener()
                            .onUncaughtException(connection, new IOException("too late")));
            BbbClient client = BbbClient.builder(server.address())
                    .httpClient(noting(content, failing))
                    .build();
            client.getMeetings().as(StepVerifier::create).expectError().verify();
            eventually(
                    "the content is released",
                    () -> content.get() != null && content.get().refCnt() == 0);
            eventually("no connection is left", () -> server.open() == 0);
            client.disposeLater().block();
        }
    }

    /** Remembers the last content of an answer, as it is handed to the transport's end of the pipeline. */
    private static HttpClient noting(AtomicReference<HttpContent> content, HttpClient http) {
        return http.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                .addBefore(NettyPipeline.ReactiveBridge, "noting", new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object message) {
                        if (message instanceof HttpContent some
                                && some.content().isReadable()) {
                            content.set(some);
                        }
                        context.fireChannelRead(message);
                    }
                }));
    }

    @Test
    void aDateTooLongToBeOneIsNone() throws Exception {
        try (TestServer server = new TestServer((request, response) -> response.header("Date", "9".repeat(100))
                .sendString(Mono.just("<response><returncode>SUCCESS</returncode><meetings/></response>")))) {
            BbbClient client = BbbClient.builder(server.address())
                    .listener(new CallListener() {})
                    .build();
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void aCreateThatMeetsAStaleConnectionIsNotRepeated() throws Exception {
        try (ClosingServer server = new ClosingServer(1);
                OneLoop loop = new OneLoop()) {
            BbbClient client = BbbClient.builder(server.address())
                    .loopResources(loop.resources())
                    .build();
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            loop.next(client.create(CreateRequest.builder("room-1", "Room").build()))
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasKind(error, Kind.CLOSED_BEFORE_ANSWER))
                    .verify();
            assertThat(server.answered.get()).isOne();
            client.disposeLater().block();
        }
    }

    @Test
    void aFreshConnectionThatClosesIsNotTriedAgain() throws Exception {
        try (ClosingServer server = new ClosingServer(0)) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasKind(error, Kind.CLOSED_BEFORE_ANSWER))
                    .verify();
            assertThat(server.connections()).isOne();
            client.disposeLater().block();
        }
    }

    @Test
    void aRefusedConnectionSaysSo() throws Exception {
        try (ClosedPort closed = new ClosedPort()) {
            BbbClient client = BbbClient.create(BbbServer.of("http://127.0.0.1:" + closed.number(), "shared-secret-1"));
            client.version()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasKind(error, Kind.CONNECT_FAILED))
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void anUnknownHostSaysSo() {
        BbbClient client = BbbClient.builder(BbbServer.of("http://no-such-host.invalid", "shared-secret-1"))
                .resolver(DefaultAddressResolverGroup.INSTANCE)
                .build();
        client.version()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> hasKind(error, Kind.NAME_NOT_RESOLVED))
                .verify();
        client.disposeLater().block();
    }

    @Test
    void bytesThatAreNotHttpSayThat() throws Exception {
        try (RawWire server = new RawWire(connection -> {
            RawWire.write(connection, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
            RawWire.hangs().treat(connection);
        })) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasKind(error, Kind.NOT_HTTP))
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void aThousandErrorAnswersDoNotExhaustThePool() {
        ConnectionProvider pool = ConnectionProvider.create("two", 2);
        try (TestServer server = new TestServer(
                (request, response) -> response.status(502).sendString(Mono.just("<html>" + "x".repeat(2000))))) {
            BbbClient client =
                    BbbClient.builder(server.address()).connectionProvider(pool).build();
            Flux.range(0, 1000)
                    .flatMap(
                            i -> client.getMeetings()
                                    .count()
                                    .onErrorResume(HttpStatusException.class, error -> Mono.just(-1L)),
                            2)
                    .filter(count -> count == -1)
                    .count()
                    .as(StepVerifier::create)
                    .expectNext(1000L)
                    .verifyComplete();
            assertThat(server.opened())
                    .as("error bodies are read, so connections are kept")
                    .isLessThan(10);
            client.disposeLater().block();
        } finally {
            pool.disposeLater().block();
        }
    }

    @Test
    void connectionsAreKeptBetweenCalls() {
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.meetings(200))))) {
            BbbClient client = BbbClient.create(server.address());
            for (int i = 0; i < 20; i++) {
                client.getMeetings()
                        .count()
                        .as(StepVerifier::create)
                        .expectNext(200L)
                        .verifyComplete();
            }
            // the next call may start a moment before the last one has given its connection back
            assertThat(server.opened()).isLessThan(5);
            client.disposeLater().block();
        }
    }

    @Test
    void connectionsAreKeptWhenTheServerSaysNo() {
        try (TestServer server = new TestServer(
                (request, response) -> response.sendString(Mono.just(Answers.failed("notFound", "gone"))))) {
            BbbClient client = BbbClient.create(server.address());
            for (int i = 0; i < 20; i++) {
                client.getMeetingInfo("gone")
                        .as(StepVerifier::create)
                        .expectError(ApiFailedException.class)
                        .verify();
            }
            assertThat(server.opened()).isLessThan(5);
            client.disposeLater().block();
        }
    }

    @Test
    void aPackedAnswerIsUnpackedAndItsLimitCountsWhatIsInside() {
        byte[] packed = gzip(Answers.meetings(5_000));
        try (TestServer server = new TestServer((request, response) ->
                response.header("Content-Encoding", "gzip").sendByteArray(Mono.just(packed)))) {
            BbbClient client = BbbClient.builder(server.address()).build();
            client.getMeetings()
                    .count()
                    .as(StepVerifier::create)
                    .expectNext(5_000L)
                    .verifyComplete();
            client.disposeLater().block();

            assertThat(packed.length).isLessThan(1 << 20);
            BbbClient limited = BbbClient.builder(server.address())
                    .limits(AnswerLimits.DEFAULT.withListBytes(1 << 20))
                    .build();
            limited.getMeetings()
                    .count()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    LimitExceededException.class,
                                    limit -> assertThat(limit.limit()).isEqualTo("listBytes")))
                    .verify();
            limited.disposeLater().block();
        }
    }

    @Test
    void slidesTravelAsTheBodyOfAPost() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (TestServer server = new TestServer((request, response) -> request.receive()
                .aggregate()
                .asString(UTF_8)
                .doOnNext(body -> seen.addAll(List.of(
                        request.method().name(),
                        request.uri(),
                        String.valueOf(request.requestHeaders().get("Content-Type")),
                        body)))
                .then(response.sendString(Mono.just(Answers.info("room-1"))).then()))) {
            BbbClient client = BbbClient.create(server.address());
            client.create(CreateRequest.builder("room-1", "Room")
                            .document(Document.inline("a.txt", "Hello".getBytes(UTF_8)))
                            .build())
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
            assertThat(seen.get(0)).isEqualTo("POST");
            assertThat(seen.get(1))
                    .contains("/api/create?")
                    .contains("meetingID=room-1")
                    .contains("checksum=");
            assertThat(seen.get(2)).isEqualTo("application/xml");
            assertThat(seen.get(3)).contains("SGVsbG8=");
            client.disposeLater().block();
        }
    }

    @Test
    void aGivenHttpClientKeepsWhatIsItsOwnAndLosesWhatWouldBreakCalls() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (TestServer server = new TestServer((request, response) -> {
            seen.add(request.uri().replaceAll("\\?.*", "") + " "
                    + request.requestHeaders().get("X-Mine"));
            return response.status(302).header("Location", "/elsewhere").send();
        })) {
            ConnectionProvider pool = ConnectionProvider.create("mine", 5);
            HttpClient mine = HttpClient.create(pool)
                    .protocol(HttpProtocol.HTTP11)
                    .baseUrl("http://127.0.0.1:1/wrong")
                    .followRedirect(true)
                    .responseTimeout(Duration.ofMillis(1))
                    .headers(headers -> headers.set("X-Mine", "yes"));
            BbbClient client =
                    BbbClient.builder(server.address()).httpClient(mine).build();
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectError(RedirectedException.class)
                    .verify();
            assertThat(seen).containsExactly("/bigbluebutton/api/getMeetings yes");
            client.disposeLater().block();
            assertThat(pool.isDisposed()).isFalse();
            pool.disposeLater().block();
        }
    }

    @Test
    void aGivenClientAndAGivenPoolContradictEachOther() {
        BbbClientBuilder builder = BbbClient.builder(BbbServer.of("http://127.0.0.1", "shared-secret-1"))
                .httpClient(HttpClient.create())
                .connectionProvider(ConnectionProvider.newConnection());
        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void afterDisposalNothingOfOursIsLeftAndCallsFailClearly() throws Exception {
        try (TestServer server = new TestServer((request, response) ->
                request.uri().contains("getMeetings") ? Mono.never() : response.sendString(Mono.just("<x/>")))) {
            BbbClient client = BbbClient.create(server.address());
            client.version().as(StepVerifier::create).expectError().verify();
            StepVerifier inFlight = client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasKind(error, Kind.CLIENT_CLOSED))
                    .verifyLater();
            eventually(
                    "the call is in flight",
                    () -> server.open() > 0 && !threads.names().isEmpty());
            client.disposeLater().block();
            inFlight.verify(Duration.ofSeconds(10));
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> hasKind(error, Kind.CLIENT_CLOSED))
                    .verify();
            client.disposeLater().block();
            threads.end();
            eventually("no connection is left", () -> server.open() == 0);
        }
    }

    @Test
    void givenEventLoopsAreSharedAndSurviveTheClient() {
        LoopResources loops = LoopResources.create("shared-loops", 1, true);
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.noMeetings())))) {
            for (int i = 0; i < 3; i++) {
                BbbClient client =
                        BbbClient.builder(server.address()).loopResources(loops).build();
                client.getMeetings().as(StepVerifier::create).verifyComplete();
                client.disposeLater().block();
            }
            assertThat(loops.isDisposed()).isFalse();
            assertThat(threads.names()).isEmpty();
        } finally {
            loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
        }
    }

    private final NewThreads threads = new NewThreads("blueflux-");

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void hasKind(Throwable error, Kind kind) {
        assertThat(error).isInstanceOf(TransportException.class);
        assertThat(((TransportException) error).kind()).isEqualTo(kind);
    }

    /** Answers so many requests on each connection; closes it, unanswered, when one more comes. */
    private static final class ClosingServer implements AutoCloseable {
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger droppedOnReuse = new AtomicInteger();
        private final RawWire wire;

        ClosingServer(int answersEach) throws IOException {
            wire = new RawWire(connection -> serve(connection, answersEach));
        }

        BbbServer address() {
            return wire.address();
        }

        int connections() {
            return wire.connections();
        }

        private void serve(Socket connection, int answers) throws IOException {
            for (int i = 0; i < answers; i++) {
                if (RawWire.head(connection.getInputStream()).isEmpty()) {
                    return;
                }
                answered.incrementAndGet();
                RawWire.write(connection, RawWire.answer("200 OK", Answers.noMeetings()));
            }
            if (!RawWire.head(connection.getInputStream()).isEmpty()) {
                droppedOnReuse.incrementAndGet();
            }
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
