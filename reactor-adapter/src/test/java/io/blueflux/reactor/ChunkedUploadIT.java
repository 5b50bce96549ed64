// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.blueflux.BbbServer;
import io.blueflux.body.Document;
import io.blueflux.error.RequestBodyException;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.TextTrackKind;
import io.blueflux.request.TextTrackUpload;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SlideDocument;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Bodies of which nobody knows the size before they are sent. */
class ChunkedUploadIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final Queue<RawHead> heads = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    void oneOfUnknownSizeMakesTheWholeBodyChunked() throws Exception {
        byte[] content = random(300_001);
        Path file = Files.write(folder.resolve("deck"), content);
        try (UploadServer server = new UploadServer(this::keep);
                BbbClient client = BbbClient.builder(server.address())
                        .maxConnections(1) // the next call may come before the connection is back
                        .build()) {
            CreateRequest request = CreateRequest.builder("room-1", "Room")
                    .document(Document.inline("a.pdf", content))
                    .document(Document.streamed("b.pdf", content.length, chunks(content, 7_001)))
                    .document(Document.inline("c.pdf", file))
                    .document(Document.inline("d.pdf", content.length, chunks(content, content.length)))
                    .document(Document.streamed("e.pdf", Long.MAX_VALUE, chunks(content, 60_000)))
                    .document(Document.streamed("f.txt", 10, chunks(new byte[] {1, 2}, 1)))
                    .build();
            for (int i = 0; i < 2; i++) { // the second on the same connection
                client.create(request)
                        .as(StepVerifier::create)
                        .expectNextCount(1)
                        .expectComplete()
                        .verify(LONG_ENOUGH);
            }
            assertThat(server.connections()).isEqualTo(1);
            String base64 = Base64.getEncoder().encodeToString(content);
            assertThat(bodies)
                    .hasSize(2)
                    .allSatisfy(body -> assertThat(new String(body, UTF_8)
                                    .equals("<modules><module name=\"presentation\">"
                                            + "<document name=\"a.pdf\">" + base64 + "</document>"
                                            + "<document name=\"b.pdf\">" + base64 + "</document>"
                                            + "<document name=\"c.pdf\">" + base64 + "</document>"
                                            + "<document name=\"d.pdf\">" + base64 + "</document>"
                                            + "<document name=\"e.pdf\">" + base64 + "</document>"
                                            + "<document name=\"f.txt\">AQI=</document></module></modules>"))
                            .isTrue());
            assertThat(heads).hasSize(2).allSatisfy(head -> {
                assertThat(head.header("Transfer-Encoding")).isEqualTo("chunked");
                assertThat(head.header("Content-Length")).isEmpty();
                assertThat(head.header("Content-Type")).isEqualTo("application/xml");
            });
        }
    }

    @Test
    void whatBreaksTheRuleNeverArrivesAsAWholeRequest() throws Exception {
        byte[] content = random(100_000);
        try (UploadServer server = new UploadServer(this::keep);
                BbbClient client = BbbClient.create(server.address())) {
            fails(client, 99_999, chunks(content, 10_000), ": deck.pdf has more than the 99999 bytes of maxBytes");
            fails(client, 1, chunks(content, 100_000), ": deck.pdf has more than the 1 bytes of maxBytes");
            fails(client, 9, publisher(Flux.empty()), ": deck.pdf has no bytes, and must have at least 1");
            fails(
                    client,
                    9,
                    publisher(Flux.just(ByteBuffer.allocate(0)).repeat(3)),
                    ": deck.pdf has no bytes, and must have at least 1");
            fails(client, 9, publisher(Flux.error(new IOException("no store"))), ": deck.pdf could not be read");
            fails(
                    client,
                    9_000,
                    publisher(
                            Flux.just(ByteBuffer.allocate(5_000)).concatWith(Flux.error(new IOException("no store")))),
                    ": deck.pdf could not be read");
            fails(
                    client,
                    9_000,
                    publisher(Flux.just(ByteBuffer.allocate(5_000))
                            .concatWith(Mono.delay(Duration.ofMillis(50)).then(Mono.error(new AssertionError("no"))))),
                    ": deck.pdf could not be read");
            eventually("every connection is closed", () -> server.closed() == server.connections());
            assertThat(bodies).isEmpty();
            assertThat(server.faults).isNotEmpty().allMatch(fault -> fault.contains("incomplete body"));
        }
    }

    @Test
    void aTextTrackOfUnknownSizeArrivesToo() throws Exception {
        byte[] content = random(50_000);
        try (UploadServer server = new UploadServer(this::keep);
                BbbClient client = BbbClient.create(server.address())) {
            client.putRecordingTextTrack(TextTrackUpload.builder("rec-1", TextTrackKind.CAPTIONS, "en")
                            .streamed("a.vtt", 50_000, chunks(content, 999))
                            .build())
                    .onErrorComplete() // the answer is another call's
                    .block(LONG_ENOUGH);
            assertThat(heads.remove().header("Transfer-Encoding")).isEqualTo("chunked");
            byte[] body = bodies.remove();
            String head = new String(body, 0, 300, ISO_8859_1);
            int start = head.indexOf("\r\n\r\n") + 4;
            assertThat(Arrays.copyOfRange(body, start, start + content.length)).isEqualTo(content);
        }
    }

    @Test
    void aRequestWithItIsNotSaidToBeRepeatable() {
        CreateRequest.Builder request =
                CreateRequest.builder("room-1", "Room").attendeePw("ap").moderatorPw("mp");
        assertThat(request.build().isRepeatable()).isTrue();
        request.document(Document.streamed("a.pdf", 1, publisher(Flux.empty())));
        assertThat(request.build().isRepeatable()).isFalse();
        assertThat(request.build()).asString().contains("at least").doesNotContain("JdkFlow");
    }

    @Test
    void theSimulatedServerTakesSlidesAndCaptions() {
        byte[] content = random(100_000);
        String captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n";
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            SimulatedServer server = simulator.servers().get(0).populateRecordings(1);
            String recordId = server.recordings().get(0).recordId();
            try (BbbClient client = BbbClient.create(server.bbbServer())) {
                client.create(CreateRequest.builder("room-1", "Room")
                                .document(Document.streamed("a.pdf", 100_000, chunks(content, 7_000)))
                                .build())
                        .block(LONG_ENOUGH);
                assertThat(server.meeting("room-1").documents())
                        .extracting(SlideDocument::name, SlideDocument::contentBytes)
                        .containsExactly(tuple("a.pdf", 100_000));
                client.putRecordingTextTrack(TextTrackUpload.builder(recordId, TextTrackKind.CAPTIONS, "de")
                                .streamed("a.vtt", 1_000, chunks(captions.getBytes(UTF_8), 9))
                                .build())
                        .block(LONG_ENOUGH);
                assertThat(server.requests().get(1).headers()).containsEntry("transfer-encoding", "chunked");
                assertThat(server.recordings().get(0).textTracks())
                        .anySatisfy(track -> assertThat(track.text()).isEqualTo(captions));
            }
        }
    }

    @Test
    void aBodyThatBreaksIsAnErrorAndNoLineOfAnyLog() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Flux<ByteBuffer> some = Flux.just(ByteBuffer.allocate(5_000));
        List<Document> broken = List.of(
                Document.inline("deck.pdf", folder.resolve("none")),
                Document.inline("deck.pdf", 6_000, publisher(some)),
                Document.inline("deck.pdf", 6_000, publisher(some.repeat(99))),
                Document.inline("deck.pdf", 6_000, publisher(some.concatWith(Flux.error(new IOException("no store"))))),
                Document.streamed("deck.pdf", 6_000, publisher(some.repeat(99))),
                Document.streamed(
                        "deck.pdf", 6_000, publisher(some.concatWith(Flux.error(new IOException("no store"))))),
                Document.streamed("deck.pdf", 6_000, publisher(Flux.empty())));
        try (BbbSimulator simulator = BbbSimulator.start(1);
                UploadServer bare = new UploadServer(this::keep)) {
            for (BbbServer server : List.of(simulator.servers().get(0).bbbServer(), bare.address())) {
                try (BbbClient client = BbbClient.create(server)) {
                    broken.forEach(document -> create(client, document)
                            .expectError(RequestBodyException.class)
                            .verify(LONG_ENOUGH));
                }
            }
            eventually("every connection is closed", () -> bare.closed() == bare.connections());
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).isEmpty();
    }

    private static void fails(BbbClient client, long most, Flow.Publisher<ByteBuffer> content, String words) {
        create(client, Document.streamed("deck.pdf", most, content))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(RequestBodyException.class)
                        .hasMessageEndingWith(words))
                .verify(LONG_ENOUGH);
    }

    private static StepVerifier.FirstStep<?> create(BbbClient client, Document document) {
        return client.create(CreateRequest.builder("room-1", "Room")
                        .document(document)
                        .build())
                .as(StepVerifier::create);
    }

    private void keep(RawHead head, InputStream in, Socket connection) throws IOException {
        byte[] body = new Dechunked(in).readAllBytes();
        heads.add(head);
        bodies.add(body);
        RawWire.write(connection, RawWire.answer("200 OK", Answers.info("room-1")));
    }

    private static Flow.Publisher<ByteBuffer> publisher(Flux<ByteBuffer> flux) {
        return JdkFlowAdapter.publisherToFlowPublisher(flux);
    }

    private static Flow.Publisher<ByteBuffer> chunks(byte[] content, int size) {
        return publisher(flux(content, size));
    }

    private static Flux<ByteBuffer> flux(byte[] content, int size) {
        return Flux.range(0, (content.length + size - 1) / size)
                .map(i -> ByteBuffer.wrap(
                        Arrays.copyOfRange(content, i * size, Math.min(content.length, (i + 1) * size))));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(4711).nextBytes(bytes);
        return bytes;
    }
}
