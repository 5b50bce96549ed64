// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.BbbException;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.support.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

class CallListenerIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void eachCallIsHeardFromStartToEndWithTheSubscribersContext() {
        Recorder recorder = new Recorder();
        try (TestServer server =
                new TestServer((request, response) -> request.uri().contains("getMeetings")
                        ? response.sendString(Mono.just(Answers.meetings(3)))
                        : response.status(404).sendString(Mono.just("<html/>")))) {
            BbbClient client = BbbClient.builder(server.address())
                    .listener(recorder)
                    .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                    .build();
            client.getMeetings()
                    .contextWrite(context -> context.put("trace", "t1"))
                    .as(StepVerifier::create)
                    .expectNextCount(3)
                    .verifyComplete();
            client.getMeetingInfo("room-1")
                    .contextWrite(context -> context.put("trace", "t2"))
                    .as(StepVerifier::create)
                    .expectError()
                    .verify();
            client.getMeetings()
                    .take(1)
                    .contextWrite(context -> context.put("trace", "t3"))
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
            client.disposeLater().block();
        }
        assertThat(recorder.heard)
                .containsExactly(
                        "t1 started getMeetings at " + NOON,
                        "t1 first byte 200",
                        "t1 completed 3",
                        "t2 started getMeetingInfo at " + NOON,
                        "t2 first byte 404",
                        "t2 failed HttpStatusException",
                        "t3 started getMeetings at " + NOON,
                        "t3 first byte 200",
                        "t3 cancelled");
    }

    @Test
    void theServersDateIsHeardIfItCanBeRead() {
        List<Instant> dates = new CopyOnWriteArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void onServerDate(Call call, Instant date, ContextView context) {
                dates.add(date);
            }
        };
        for (String date : List.of("Sun, 22 Nov 2026 12:48:49 GMT", "the day before yesterday", "")) {
            try (TestServer server = new TestServer(
                    (request, response) -> response.header("Date", date).sendString(Mono.just(Answers.meetings(1))))) {
                BbbClient client =
                        BbbClient.builder(server.address()).listener(listener).build();
                client.getMeetings().as(StepVerifier::create).expectNextCount(1).verifyComplete();
                client.disposeLater().block();
            }
        }
        assertThat(dates).containsExactly(Instant.parse("2026-11-22T12:48:49Z"));
    }

    @Test
    void whatIsSentIsHeardWithoutSecretsAndWhatIsReadWithItsSize() {
        List<String> heard = new CopyOnWriteArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void onSending(Call call, SentRequest request, ContextView context) {
                heard.add(request.toString());
            }

            @Override
            public void onRead(Call call, long bytes, ContextView context) {
                heard.add(bytes + " bytes");
            }
        };
        String page = "x".repeat(300);
        try (TestServer server =
                new TestServer((request, response) -> response.status(500).sendString(Mono.just(page)))) {
            BbbClient client = BbbClient.builder(
                            BbbServer.of(server.address().baseUrl() + "/t3nant/bigbluebutton", "s3cr3t-of-all"))
                    .listener(listener)
                    .build();
            CreateRequest create = CreateRequest.builder("m1", "a & b")
                    .moderatorPw("s3cr3t-mp")
                    .parameter("meta_course", "https://h.example.org/x?id=s3cr3t-id")
                    .parameter("meta_endCallbackUrl", "https://h.example.org/s3cr3t-path")
                    .build();
            client.create(create).as(StepVerifier::create).expectError().verify();
            client.disposeLater().block();
        }
        assertThat(heard.get(0))
                .startsWith("GET http://")
                .contains("/***/bigbluebutton/api/create?meetingID=m1&name=a%20%26%20b&")
                .contains("&moderatorPW=***", "&meta_course=https://h.example.org/x?***", "&meta_endCallbackUrl=***")
                .endsWith("&checksum=***")
                .doesNotContain("s3cr3t", "t3nant");
        assertThat(heard.get(1)).isEqualTo("300 bytes");
        assertThat(heard).hasSize(2);
    }

    @Test
    void aListenerThatThrowsDoesNotHurtTheCall() {
        CallListener hostile = new CallListener() {
            @Override
            public void onStarted(Call call, ContextView context) {
                throw new IllegalStateException("listener");
            }

            @Override
            public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
                throw new IllegalStateException("listener");
            }
        };
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(Answers.meetings(3))))) {
            BbbClient client =
                    BbbClient.builder(server.address()).listener(hostile).build();
            client.getMeetings().as(StepVerifier::create).expectNextCount(3).verifyComplete();
            client.disposeLater().block();
        }
    }

    @Test
    void aCallThatEndsInAnErrorOfUsersCodeIsHeardToEndOnce() {
        for (Thrown kind : Thrown.values()) {
            for (RetryPolicy retry : List.of(RetryPolicy.NONE, RetryPolicy.DEFAULT.withAttempts(2))) {
                Recorder recorder = new Recorder();
                try (TestServer server =
                        new TestServer((request, response) -> response.sendString(Mono.just(Answers.meetings(1))))) {
                    BbbClient client = BbbClient.builder(server.address())
                            .listener(recorder)
                            .retry(retry)
                            .build();
                    Endpoint<String> broken = new Endpoint<>(ApiCall.GET_MEETINGS, Endpoint.Effect.READS, context -> {
                        new Thrown.Bomb(kind).go();
                        throw new IllegalStateException("it did not go off");
                    });
                    client.call(broken, SimpleRequest.getMeetings())
                            .contextWrite(context -> context.put("trace", "t1"))
                            .as(StepVerifier::create)
                            .expectError()
                            .verify();
                    client.disposeLater().block();
                }
                assertThat(recorder.heard)
                        .as(kind.name())
                        .filteredOn(news -> !news.contains("first byte"))
                        .hasSize(2)
                        .last()
                        .isEqualTo("t1 failed TransportException");
            }
        }
    }

    private static final class Recorder implements CallListener {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onStarted(Call call, ContextView context) {
            hear(context, "started " + call.site().call() + " at " + call.startedAt());
        }

        @Override
        public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
            hear(context, "first byte " + status);
        }

        @Override
        public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
            hear(context, "completed " + values);
        }

        @Override
        public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
            hear(context, "failed " + error.getClass().getSimpleName());
        }

        @Override
        public void onCancelled(Call call, Duration elapsed, ContextView context) {
            hear(context, "cancelled");
        }

        private void hear(ContextView context, String what) {
            heard.add(context.get("trace") + " " + what);
        }
    }
}
