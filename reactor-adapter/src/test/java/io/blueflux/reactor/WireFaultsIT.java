// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.BbbServer;
import io.blueflux.body.Document;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

/** What servers and proxies do at their worst, byte for byte. */
class WireFaultsIT {

    @Test
    void anInterimAnswerNeverMakesACallGetTheAnswerOfAnother() throws Exception {
        try (RawWire server = serving((head, in, connection) -> {
            String room = head.target().replaceAll(".*meetingID=([^&]*).*", "$1");
            RawWire.write(connection, "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
            RawWire.write(connection, ok(Answers.info(room)));
        })) {
            BbbClient client = BbbClient.create(server.address());
            for (int i = 0; i < 6; i++) {
                String asked = "room-" + i;
                client.getMeetingInfo(asked)
                        .mapNotNull(Meeting::meetingId)
                        .as(StepVerifier::create)
                        .expectNext(asked)
                        .verifyComplete();
            }
            client.disposeLater().block();
        }
    }

    @Test
    void answersAreReadInTheCharsetOfTheirContentType() throws Exception {
        byte[] body = Answers.info("Gru\u00DF").getBytes(ISO_8859_1);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml;charset=ISO-8859-1\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        try (RawWire server = new RawWire(connection -> {
            RawWire.head(connection.getInputStream());
            RawWire.write(connection, head);
            connection.getOutputStream().write(body);
            connection.getOutputStream().flush();
        })) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetingInfo("room")
                    .mapNotNull(Meeting::meetingId)
                    .as(StepVerifier::create)
                    .expectNext("Gru\u00DF")
                    .verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void interimAnswersBeforeTheAnswerAreSkipped() throws Exception {
        String links = "Link: </a.css>; rel=preload\r\nContent-Length: 9\r\nContent-Type: text/html\r\n\r\n";
        List<String> interim = List.of(
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n" + links,
                "HTTP/1.1 104 Upload Resumption Supported\r\nContent-Encoding: br\r\n\r\n",
                "HTTP/1.1 199 Whatever\r\nConnection: close\r\n\r\n");
        try (RawWire server = new RawWire(connection -> {
            while (!RawWire.head(connection.getInputStream()).isEmpty()) {
                for (String answer : interim) {
                    RawWire.write(connection, answer);
                    RawWire.write(connection, answer);
                }
                RawWire.write(connection, ok(Answers.noMeetings()));
            }
        })) {
            BbbClient client = BbbClient.builder(server.address())
                    .maxConnections(1) // the next call may come before the connection is back
                    .build();
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            client.create(CreateRequest.builder("room-1", "Room")
                            .document(Document.inline("a.txt", "Hello".getBytes(UTF_8)))
                            .build())
                    .as(StepVerifier::create)
                    .verifyError(MalformedResponseException.class); // a list is no answer to create
            assertThat(server.connections()).isEqualTo(1);
            client.disposeLater().block();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "identity", "Identity"})
    void anAnswerThatSaysItIsNotPackedIsRead(String encoding) throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\n";
        String answer = ok(Answers.noMeetings()).replace("HTTP/1.1 200 OK\r\n", head);
        try (RawWire server = new RawWire(RawWire.says(answer))) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings().as(StepVerifier::create).verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void interimAnswersWithoutEndAreAnError() throws Exception {
        String interim = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1_000);
        try (RawWire server = new RawWire(RawWire.says(interim + ok(Answers.noMeetings())))) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error ->
                            assertThat(((HttpStatusException) error).status()).isEqualTo(103))
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void interimAnswersOfHttp2AreSkipped() throws Exception {
        String answer = Answers.noMeetings();
        String settings = frame(4, 0, 0, "") + frame(4, 1, 0, ""); // its own, and the receipt of the client's
        String early = frame(1, 4, 3, "\u0008\u0003103"); // a literal :status
        try (RawWire server = new RawWire(connection -> {
            RawWire.write(connection, settings);
            byte[] request = new byte[4_000];
            while (connection.getInputStream().read(request) > 0) {
                if (new String(request, UTF_8).contains("\u0001\u0005\0\0\0\u0003")) { // the head of the first call
                    RawWire.write(connection, early + early + frame(1, 4, 3, "\u0088") + frame(0, 1, 3, answer));
                    RawWire.hangs().treat(connection);
                }
            }
        })) {
            BbbClient client = BbbClient.builder(server.address())
                    .httpClient(HttpClient.create().protocol(HttpProtocol.H2C))
                    .build();
            client.getMeetings().as(StepVerifier::create).expectComplete().verify(Duration.ofSeconds(5));
            client.disposeLater().block();
        }
    }

    private static String frame(int type, int flags, int stream, String content) {
        return "\0" + (char) (content.length() >> 8) + (char) (content.length() & 255) + (char) type + (char) flags
                + "\0\0\0" + (char) stream + content;
    }

    @Test
    void whatWasDecodedIsDeliveredBeforeTheWiresError() throws Exception {
        String whole = ok(Answers.meetings(10));
        try (RawWire server = serving((head, in, connection) -> {
            RawWire.write(connection, whole.substring(0, whole.length() - 5));
            throw new IOException("closes the connection");
        })) {
            BbbClient client = BbbClient.create(server.address());
            StepVerifier.create(client.getMeetings(), 0)
                    .thenRequest(1)
                    .expectNextCount(1)
                    .expectNoEvent(Duration.ofMillis(300)) // by now the wire has failed
                    .thenRequest(4)
                    .expectNextCount(4)
                    .expectNoEvent(Duration.ofMillis(100))
                    .thenRequest(100)
                    .expectNextCount(5)
                    .expectErrorSatisfies(error ->
                            assertThat(((TransportException) error).kind()).isEqualTo(Kind.CUT_SHORT))
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void anErrorPageThatStopsIsSilence() throws Exception {
        try (RawWire server = serving((head, in, connection) -> {
            RawWire.write(connection, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 5000\r\n\r\n<html>");
            RawWire.hangs().treat(connection);
        })) {
            BbbClient client = BbbClient.builder(server.address())
                    .silenceTimeout(Duration.ofMillis(300))
                    .deadline(Duration.ofSeconds(30))
                    .build();
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error ->
                            assertThat(((CallTimeoutException) error).stage()).isEqualTo(Stage.SILENCE))
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void anErrorPageThatIsCutShortStillTellsItsStatus() throws Exception {
        try (RawWire server = serving((head, in, connection) -> {
            RawWire.write(connection, "HTTP/1.1 503 Unavailable\r\nContent-Length: 5000\r\n\r\n<html>busy");
            throw new IOException("closes the connection");
        })) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> {
                        assertThat(((HttpStatusException) error).status()).isEqualTo(503);
                        assertThat(((HttpStatusException) error).bodyStart()).contains("busy");
                    })
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void aRedirectIsReportedWithoutWaitingForItsBody() throws Exception {
        try (RawWire server = serving((head, in, connection) -> {
            RawWire.write(connection, "HTTP/1.1 302 Found\r\nLocation: //evil.example/x\r\nContent-Length: 99\r\n\r\n");
            RawWire.hangs().treat(connection);
        })) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> assertThat(((RedirectedException) error).targetHost())
                            .isEqualTo("http://evil.example"))
                    .verify(Duration.ofSeconds(5));
            client.disposeLater().block();
        }
    }

    @Test
    void blanksWithoutEndAfterTheAnswerAreNotReadForEver() throws Exception {
        try (RawWire server = serving((head, in, connection) -> {
            String start = Answers.noMeetings();
            RawWire.write(
                    connection,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(start.length())
                            + "\r\n" + start + "\r\n");
            String blanks = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
            for (int i = 0; i < 100_000; i++) {
                RawWire.write(connection, blanks);
            }
        })) {
            BbbClient client = BbbClient.create(server.address());
            client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorMatches(error -> error.toString().contains("bytesAfterRoot"))
                    .verify(Duration.ofSeconds(20));
            client.disposeLater().block();
        }
    }

    @Test
    void aPortOfOneDigitIsAPort() {
        BbbClient client = BbbClient.create(BbbServer.of("http://127.0.0.1:9/bigbluebutton", "shared-secret-1"));
        client.getMeetings()
                .as(StepVerifier::create)
                .expectErrorSatisfies(
                        error -> assertThat(((TransportException) error).kind()).isEqualTo(Kind.CONNECT_FAILED))
                .verify();
        client.disposeLater().block();
    }

    @Test
    void closingEndsCallsInFlightOnGivenEventLoopsToo() throws Exception {
        LoopResources loops = LoopResources.create("given-loops", 1, true);
        AtomicInteger requests = new AtomicInteger();
        try (RawWire server = serving((head, in, connection) -> {
            requests.incrementAndGet();
            RawWire.hangs().treat(connection);
        })) {
            BbbClient client =
                    BbbClient.builder(server.address()).loopResources(loops).build();
            StepVerifier inFlight = client.getMeetings()
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error ->
                            assertThat(((TransportException) error).kind()).isEqualTo(Kind.CLIENT_CLOSED))
                    .verifyLater();
            eventually("the call is in flight", () -> requests.get() == 1);
            client.disposeLater().block();
            inFlight.verify(Duration.ofSeconds(5));
        } finally {
            loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
        }
    }

    @Test
    void aBuiltClientDoesNotChangeWithItsBuilder() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (RawWire server = serving((head, in, connection) -> RawWire.write(connection, ok(Answers.noMeetings())))) {
            BbbClientBuilder builder = BbbClient.builder(server.address()).listener(hears(heard, "first"));
            BbbClient first = builder.build();
            builder.listener(hears(heard, "second"));
            first.getMeetings().as(StepVerifier::create).verifyComplete();
            assertThat(heard).containsExactly("first completed");
            first.disposeLater().block();
        }
    }

    @Test
    void aCallThatCompletedIsNotCancelledAfterwards() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (RawWire server = serving((head, in, connection) -> RawWire.write(connection, ok(Answers.noMeetings())))) {
            BbbClient client = BbbClient.builder(server.address())
                    .listener(hears(heard, "client"))
                    .build();
            BaseSubscriber<Meeting> subscriber = new BaseSubscriber<>() {};
            client.getMeetings().subscribe(subscriber);
            eventually("the call completed", () -> !heard.isEmpty());
            subscriber.cancel();
            client.disposeLater().block();
            assertThat(heard).containsExactly("client completed");
        }
    }

    @Test
    void timesThatCannotBeMeantAreRefused() {
        BbbClientBuilder builder = BbbClient.builder(BbbServer.of("http://127.0.0.1", "shared-secret-1"));
        assertThatThrownBy(() -> builder.deadline(Duration.ofDays(300_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deadline");
        assertThatThrownBy(() -> builder.silenceTimeout(Duration.ZERO)).hasMessageContaining("silenceTimeout");
        assertThatThrownBy(() -> builder.userAgent("a\r\nX-Evil: b")).hasMessageContaining("userAgent");
    }

    private static CallListener hears(List<String> heard, String name) {
        return new CallListener() {
            @Override
            public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
                heard.add(name + " completed");
            }

            @Override
            public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
                heard.add(name + " failed");
            }

            @Override
            public void onCancelled(Call call, Duration elapsed, ContextView context) {
                heard.add(name + " cancelled");
            }
        };
    }

    private static String ok(String body) {
        return RawWire.answer("200 OK", body);
    }

    private static RawWire serving(RawWire.Handler handler) throws IOException {
        return new RawWire(RawWire.serves(handler));
    }
}
