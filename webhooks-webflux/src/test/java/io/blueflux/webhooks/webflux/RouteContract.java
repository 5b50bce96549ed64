// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.VERIFIER;
import static io.blueflux.webhooks.webflux.Deliveries.body;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.query;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhook.WebhookEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** What every route must do, over real sockets. */
abstract class RouteContract {
    private static final int MAX_BODY = 100_000;
    private static final WebhookLimits LIMITS =
            WebhookLimits.DEFAULT.withBodyBytes(MAX_BODY).withBufferedEvents(3);

    private final LoopResources loops = LoopResources.create("webhooks", 2, true);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WebhookIntake intake = WebhookIntake.of(VERIFIER, LIMITS);
    private DisposableServer server;

    abstract HttpServer routed(HttpServer server, String path, WebhookIntake intake);

    @BeforeEach
    void start() {
        serve(intake);
    }

    private void serve(WebhookIntake intake) {
        HttpServer plain = HttpServer.create()
                .bindAddress(() -> new InetSocketAddress("127.0.0.1", 0))
                .runOn(loops);
        server = routed(plain, "/bbb-hook", intake).bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    @Test
    void deliveryBecomesEvents() throws Exception {
        assertThat(post(ended(1, 2))).isEqualTo(200);

        intake.events().take(2).as(StepVerifier::create).expectNextCount(2).verifyComplete();
    }

    @Test
    void bearerTokenIsRead() throws Exception {
        HttpRequest request = request("", BodyPublishers.ofByteArray(ended(1)))
                .header("Authorization", "Bearer " + Deliveries.SECRET)
                .build();

        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    void answersWhileNobodyConsumesUntilTheBufferIsFull() throws Exception {
        assertThat(post(ended(1, 2, 3))).isEqualTo(200);
        assertThat(post(ended(4))).isEqualTo(503);

        intake.events().take(3).as(StepVerifier::create).expectNextCount(3).verifyComplete();
        assertThat(post(ended(4))).isEqualTo(200);
    }

    /** The application's code goes round until the server has its answer; it never would if it ran before. */
    @Test
    void answerDoesNotWaitForTheApplication() throws Exception {
        AtomicBoolean answered = new AtomicBoolean();
        CompletableFuture<Boolean> inTime = new CompletableFuture<>();
        Disposable application = intake.events().subscribe(event -> inTime.complete(spinUntil(answered)));

        assertThat(post(ended(1))).isEqualTo(200);
        answered.set(true);

        assertThat(inTime.get()).isTrue();
        application.dispose();
    }

    private static boolean spinUntil(AtomicBoolean condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        boolean met = false;
        while (!met && System.nanoTime() < end) {
            met = condition.get(); // no onSpinWait, which counts as blocking
        }
        return met;
    }

    @Test
    void repetitionIsAnsweredWithSuccessAndDropped() throws Exception {
        assertThat(post(ended(1))).isEqualTo(200);
        assertThat(post(ended(1))).isEqualTo(200);

        intake.dispose();
        intake.events().as(StepVerifier::create).expectNextCount(1).verifyComplete();
    }

    @Test
    void forgedIsForbidden() throws Exception {
        assertThat(post("", BodyPublishers.ofByteArray(ended(1)))).isEqualTo(403);
        assertThat(post("?" + query(ended(1)), BodyPublishers.ofByteArray(ended(2))))
                .isEqualTo(403);
    }

    @Test
    void malformedIsABadRequest() throws Exception {
        assertThat(post(body(1, "{"))).isEqualTo(400);
        assertThat(post(new byte[0])).isEqualTo(400);
    }

    @Test
    void bodyIsBoundedWithAndWithoutItsLength() throws Exception {
        byte[] tooLarge = new byte[MAX_BODY + 1];

        assertThat(post(tooLarge)).isEqualTo(413);
        assertThat(post("?" + query(tooLarge), chunked(tooLarge))).isEqualTo(413);
        assertThat(post("?" + query(tooLarge), chunked(new byte[20 * MAX_BODY])))
                .isEqualTo(413);
        assertThat(post(ended(1))).isEqualTo(200);
    }

    @Test
    void largestBodyInManyChunksIsRead() throws Exception {
        String event = "[{\"data\":{\"id\":\"x\",\"pad\":\"" + "y".repeat(MAX_BODY - 200) + "\"}}]";
        byte[] body = body(1, event);

        assertThat(post("?" + query(body), chunked(body))).isEqualTo(200);
        intake.events()
                .take(1)
                .as(StepVerifier::create)
                .assertNext(kept -> assertThat(kept).isInstanceOf(WebhookEvent.Unknown.class))
                .verifyComplete();
    }

    @Test
    void silentBodyIsAnsweredAndItsConnectionClosed() throws Exception {
        server.disposeNow();
        serve(WebhookIntake.of(VERIFIER, LIMITS.withBodyTime(Duration.ofSeconds(2))));
        String head = "POST /bbb-hook?" + query(ended(1)) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nevent=";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 408 ");
        }

        assertThat(post(ended(2))).isEqualTo(200);
    }

    @Test
    void forgedIsForbiddenBeforeItsBodyComes() throws Exception {
        String head = "POST /bbb-hook HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(13), US_ASCII))
                    .isEqualTo("HTTP/1.1 403 ");
        }
    }

    @Test
    void bodyThatIsCutShortIsNoDelivery() throws Exception {
        byte[] body = ended(1);
        String head = "POST /bbb-hook?" + query(body) + " HTTP/1.1\r\nHost: h\r\nContent-Length: ";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write((head + (body.length + 1) + "\r\n\r\n").getBytes(US_ASCII));
            socket.getOutputStream().write(body);
        }

        assertThat(post(ended(2))).isEqualTo(200);
        intake.dispose();
        intake.events()
                .as(StepVerifier::create)
                .assertNext(event -> assertThat(event.timestamp()).isEqualTo(Instant.ofEpochMilli(2)))
                .verifyComplete();
    }

    @Test
    void otherMethodsAreNoDeliveries() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(uri("")).GET().build();

        assertThat(client.send(get, BodyHandlers.discarding()).statusCode()).isIn(404, 405);
    }

    @Test
    void disposedIntakeAsksForAnotherTry() throws Exception {
        CountDownLatch completed = new CountDownLatch(1);
        Disposable application =
                intake.events().doOnComplete(completed::countDown).subscribe();
        intake.dispose();

        completed.await();
        assertThat(post(ended(1))).isEqualTo(503);
        assertThat(application.isDisposed()).isTrue();
    }

    private int post(byte[] body) throws IOException, InterruptedException {
        return post("?" + query(body), BodyPublishers.ofByteArray(body));
    }

    private int post(String query, BodyPublisher body) throws IOException, InterruptedException {
        return client.send(request(query, body).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String query, BodyPublisher body) {
        return HttpRequest.newBuilder(uri(query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body);
    }

    private URI uri(String query) {
        return URI.create("http://127.0.0.1:" + server.port() + "/bbb-hook" + query);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }
}
