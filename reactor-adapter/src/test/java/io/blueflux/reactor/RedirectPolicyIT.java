// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.body.Document;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.Role;
import io.blueflux.sign.FormPost;
import io.blueflux.support.TestServer;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.RecordedRequest;
import io.blueflux.testkit.SimulatedServer;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.util.context.ContextView;

class RedirectPolicyIT {
    private static final JoinRequest JOIN =
            JoinRequest.builder("room-1", "Ada").role(Role.MODERATOR).build();

    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer node = simulator.server(0);
    private final RedirectingBalancer balancer = new RedirectingBalancer(node.bbbServer());
    private final List<BbbClient> clients = new CopyOnWriteArrayList<>();
    private final Heard heard = new Heard();

    @BeforeEach
    void createOnTheNode() {
        BbbClient direct = client(node.bbbServer(), builder -> builder);
        direct.create(CreateRequest.builder("room-1", "Room").build()).block();
        node.forgetRequests();
    }

    @AfterEach
    void stop() {
        clients.forEach(client -> client.disposeLater().block());
        balancer.close();
        simulator.close();
    }

    @Test
    void everyCallIsFollowedToTheNode() {
        BbbClient client = following(RedirectPolicy.EVERY_CALL);

        assertThat(client.getMeetings().map(Meeting::meetingId).collectList().block())
                .containsExactly("room-1");
        assertThat(value(client.getMeetingInfo("room-1")).meetingId()).isEqualTo("room-1");
        assertThat(value(client.isMeetingRunning("room-1")).running()).isFalse();
        assertThat(value(client.create(
                                CreateRequest.builder("room-2", "Röom & <2>").build()))
                        .meetingId())
                .isEqualTo("room-2");
        assertThat(value(client.join(JOIN)).sessionToken()).isNotNull();
        assertThat(client.getRecordings(
                                RecordingsQuery.builder().meetingIds("room-1").build())
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(client.hooksList().collectList().block()).isEmpty();
        client.end("room-2").block();
        assertThat(value(client.version()).version()).isEqualTo("2.0");
        assertThat(node.requests()).extracting(RecordedRequest::method).containsOnly("GET");
        assertThat(node.requests())
                .extracting(RecordedRequest::call)
                .containsExactly(
                        "getMeetings",
                        "getMeetingInfo",
                        "isMeetingRunning",
                        "create",
                        "join",
                        "getRecordings",
                        "hooks/list",
                        "end");
        assertThat(node.meetings()).hasSize(1);
    }

    @Test
    void infosOfAListAreFollowedToo() {
        BbbClient client = following(RedirectPolicy.EVERY_CALL);

        assertThat(client.getMeetingsWithInfo(FanOut.DEFAULT).collectList().block())
                .singleElement()
                .isInstanceOf(MeetingResult.Found.class);
    }

    @Test
    void withoutTheOptInARedirectIsNamedForWhatItIs() {
        BbbClient client = following(RedirectPolicy.JOIN);

        RedirectedException refused = fails(client.getMeetings(), RedirectedException.class);
        assertThat(refused)
                .hasMessageContaining("getMeetings on balancer: HTTP status 302 to http://127.0.0.1")
                .hasMessageContaining("a balancer names the server that it chose")
                .hasMessageNotContaining("checksum");
        assertThat(node.requests()).isEmpty();
        assertThat(value(client.join(JOIN)).sessionToken()).isNotNull();
    }

    @Test
    void neverMeansNotEvenJoin() {
        BbbClient client = following(RedirectPolicy.NEVER);

        assertThat(fails(client.join(JOIN), RedirectedException.class)).hasMessageNotContaining("checksum");
        assertThat(node.requests()).isEmpty();
    }

    @Test
    void hostsAreTheUsersChoice() {
        String hostAndPort = "127.0.0.1:" + node.bbbServer().baseUrl().getPort();
        for (String allowed : List.of("127.0.0.1", hostAndPort)) {
            BbbClient client = following(RedirectPolicy.JOIN.onlyTo("other.example.org", allowed));
            assertThat(value(client.join(JOIN)).sessionToken()).isNotNull();
        }
        for (RedirectPolicy policy : List.of(
                RedirectPolicy.EVERY_CALL.onlyTo(),
                RedirectPolicy.EVERY_CALL.onlyTo("other.example.org", "127.0.0.1:1", "127.0.0.11", "[::1]"))) {
            node.forgetRequests();
            BbbClient client = following(policy);
            fails(client.join(JOIN), RedirectedException.class);
            fails(client.getMeetings(), RedirectedException.class);
            assertThat(node.requests()).isEmpty();
        }
    }

    @Test
    void theServerItselfIsAlwaysAllowed() {
        try (TestServer moved =
                new TestServer((request, response) -> request.uri().contains("/old/")
                        ? response.status(301)
                                .header("Location", "/new/api/getMeetings?checksum=1")
                                .send()
                        : response.sendString(Mono.just(Answers.meetings(2))))) {
            BbbServer old = BbbServer.of(moved.address().baseUrl() + "/old", "shared-secret-1");
            BbbClient client = client(old, builder -> builder.redirects(RedirectPolicy.EVERY_CALL.onlyTo()));
            assertThat(client.getMeetings().collectList().block()).hasSize(2);
        }
    }

    @Test
    void bodiesAreNotSentOn() {
        BbbClient client = client(
                balancer.address(),
                builder -> builder.redirects(RedirectPolicy.EVERY_CALL).formPost(FormPost.ALWAYS));
        CreateRequest slides = CreateRequest.builder("room-3", "Room")
                .document(Document.inline("a.txt", "private".getBytes(StandardCharsets.UTF_8)))
                .build();
        for (int status : new int[] {302, 307, 308}) {
            try (RedirectingBalancer other = new RedirectingBalancer(node.bbbServer(), status)) {
                BbbClient forms = client(
                        other.address(),
                        builder -> builder.redirects(RedirectPolicy.EVERY_CALL).formPost(FormPost.ALWAYS));
                fails(forms.getMeetingInfo("room-1"), RedirectedException.class);
            }
        }
        fails(client.create(slides), RedirectedException.class);
        assertThat(node.requests()).isEmpty();
    }

    @Test
    void nothingOfOursReachesTheNode() {
        List<String> names = new CopyOnWriteArrayList<>();
        List<String> lines = new CopyOnWriteArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        try (TestServer stranger = new TestServer((request, response) -> {
                    request.requestHeaders().names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
                    lines.add(request.method() + " " + request.uri() + " "
                            + request.requestHeaders().get("Host"));
                    return asked.incrementAndGet() == 1
                            ? response.sendString(Mono.just(Answers.meetings(1)))
                            : response.status(401)
                                    .header("WWW-Authenticate", "Basic realm=\"x\"")
                                    .send();
                });
                RedirectingBalancer before = new RedirectingBalancer(stranger.address())) {
            HttpClient mine = HttpClient.create()
                    .headers(headers -> headers.set("Authorization", "Basic c2VjcmV0")
                            .set("Host", "front.example.org")
                            .set("Cookie", "a=secret"))
                    .cookie(new DefaultCookie("b", "secret"))
                    .headersWhen(headers -> Mono.just(headers.set("X-Token", "secret")))
                    .doOnRequest((request, connection) -> request.header("X-Late", "secret"));
            BbbClient client =
                    client(before.address(), builder -> builder.httpClient(mine).redirects(RedirectPolicy.EVERY_CALL));
            assertThat(client.getMeetings().collectList().block()).hasSize(1);
            fails(client.getMeetings(), HttpStatusException.class);
            assertThat(names).containsOnly("host", "accept", "accept-encoding", "user-agent");
            assertThat(lines)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith("GET /bigbluebutton/api/getMeetings?checksum=")
                            .endsWith(
                                    " 127.0.0.1:" + stranger.address().baseUrl().getPort()));
        }
    }

    @Test
    void errorsNameServerCallAndHop() {
        check(
                (request, response) -> response.sendString(Mono.just(Answers.failed("notFound", "none"))),
                ApiFailedException.class);
        check(
                (request, response) -> response.status(500).sendString(Mono.just("you asked " + request.uri())),
                HttpStatusException.class);
        check(
                (request, response) -> response.sendString(Mono.just("<html>" + request.uri())),
                MalformedResponseException.class);
        check(
                (request, response) -> response.status(302)
                        .header("Location", "/bigbluebutton/api/getMeetingInfo?checksum=1")
                        .send(),
                RedirectedException.class);
        check(
                (request, response) -> Mono.never(),
                CallTimeoutException.class,
                builder -> builder.silenceTimeout(Duration.ofSeconds(1)));
        check(
                (request, response) -> Mono.fromRunnable(() -> response.withConnection(Connection::dispose)),
                TransportException.class);
    }

    @Test
    void aRefusalOfTheNodeSaysNothingOfOurChecksum() {
        try (RedirectingBalancer wrong =
                new RedirectingBalancer(node.bbbServer().withSecret(SharedSecret.of("not the node's")))) {
            BbbClient client = client(wrong.address(), builder -> builder.redirects(RedirectPolicy.EVERY_CALL));
            ApiFailedException refused = fails(client.getMeetingInfo("room-1"), ApiFailedException.class);
            assertThat(refused.messageKey()).isEqualTo("checksumError");
            assertThat(refused.explanation()).isEmpty();
        }
    }

    @Test
    void loopsEndAfterOneHop() {
        AtomicInteger asked = new AtomicInteger();
        try (TestServer circle = new TestServer((request, response) -> {
            asked.incrementAndGet();
            return response.status(302).header("Location", request.uri()).send();
        })) {
            BbbClient client = client(
                    circle.address(),
                    builder -> builder.redirects(RedirectPolicy.EVERY_CALL).retry(RetryPolicy.DEFAULT));
            assertThat(fails(client.getMeetings(), RedirectedException.class))
                    .hasMessageContaining("sent on to 127.0.0.1");
            assertThat(asked).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:1/bigbluebutton/api/getMeetings?checksum=1",
                "/bigbluebutton/api/getMeetings",
                "/bigbluebutton/api/getMeetings?checksum=",
                "/bigbluebutton/api/end?checksum=1",
                "/bigbluebutton/api/getMeetings/?checksum=1",
                "/login?next=/api/getMeetings&checksum=1",
                "//user:pw@127.0.0.1:1/bigbluebutton/api/getMeetings?checksum=1",
                "//user:pw@a_b:1/bigbluebutton/api/getMeetings?checksum=1"
            })
    void onlyTheSameCallSignedAndOverTheSameSchemeIsFollowed(String location) {
        try (TestServer odd = new TestServer((request, response) ->
                response.status(302).header("Location", location).send())) {
            BbbClient client = client(odd.address(), builder -> builder.redirects(RedirectPolicy.EVERY_CALL));
            assertThat(fails(client.getMeetings(), RedirectedException.class))
                    .hasMessageNotContaining("checksum")
                    .hasMessageNotContaining("user:");
        }
    }

    @Test
    void unsignedCallsAreNotSentOn() {
        try (TestServer odd = new TestServer((request, response) -> response.status(302)
                .header("Location", "http://127.0.0.1:1" + request.uri() + "?checksum=1")
                .send())) {
            BbbClient client = client(odd.address(), builder -> builder.redirects(RedirectPolicy.EVERY_CALL));
            fails(client.hooksPing(), RedirectedException.class);
            fails(client.version(), RedirectedException.class);
        }
    }

    @Test
    void listenersHearBoth() {
        BbbClient client = following(RedirectPolicy.EVERY_CALL);
        heard.news.clear();
        client.getMeetings().blockLast();

        assertThat(heard.news)
                .containsExactly(
                        "started getMeetings on balancer",
                        "sent on by 302 to 127.0.0.1:"
                                + node.bbbServer().baseUrl().getPort(),
                        "first byte 200",
                        "completed 1");
    }

    @Test
    void connectionsThatTheNodeClosedMeanwhileAreMadeAnew() {
        AtomicInteger served = new AtomicInteger();
        try (TestServer restless = new TestServer((request, response) -> {
                    if (served.incrementAndGet() % 2 == 0) {
                        return Mono.fromRunnable(() -> response.withConnection(Connection::dispose));
                    }
                    return response.sendString(Mono.just(Answers.meetings(1)));
                });
                RedirectingBalancer before = new RedirectingBalancer(restless.address());
                OneLoop loop = new OneLoop()) {
            BbbClient client = client(
                    before.address(),
                    builder -> builder.redirects(RedirectPolicy.EVERY_CALL).loopResources(loop.resources()));
            assertThat(client.getMeetings().collectList().block()).hasSize(1);
            assertThat(loop.next(client.getMeetings()).collectList().block()).hasSize(1);
            client.disposeLater().block();
        }
    }

    @Test
    void theRootIsFollowedToItselfWithoutASlash() {
        try (TestServer framework =
                new TestServer((request, response) -> request.uri().endsWith("/api/")
                        ? response.status(301)
                                .header(
                                        "Location",
                                        request.uri().substring(0, request.uri().length() - 1))
                                .send()
                        : response.sendString(Mono.just(
                                "<response><returncode>SUCCESS</returncode><version>0.9</version></response>")))) {
            assertThat(value(client(framework.address(), builder -> builder).version())
                            .version())
                    .isEqualTo("0.9");
            fails(
                    client(framework.address(), builder -> builder.redirects(RedirectPolicy.NEVER))
                            .version(),
                    RedirectedException.class);
        }
    }

    private void check(
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer,
            Class<? extends BbbException> kind) {
        check(answer, kind, builder -> builder);
    }

    private void check(
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer,
            Class<? extends BbbException> kind,
            UnaryOperator<BbbClientBuilder> settings) {
        try (TestServer stranger = new TestServer(answer);
                RedirectingBalancer before = new RedirectingBalancer(stranger.address())) {
            BbbClient client =
                    client(before.address(), builder -> settings.apply(builder.redirects(RedirectPolicy.EVERY_CALL)));
            String host = "127.0.0.1:" + stranger.address().baseUrl().getPort();
            BbbException error = fails(client.getMeetingInfo("room-1"), kind);
            assertThat(error).hasMessageStartingWith("getMeetingInfo on balancer, sent on to " + host + ": ");
            assertThat(error.getMessage()).doesNotContainPattern("checksum=[0-9a-f]");
            assertThat(error.site().sentOnTo()).isEqualTo(host);
            assertThat(error.server()).isEqualTo("balancer");
        }
    }

    private BbbClient following(RedirectPolicy policy) {
        return client(balancer.address(), builder -> builder.redirects(policy));
    }

    private BbbClient client(BbbServer server, UnaryOperator<BbbClientBuilder> settings) {
        BbbClient client =
                settings.apply(BbbClient.builder(server).listener(heard)).build();
        clients.add(client);
        return client;
    }

    private static <T> T value(Mono<T> call) {
        return Objects.requireNonNull(call.block());
    }

    private static <E extends BbbException> E fails(Publisher<?> call, Class<E> kind) {
        return catchThrowableOfType(kind, () -> Flux.from(call).blockLast());
    }

    private static final class Heard implements CallListener {
        private final List<String> news = new CopyOnWriteArrayList<>();

        @Override
        public void onStarted(Call call, ContextView context) {
            news.add("started " + call.site());
        }

        @Override
        public void onSentOn(Call call, int status, String host, Duration elapsed, ContextView context) {
            news.add("sent on by " + status + " to " + host);
        }

        @Override
        public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
            news.add("first byte " + status);
        }

        @Override
        public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
            news.add("completed " + values);
        }
    }
}
