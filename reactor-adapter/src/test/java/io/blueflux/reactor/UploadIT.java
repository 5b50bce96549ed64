// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.body.Document;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.RequestBodyException;
import io.blueflux.error.TransportException;
import io.blueflux.request.CreateRequest;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class UploadIT {
    private static final int MEGA = 1 << 20;
    private static final Duration SHORT = Duration.ofMillis(400);

    private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
    private final Queue<RawHead> heads = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    void everyKindOfContentArrivesWholeAndInOrder() throws Exception {
        byte[] content = random(3 * MEGA + 1);
        Path file = Files.write(folder.resolve("deck"), content);
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.create(server.address());
            CreateRequest request = CreateRequest.builder("room-1", "Room")
                    .document(Document.inline("a.pdf", content))
                    .document(Document.inline("b.pdf", file))
                    .document(Document.inline("c.pdf", content.length, chunks(content, 7_001)))
                    .document(Document.inline("d.pdf", content.length, chunks(content, content.length)))
                    .document(Document.inline("<&>\"ü.txt", new byte[] {1}))
                    .build();
            client.create(request).as(StepVerifier::create).expectNextCount(1).verifyComplete();
            String base64 = Base64.getEncoder().encodeToString(content);
            assertThat(new String(bodies.remove(), UTF_8)
                            .equals("<modules><module name=\"presentation\">"
                                    + "<document name=\"a.pdf\">" + base64 + "</document>"
                                    + "<document name=\"b.pdf\">" + base64 + "</document>"
                                    + "<document name=\"c.pdf\">" + base64 + "</document>"
                                    + "<document name=\"d.pdf\">" + base64 + "</document>"
                                    + "<document name=\"&lt;&amp;&gt;&quot;ü.txt\">AQ==</document></module></modules>"))
                    .isTrue();
            RawHead head = heads.remove();
            assertThat(head.line()).startsWith("POST /bigbluebutton/api/create?meetingID=room-1&");
            assertThat(head.header("Content-Type")).isEqualTo("application/xml");
            assertThat(head.header("Transfer-Encoding")).isEmpty();
            client.disposeLater().block();
        }
    }

    @Test
    void contentThatComesUnaskedEndsTheCall() throws Exception {
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.create(server.address());
            client.create(CreateRequest.builder("room-1", "Room")
                            .document(Document.inline("a.txt", 10_000, new Flood()))
                            .build())
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(RequestBodyException.class)
                            .hasMessageContaining("a.txt could not be read"))
                    .verify();
            client.disposeLater().block();
        }
        assertThat(bodies).isEmpty();
    }

    @Test
    void nothingIsReadBeforeSubscriptionAndEverySubscriptionReadsAnew() throws Exception {
        Path file = folder.resolve("later.txt");
        AtomicInteger subscriptions = new AtomicInteger();
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.builder(server.address())
                    .maxConnections(1) // the next call may come before the connection is back
                    .build();
            var create = client.create(CreateRequest.builder("room-1", "Room")
                    .document(Document.inline("a.txt", file))
                    .document(Document.inline("b.txt", 1, publisher(Flux.defer(() -> {
                        subscriptions.incrementAndGet();
                        return Flux.just(ByteBuffer.wrap(new byte[] {'x'}));
                    }))))
                    .build());
            assertThat(subscriptions).hasValue(0);
            for (String content : List.of("one", "three")) {
                Files.writeString(file, content);
                create.as(StepVerifier::create).expectNextCount(1).verifyComplete();
                assertThat(new String(bodies.remove(), UTF_8))
                        .contains(Base64.getEncoder().encodeToString(content.getBytes(UTF_8)));
            }
            assertThat(subscriptions).hasValue(2);
            assertThat(server.connections()).isEqualTo(1);
            client.disposeLater().block();
        }
    }

    @Test
    void contentOfAnotherSizeNeverArrivesAsAWholeRequest() throws Exception {
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.create(server.address());
            byte[] content = random(100_000);
            for (int said : List.of(99_999, 99_997, 100_001, 1, 200_000)) {
                fails(
                        client,
                        Document.inline("a.pdf", said, chunks(content, 10_000)),
                        said + " bytes that were announced");
            }
            eventually("every connection is closed", () -> server.closed() == server.connections());
            assertThat(bodies).isEmpty();
            assertThat(server.faults).isNotEmpty().allMatch(fault -> fault.contains("incomplete body"));
            client.disposeLater().block();
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.create(server.address());
            Path empty = Files.createFile(folder.resolve("empty"));
            fails(client, Document.inline("missing.pdf", folder.resolve("none")), "missing.pdf is no file any more");
            fails(client, Document.inline("folder.pdf", folder), "folder.pdf is no regular file");
            fails(client, Document.inline("empty.pdf", empty), "empty.pdf is no regular file, or an empty one");
            assertThat(server.connections()).isEqualTo(0);
            client.disposeLater().block();
        }
    }

    @Test
    void aFileThatShrinksOrVanishesWhileItIsSentEndsTheCall() throws Exception {
        Path file = Files.write(folder.resolve("deck"), new byte[100_000]);
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.create(server.address());
            // what comes first is read first, and by then the size of the second is known
            Flow.Publisher<ByteBuffer> shrinking = publisher(Flux.defer(() -> {
                writeQuietly(file, 10);
                return Flux.just(ByteBuffer.wrap(new byte[1]));
            }));
            Flow.Publisher<ByteBuffer> deleting = publisher(Flux.defer(() -> {
                deleteQuietly(file);
                return Flux.just(ByteBuffer.wrap(new byte[1]));
            }));
            fails(client, "ended after 10 of the 100000 bytes", Document.inline("x.txt", 1, shrinking), deck(file));
            Files.write(file, new byte[100_000]);
            fails(client, "deck.pdf is no file any more", Document.inline("x.txt", 1, deleting), deck(file));
            assertThat(bodies).isEmpty();
            client.disposeLater().block();
        }
    }

    @Test
    void aPublishersErrorEndsTheCallAndIsItsCause() throws Exception {
        IOException trouble = new IOException("the store is away");
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.create(server.address());
            Flux<ByteBuffer> broken =
                    Flux.just(ByteBuffer.wrap(new byte[5_000])).concatWith(Flux.error(trouble));
            create(client, Document.inline("a.pdf", 9_000, publisher(broken)))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(RequestBodyException.class)
                            .hasMessageEndingWith(": a.pdf could not be read")
                            .hasCause(trouble))
                    .verify();
            eventually("the connection is closed", () -> server.closed() == server.connections());
            assertThat(bodies).isEmpty();
            client.disposeLater().block();
        }
    }

    @Test
    void aSourceIsNotReadAheadOfTheSocketAndCancellingStopsIt() throws Exception {
        int parts = 64;
        CountDownLatch partsRead = new CountDownLatch(parts);
        CountDownLatch never = new CountDownLatch(1);
        AtomicLong produced = new AtomicLong();
        AtomicLong ahead = new AtomicLong();
        AtomicBoolean cancelled = new AtomicBoolean();
        try (UploadServer server = new UploadServer((head, in, connection) -> {
            for (int part = 1; part <= parts; part++) {
                in.skipNBytes(MEGA);
                ahead.accumulateAndGet(
                        produced.get() - 3L * MEGA * part / 4, Math::max); // four bytes of Base64 are three
                partsRead.countDown();
            }
            await(never);
        })) {
            BbbClient client = BbbClient.create(server.address());
            Flux<ByteBuffer> endless = Flux.<ByteBuffer>generate(sink -> {
                        produced.addAndGet(MEGA);
                        sink.next(ByteBuffer.allocate(MEGA));
                    })
                    .doOnCancel(() -> cancelled.set(true));
            var call = client.create(CreateRequest.builder("room-1", "Room")
                            .document(Document.inline("a.pdf", 500L * MEGA, publisher(endless)))
                            .build())
                    .subscribe();
            partsRead.await();
            assertThat(ahead.get()).isLessThan(16L * MEGA);
            call.dispose();
            eventually("the source is cancelled", cancelled::get);
            never.countDown();
            eventually("the connection is closed", () -> server.closed() == 1);
            client.disposeLater().block();
        }
    }

    @Test
    void cancellingClosesTheFile() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Path file = Files.write(folder.resolve("deck"), new byte[20 * MEGA]);
        try (UploadServer server = new UploadServer((head, in, connection) -> await(never))) {
            BbbClient client = BbbClient.create(server.address());
            var call = client.create(CreateRequest.builder("room-1", "Room")
                            .document(deck(file))
                            .build())
                    .subscribe();
            eventually("the file is open", () -> isOpen(file));
            call.dispose();
            eventually("the file is closed", () -> !isOpen(file));
            never.countDown();
            client.disposeLater().block();
        }
    }

    @Test
    void anAnswerThatComesEarlyIsTheAnswer() throws Exception {
        try (UploadServer server = new UploadServer((head, in, connection) -> {
            in.readNBytes(10_000);
            RawWire.write(connection, RawWire.answer("413 Request Entity Too Large", "<html>too large</html>"));
            in.transferTo(OutputStream.nullOutputStream()); // lingers, as nginx does
        })) {
            BbbClient client = BbbClient.create(server.address());
            AtomicBoolean cancelled = new AtomicBoolean();
            Flux<ByteBuffer> begun = Flux.just(ByteBuffer.allocate(MEGA)).concatWith(Flux.never());
            create(client, Document.inline("a.pdf", 2 * MEGA, publisher(begun.doOnCancel(() -> cancelled.set(true)))))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    HttpStatusException.class,
                                    status -> assertThat(status.status()).isEqualTo(413)))
                    .verify();
            eventually("the source is cancelled", cancelled::get);
            eventually("the connection is closed", () -> server.closed() == 1);
            client.disposeLater().block();
        }
    }

    @Test
    void aServerThatAnswersAndClosesAtOnceIsAnErrorOfOurs() throws Exception {
        // the network may drop the answer together with the connection; what is left is then a closed connection
        try (UploadServer server = new UploadServer((head, in, connection) -> {
            in.readNBytes(10_000);
            RawWire.write(connection, RawWire.answer("413 Request Entity Too Large", "<html>too large</html>"));
            connection.close();
        })) {
            BbbClient client = BbbClient.create(server.address());
            create(client, Document.inline("a.pdf", new byte[20 * MEGA]))
                    .expectErrorSatisfies(error ->
                            assertThat(error).isInstanceOfAny(HttpStatusException.class, TransportException.class))
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void aSlowUploadIsNotSilence() throws Exception {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        try (UploadServer server = new UploadServer((head, in, connection) -> {
            for (long left = head.length(); left > 0; left -= 200_000) {
                in.skipNBytes(Math.min(left, 200_000));
                time.advanceTimeBy(SHORT.dividedBy(15));
            }
            RawWire.write(connection, RawWire.answer("200 OK", Answers.info("room-1")));
        })) {
            BbbClient client = impatient(server, SHORT, time);
            for (int i = 0; i < 2; i++) { // the second on the same connection
                create(client, Document.inline("a.pdf", new byte[6 * MEGA]))
                        .expectNextCount(1)
                        .verifyComplete();
            }
            assertThat(time.now(TimeUnit.MILLISECONDS))
                    .isGreaterThan(SHORT.multipliedBy(2).toMillis());
            assertThat(server.connections()).isEqualTo(1);
            client.disposeLater().block();
        }
    }

    @Test
    void aSourceThatPausesIsNotTheServersSilence() throws Exception {
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client =
                    impatient(server, SHORT.multipliedBy(2), Schedulers.parallel()); // it must answer in time
            Flux<ByteBuffer> pausing =
                    Flux.range(0, 2).delayElements(SHORT.multipliedBy(3)).map(i -> ByteBuffer.wrap(new byte[5_000]));
            create(client, Document.inline("a.pdf", 10_000, publisher(pausing)))
                    .expectNextCount(1)
                    .verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void aServerThatStopsReadingIsSilent() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (UploadServer server = new UploadServer((head, in, connection) -> {
            in.readNBytes(100_000);
            await(never);
        })) {
            BbbClient client = impatient(server, SHORT, Schedulers.parallel());
            create(client, Document.inline("a.pdf", new byte[20 * MEGA]))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    CallTimeoutException.class,
                                    timeout -> assertThat(timeout.stage()).isEqualTo(Stage.SILENCE)))
                    .verify();
            never.countDown();
            eventually("the connection is closed", () -> server.closed() == 1);
            client.disposeLater().block();
        }
    }

    @Test
    void aPublisherThatCanBeReadOnceRefusesTheSecondTime() throws Exception {
        try (UploadServer server = new UploadServer(this::keep)) {
            BbbClient client = BbbClient.create(server.address());
            Document document = Document.inline("a.txt", 1, once(new byte[] {'x'}));
            create(client, document).expectNextCount(1).verifyComplete();
            fails(client, document, "a.txt could not be read");
            assertThat(bodies).hasSize(1);
            client.disposeLater().block();
        }
    }

    /** Has one connection, since a call is over a moment before its connection is free. */
    private static BbbClient impatient(UploadServer server, Duration patience, Scheduler timer) {
        ConnectionProvider one = ConnectionProvider.create("one-upload", 1);
        return BbbClient.builder(server.address())
                .httpClient(HttpClient.create(one).option(ChannelOption.SO_SNDBUF, 64 << 10))
                .timer(timer)
                .createTimeout(patience)
                .silenceTimeout(patience)
                .build();
    }

    private void keep(RawHead head, InputStream in, Socket connection) throws IOException {
        byte[] body = in.readNBytes(head.length());
        if (body.length < head.length()) {
            throw new IOException("incomplete body");
        }
        heads.add(head);
        bodies.add(body);
        RawWire.write(connection, RawWire.answer("200 OK", Answers.info("room-1")));
    }

    private static Document deck(Path file) {
        return Document.inline("deck.pdf", file);
    }

    private static void fails(BbbClient client, Document document, String words) {
        fails(client, words, document);
    }

    private static void fails(BbbClient client, String words, Document... documents) {
        create(client, documents)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(RequestBodyException.class)
                        .hasMessageContaining(words))
                .verify(Duration.ofSeconds(20));
    }

    private static StepVerifier.FirstStep<?> create(BbbClient client, Document... documents) {
        CreateRequest.Builder request = CreateRequest.builder("room-1", "Room");
        for (Document document : documents) {
            request.document(document);
        }
        return client.create(request.build()).as(StepVerifier::create);
    }

    private static Flow.Publisher<ByteBuffer> publisher(Flux<ByteBuffer> flux) {
        return JdkFlowAdapter.publisherToFlowPublisher(flux);
    }

    private static Flow.Publisher<ByteBuffer> chunks(byte[] content, int size) {
        return publisher(Flux.range(0, (content.length + size - 1) / size)
                .map(i -> ByteBuffer.wrap(
                        Arrays.copyOfRange(content, i * size, Math.min(content.length, (i + 1) * size)))));
    }

    private static Flow.Publisher<ByteBuffer> once(byte[] content) {
        AtomicBoolean read = new AtomicBoolean();
        return publisher(Flux.defer(() -> read.compareAndSet(false, true)
                ? Flux.just(ByteBuffer.wrap(content))
                : Flux.error(new IllegalStateException("read before"))));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(4711).nextBytes(bytes);
        return bytes;
    }

    private static boolean isOpen(Path file) {
        try (var handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.anyMatch(handle -> {
                try {
                    return Files.readSymbolicLink(handle).equals(file);
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeQuietly(Path file, int size) {
        try {
            Files.write(file, new byte[size]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings everything at once, whatever was asked for, until it is cancelled. */
    private static final class Flood implements Flow.Publisher<ByteBuffer> {
        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            AtomicBoolean started = new AtomicBoolean();
            AtomicBoolean cancelled = new AtomicBoolean();
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long chunks) {
                    boolean first = started.compareAndSet(false, true);
                    for (int i = 0; first && i < 10_000 && !cancelled.get(); i++) {
                        subscriber.onNext(ByteBuffer.allocate(1));
                    }
                }

                @Override
                public void cancel() {
                    cancelled.set(true);
                }
            });
        }
    }
}
