// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import io.blueflux.support.TestServer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

class BackpressureIT {
    private static final int MEETINGS = 70_000; // about 50 MB

    @Test
    void oneMeetingWantedReadsLittleOfALargeAnswer() throws Exception {
        ByteCounter counter = new ByteCounter();
        ConnectionProvider pool = ConnectionProvider.create("counted", 2);
        HttpClient http = HttpClient.create(pool)
                .doOnChannelInit(
                        (observer, channel, remote) -> channel.pipeline().addFirst(counter));
        try (TestServer server = new TestServer(BackpressureIT::largeList)) {
            BbbClient client =
                    BbbClient.builder(server.address()).httpClient(http).build();
            StepVerifier.create(client.getMeetings().mapNotNull(Meeting::meetingId), 0)
                    .thenRequest(1)
                    .expectNext("room-0")
                    .expectNoEvent(Duration.ofMillis(500))
                    .then(() -> assertThat(counter.bytes.get())
                            .as("bytes read from the socket")
                            .isPositive()
                            .isLessThanOrEqualTo(256 << 10))
                    .thenRequest(2)
                    .expectNext("room-1", "room-2")
                    .then(() -> assertThat(server.open()).isOne())
                    .thenCancel()
                    .verify();
            eventually("the cancelled exchange is closed", () -> server.open() == 0);
        } finally {
            pool.disposeLater().block();
        }
    }

    @Test
    void allOfALargeAnswerArrivesInOrderThroughSlowDemand() {
        try (TestServer server = new TestServer(BackpressureIT::largeList)) {
            BbbClient client = BbbClient.create(server.address());
            StepVerifier.create(client.getMeetings().limitRate(7).index())
                    .thenConsumeWhile(indexed ->
                            ("room-" + indexed.getT1()).equals(indexed.getT2().meetingId()))
                    .expectComplete()
                    .verify();
            StepVerifier.create(client.getMeetings().count())
                    .expectNext((long) MEETINGS)
                    .verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void takingTheFirstClosesTheConnection() throws Exception {
        try (TestServer server = new TestServer(BackpressureIT::largeList)) {
            BbbClient client = BbbClient.create(server.address());
            for (int i = 0; i < 20; i++) {
                StepVerifier.create(client.getMeetings().take(3))
                        .expectNextCount(3)
                        .verifyComplete();
            }
            eventually("no connection stays with a half-read answer", () -> server.open() == 0);
            client.disposeLater().block();
        }
    }

    private static Publisher<Void> largeList(HttpServerRequest request, HttpServerResponse response) {
        String one = Answers.meetings(1);
        String item = one.substring(one.indexOf("<meeting>"), one.indexOf("</meetings>"));
        Flux<String> items = Flux.range(0, MEETINGS).map(i -> item.replace("room-0", "room-" + i));
        return response.header("Content-Type", "text/xml;charset=utf-8")
                .sendByteArray(Flux.concat(
                                Flux.just("<response>\n<returncode>SUCCESS</returncode>\n<meetings>\n"),
                                items.buffer(20).map(list -> String.join("", list)),
                                Flux.just("</meetings>\n</response>"))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Sharable
    private static final class ByteCounter extends ChannelInboundHandlerAdapter {
        private final AtomicLong bytes = new AtomicLong();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf buffer) {
                bytes.addAndGet(buffer.readableBytes());
            }
            context.fireChannelRead(message);
        }
    }
}
