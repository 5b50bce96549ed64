// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.TestServer;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

/** Many fan-outs, and many clients, over one pool. */
class SharedPoolIT {
    private static final int SIZE = 17;

    private final TestServer server = new TestServer(SharedPoolIT::answer);
    private final ConnectionProvider pool = ConnectionProvider.builder("shared")
            .maxConnections(SIZE)
            .pendingAcquireTimeout(Duration.ofSeconds(3))
            .build();
    private final List<BbbClient> clients = IntStream.range(0, 5)
            .mapToObj(i -> BbbClient.builder(server.address())
                    .connectionProvider(pool)
                    .userAgent("client-" + i)
                    .build())
            .toList();

    @AfterEach
    void stop() {
        Flux.fromIterable(clients).concatMap(BbbClient::disposeLater).blockLast();
        pool.disposeLater().block();
        server.close();
    }

    @Test
    void asManyFanOutsAsThePoolHasConnectionsDoNotStarve() throws Exception {
        Flux.range(0, 2 * SIZE)
                .flatMap(i -> clients.get(i % clients.size()).getMeetingsWithInfo(FanOut.DEFAULT), 2 * SIZE)
                .filter(MeetingResult.Found.class::isInstance)
                .as(StepVerifier::create)
                .expectNextCount(2 * SIZE * 40)
                .expectComplete()
                .verify(Duration.ofSeconds(60));
        assertThat(server.opened()).isLessThanOrEqualTo(SIZE);
        eventually("nothing is kept", () -> FanOutShare.known() == 0);
    }

    @Test
    void readersThatAskForNothingHoldUpNobody() throws Exception {
        List<BaseSubscriber<MeetingResult>> idle = IntStream.range(0, SIZE / 2 - 1)
                .<BaseSubscriber<MeetingResult>>mapToObj(i -> new BaseSubscriber<>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {}
                })
                .toList();
        idle.forEach(clients.get(0).getMeetingsWithInfo(FanOut.DEFAULT)::subscribe);
        clients.get(1)
                .getMeetingsWithInfo(FanOut.DEFAULT)
                .filter(MeetingResult.Found.class::isInstance)
                .as(StepVerifier::create)
                .expectNextCount(40)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
        idle.forEach(Disposable::dispose);
        eventually("nothing is kept", () -> FanOutShare.known() == 0);
    }

    @Test
    void fanOutsThatAreCancelledWhileTheyWaitGiveTheirTurnsBack() throws Exception {
        for (int i = 0; i < 5; i++) {
            Flux.range(0, 2 * SIZE)
                    .flatMap(n -> clients.get(0).getMeetingsWithInfo(FanOut.DEFAULT), 2 * SIZE)
                    .take(20)
                    .as(StepVerifier::create)
                    .expectNextCount(20)
                    .expectComplete()
                    .verify(Duration.ofSeconds(30));
        }
        clients.get(1)
                .getMeetingsWithInfo(FanOut.DEFAULT)
                .as(StepVerifier::create)
                .expectNextCount(40)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
        eventually("nothing is kept", () -> FanOutShare.known() == 0);
    }

    @Test
    void fanOutsWhoseSubscribersThrowGiveTheirTurnsBack() throws Exception {
        AtomicInteger thrown = new AtomicInteger();
        for (int i = 0; i < 2 * SIZE; i++) {
            clients.get(i % clients.size()).getMeetingsWithInfo(FanOut.DEFAULT).subscribe(new Throwing(thrown));
        }
        eventually("all have thrown", () -> thrown.get() == 2 * SIZE);
        eventually("nothing is kept", () -> FanOutShare.known() == 0);
        clients.get(1)
                .getMeetingsWithInfo(FanOut.DEFAULT)
                .filter(MeetingResult.Found.class::isInstance)
                .as(StepVerifier::create)
                .expectNextCount(40)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    /** Throws what reactor takes for fatal. */
    private static final class Throwing implements CoreSubscriber<MeetingResult> {
        private final AtomicInteger thrown;

        Throwing(AtomicInteger thrown) {
            this.thrown = thrown;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(MeetingResult result) {
            thrown.incrementAndGet();
            throw new LinkageError("a subscriber throws");
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }

    private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String body = request.path().endsWith("/getMeetings")
                ? Answers.meetings(40)
                : Answers.info(request.uri().replaceAll(".*meetingID=([^&]*).*", "$1"));
        // on the heap, since the server drops what it answers to a connection that is gone
        return response.send(Mono.delay(Duration.ofMillis(5)).map(tick -> Unpooled.copiedBuffer(body, UTF_8)))
                .then();
    }
}
