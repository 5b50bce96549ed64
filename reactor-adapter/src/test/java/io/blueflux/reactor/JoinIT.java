// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.Confidential;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.model.GuestStatus;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.request.ClientSetting;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.GuestPolicy;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import io.blueflux.support.Eventually;
import io.blueflux.support.TestServer;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

class JoinIT {
    private static final String COOKIE = "JSESSIONID=0123; Path=/; Secure; HttpOnly";
    private static final JoinRequest REQUEST =
            JoinRequest.builder("room-1", "Änne").role(Role.MODERATOR).build();

    private final MockWebServer balancer = new MockWebServer();
    private final MockWebServer node = new MockWebServer();
    private final Statuses statuses = new Statuses();
    private BbbClient client;

    @BeforeEach
    void start() throws Exception {
        balancer.start();
        node.start();
        client = client(builder -> builder);
    }

    @AfterEach
    void stop() {
        StepVerifier.create(client.disposeLater()).expectComplete().verify(Duration.ofSeconds(20));
        balancer.close();
        node.close();
    }

    @Test
    void theSessionIsAnswered() throws Exception {
        balancer.enqueue(joined());

        client.join(REQUEST)
                .as(StepVerifier::create)
                .assertNext(JoinIT::isJoined)
                .verifyComplete();
        assertThat(balancer.takeRequest().getTarget()).contains("redirect=false&checksum=");
        assertThat(statuses.heard).containsExactly("started", "200", "completed 1");
    }

    @Test
    void cookiesAreNeitherKeptNorSent() throws Exception {
        balancer.enqueue(joined());
        balancer.enqueue(joined());

        client.join(REQUEST).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        client.join(REQUEST).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        balancer.takeRequest();
        assertThat(balancer.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void errorsInARedirectAreTheServersWord() {
        balancer.enqueue(
                redirect(
                        302,
                        "https://portal.example.org/x?y=1&errors=[%7B%22message%22:%22No%20such%20meeting%22,%22key%22:%22notFound%22%7D]"));

        client.join(REQUEST)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    ApiFailedException failed = (ApiFailedException) error;
                    assertThat(failed.messageKey()).isEqualTo("notFound");
                    assertThat(failed.status()).isEqualTo(302);
                    assertThat(failed).hasMessageContaining("No such meeting");
                })
                .verify();
        assertThat(statuses.heard).containsExactly("started", "302", "failed");
    }

    @Test
    void aServerThatRedirectsAnywayGivesTheUrl() {
        balancer.enqueue(redirect(302, "/html5client/join?sessionToken=abc")
                .newBuilder()
                .setHeader("Set-Cookie", COOKIE)
                .build());

        client.join(REQUEST)
                .as(StepVerifier::create)
                .assertNext(joined -> {
                    assertThat(joined.url())
                            .isEqualTo(Confidential.of(balancer.url("/html5client/join?sessionToken=abc")
                                    .toString()));
                    assertThat(joined.sessionToken()).isEqualTo(Confidential.of("abc"));
                    assertThat(joined.cookies()).isEqualTo(Confidential.of(COOKIE));
                })
                .verifyComplete();
        assertThat(balancer.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aBalancersChoiceIsFollowedOnceAndLiterally(int status) throws Exception {
        String target = "/tenant%2F1/api/join?fullName=%C3%84nne+B%20[]&meetingID=room-1%7e&checksum=ab12CD";
        balancer.enqueue(redirect(status, origin(node) + target));
        node.enqueue(joined());

        client.join(REQUEST)
                .as(StepVerifier::create)
                .assertNext(JoinIT::isJoined)
                .verifyComplete();
        RecordedRequest request = node.takeRequest();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getTarget()).isEqualTo(target);
        assertThat(statuses.heard).containsExactly("started", "200", "completed 1");
    }

    @Test
    void theChosenServerIsToldNothingThatWasMeantForTheBalancer() throws Exception {
        BbbClient other = client(builder -> builder.httpClient(HttpClient.create()
                .headers(headers -> headers.set("Authorization", "Basic c2VjcmV0")
                        .set("X-Key", "secret")
                        .set("Cookie", "secret"))
                .headersWhen(headers -> Mono.just(headers.set("X-Token", "made for each request")))));
        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(joined());

        other.join(REQUEST).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        assertThat(balancer.takeRequest().getHeaders().names()).contains("Authorization", "X-Token");
        RecordedRequest request = node.takeRequest();
        assertThat(request.getHeaders().names())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .containsOnly("host", "accept", "accept-encoding", "user-agent");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo(ClientSettings.Http.USER_AGENT);
        other.disposeLater().block();
    }

    @Test
    void aPoolOfOneConnectionIsEnoughForTheHop() {
        BbbClient other = client(builder -> builder.maxConnections(1).acquireTimeout(Duration.ofSeconds(2)));
        balancer.enqueue(redirect(302, "/node/api/join?checksum=1"));
        balancer.enqueue(joined());

        other.join(REQUEST)
                .as(StepVerifier::create)
                .assertNext(JoinIT::isJoined)
                .verifyComplete();
        other.disposeLater().block();
    }

    @Test
    void aSecondHopIsRefused() {
        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(redirect(302, origin(node) + "/api/join?checksum=2"));

        client.join(REQUEST)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(RedirectedException.class)
                        .hasMessageNotContaining("checksum"))
                .verify();
        assertThat(node.getRequestCount()).isOne();
    }

    @Test
    void theChosenServersErrorsAreTheCalls() {
        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(redirect(302, "/?errors=[{%22key%22:%22maxParticipantsReached%22}]"));
        expectFailure("maxParticipantsReached");

        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(xml(Answers.failed("Params required", "You must enter a valid password")));
        expectFailure("Params required");

        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(redirect(302, "/html5client/?sessionToken=abc"));
        client.join(REQUEST)
                .as(StepVerifier::create)
                .assertNext(joined ->
                        assertThat(requireNonNull(joined.url()).reveal()).startsWith(origin(node)))
                .verifyComplete();

        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(new MockResponse.Builder().code(503).body("<html/>").build());
        client.join(REQUEST).as(StepVerifier::create).verifyError(HttpStatusException.class);
    }

    @Test
    void aChecksumOfTheBalancersThatIsRefusedSaysNothingOfOurs() {
        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(xml(Answers.failed("checksumError", "Checksums do not match")));

        client.join(REQUEST)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error ->
                        assertThat(((ApiFailedException) error).explanation()).isEmpty())
                .verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:1/api/join?checksum=1", "ftp://127.0.0.1/api/join?checksum=1", "/login"})
    void otherRedirectsAreReported(String location) {
        balancer.enqueue(redirect(302, location));

        client.join(REQUEST).as(StepVerifier::create).verifyError(RedirectedException.class);
        assertThat(balancer.getRequestCount()).isOne();
    }

    @Test
    void theHopObeysTheClocks() {
        BbbClient other = client(builder -> builder.silenceTimeout(Duration.ofMillis(300)));
        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));
        node.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        other.join(REQUEST).as(StepVerifier::create).verifyError(CallTimeoutException.class);
        other.disposeLater().block();
    }

    @Test
    void cancellingEndsTheHop() throws Exception {
        try (TestServer hanging = new TestServer((request, response) -> Mono.never())) {
            String target = hanging.address().baseUrl() + "/api/join?checksum=1";
            balancer.enqueue(redirect(302, target));
            Disposable call = client.join(REQUEST).subscribe();
            Eventually.eventually("the hop is under way", () -> hanging.open() == 1);
            call.dispose();
            Eventually.eventually("its connection is closed", () -> hanging.open() == 0);
        }
        assertThat(statuses.heard).containsExactly("started", "cancelled");
    }

    @Test
    void aDeadServerIsATransportError() throws Exception {
        node.close();
        balancer.enqueue(redirect(302, origin(node) + "/api/join?checksum=1"));

        client.join(REQUEST).as(StepVerifier::create).verifyError(TransportException.class);
    }

    @Test
    void joinIsNeverRepeated() {
        BbbClient other = client(builder -> builder.retry(RetryPolicy.DEFAULT));
        balancer.enqueue(new MockResponse.Builder().code(503).build());

        other.join(REQUEST).as(StepVerifier::create).verifyError(HttpStatusException.class);
        assertThat(balancer.getRequestCount()).isOne();
        other.disposeLater().block();
    }

    @Test
    void usersOfTheSimulatorJoinWaitAndAreRefused() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            SimulatedServer server = simulator.server(0);
            BbbClient other = BbbClient.create(server.bbbServer());
            other.create(CreateRequest.builder("room-1", "Room")
                            .guests(guests -> guests.policy(GuestPolicy.ASK_MODERATOR))
                            .build())
                    .block();
            JoinRequest.Builder member = JoinRequest.builder("room-1", "Änne")
                    .role(Role.MODERATOR)
                    .userId("u-1")
                    .userdata(ClientSetting.AUTO_JOIN_AUDIO, true);
            other.join(member.build())
                    .as(StepVerifier::create)
                    .assertNext(joined -> {
                        assertThat(joined.guestStatus()).isEqualTo(GuestStatus.ALLOW);
                        assertThat(requireNonNull(joined.url()).reveal())
                                .contains("sessionToken="
                                        + requireNonNull(joined.sessionToken()).reveal());
                        assertThat(requireNonNull(joined.cookies()).reveal())
                                .startsWith("JSESSIONID=")
                                .hasLineCount(1);
                    })
                    .verifyComplete();
            assertThat(server.meeting("room-1").attendees()).hasSize(1);
            other.join(JoinRequest.builder("room-1", "Guest")
                            .role(Role.VIEWER)
                            .guest(true)
                            .build())
                    .as(StepVerifier::create)
                    .assertNext(joined -> assertThat(joined.isWaiting()).isTrue())
                    .verifyComplete();
            other.join(JoinRequest.builder("room-1", "B").password("wrong-pw").build())
                    .as(StepVerifier::create)
                    .verifyErrorMatches(error -> ((ApiFailedException) error).has("Params required"));
            other.join(JoinRequest.builder("nowhere", "B").role(Role.VIEWER).build())
                    .as(StepVerifier::create)
                    .verifyErrorMatches(error -> ((ApiFailedException) error).has("meetingForciblyEnded"));
            other.join(member.createTime(Instant.ofEpochMilli(5)).build())
                    .as(StepVerifier::create)
                    .verifyErrorMatches(error -> ((ApiFailedException) error).has("mismatchCreateTimeParam"));
            other.disposeLater().block();
        }
    }

    private void expectFailure(String key) {
        client.join(REQUEST)
                .as(StepVerifier::create)
                .verifyErrorMatches(error -> ((ApiFailedException) error).has(key));
    }

    private static void isJoined(JoinedMeeting joined) {
        assertThat(joined.status().messageKey()).isEqualTo("successfullyJoined");
        assertThat(joined.internalUserId()).isEqualTo("w_1");
        assertThat(joined.sessionToken()).isEqualTo(Confidential.of("abc"));
        assertThat(joined.cookies()).isEqualTo(Confidential.of(COOKIE));
    }

    private BbbClient client(UnaryOperator<BbbClientBuilder> settings) {
        BbbServer server = BbbServer.of(balancer.url("/bigbluebutton/").toString(), "shared-secret-1");
        return settings.apply(BbbClient.builder(server).listener(statuses)).build();
    }

    private static String origin(MockWebServer web) {
        return "http://127.0.0.1:" + web.getPort();
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Location", location)
                .build();
    }

    private static MockResponse joined() {
        return xml("""
                <response>
                <returncode>SUCCESS</returncode>
                <messageKey>successfullyJoined</messageKey>
                <message>You have joined successfully.</message>
                <meeting_id>m-1</meeting_id>
                <user_id>w_1</user_id>
                <auth_token>def</auth_token>
                <session_token>abc</session_token>
                <guestStatus>ALLOW</guestStatus>
                <url>https://h.example/html5client/join?sessionToken=abc</url>
                </response>""");
    }

    private static MockResponse xml(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/xml;charset=utf-8")
                .setHeader("Set-Cookie", COOKIE)
                .body(body)
                .build();
    }

    private static final class Statuses implements CallListener {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onStarted(Call call, ContextView context) {
            heard.add("started");
        }

        @Override
        public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
            heard.add(Integer.toString(status));
        }

        @Override
        public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
            heard.add("completed " + values);
        }

        @Override
        public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
            heard.add("failed");
        }

        @Override
        public void onCancelled(Call call, Duration elapsed, ContextView context) {
            heard.add("cancelled");
        }
    }
}
