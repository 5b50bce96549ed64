// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;

import io.blueflux.reactor.Thrown.Bomb;
import io.blueflux.support.TestServer;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** Whatever code of a user throws, wherever it runs: that call ends, and its connection serves the next. */
class ThrownIT {
    private static final Duration LONG = Duration.ofSeconds(6);
    private static final TestServer SERVER = new TestServer(ThrownIT::answer);

    /** The clocks of the calls that follow are for those calls, not for a JVM that has yet to load what they use. */
    @BeforeAll
    static void callOnce() {
        BbbClient client = BbbClient.builder(SERVER.address())
                .deadline(Duration.ofMinutes(1))
                .build();
        StepVerifier.create(client.getMeetings().count()).expectNext(3L).verifyComplete();
        StepVerifier.create(client.disposeLater()).verifyComplete();
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> placesAndKinds() {
        return ThrowingPlaces.all().stream()
                .flatMap(place -> Stream.of(Thrown.values()).map(kind -> Arguments.of(place, kind)));
    }

    /** One that Reactor passes on, and one that it holds to be fatal: some of these places cost a deadline each. */
    static Stream<Arguments> customisers() {
        return ThrowingCustomisers.all().stream()
                .flatMap(place -> Stream.of(Thrown.RUNTIME, Thrown.CLASS_PATH).map(kind -> Arguments.of(place, kind)));
    }

    @ParameterizedTest(name = "{1} from {0}")
    @MethodSource("customisers")
    @Execution(ExecutionMode.CONCURRENT) // most of it is waiting
    void aGivenClientsCallEndsAndItsConnectionIsNotLost(ThrowingPlaces place, Thrown kind) throws Exception {
        theCallEndsAndTheNextIsAnswered(place, kind);
    }

    @ParameterizedTest(name = "{1} from {0}")
    @MethodSource("placesAndKinds")
    @Execution(ExecutionMode.CONCURRENT) // most of it is waiting
    void theCallEndsAndTheNextIsAnswered(ThrowingPlaces place, Thrown kind) throws Exception {
        Bomb bomb = new Bomb(kind);
        BbbClientBuilder builder = BbbClient.builder(SERVER.address())
                .maxConnections(place.connections())
                .acquireTimeout(LONG);
        BbbClient client = place.settings().set(builder, bomb).build();
        Ended ended = new Ended(place, bomb);
        try {
            Publisher<?> call = place.call().make(client, bomb);
            call.subscribe(ended);
        } catch (Throwable thrown) {
            ended.end = "thrown at the subscriber";
        }
        eventually("it goes off", bomb::went);
        eventually("the call ends", () -> ended.end != null);
        eventually("no call runs", () -> running(client).isEmpty());
        bomb.disarm();
        StepVerifier.create(client.getMeetings())
                .expectNextCount(3)
                .expectComplete()
                .verify(LONG);
        StepVerifier.create(client.disposeLater()).expectComplete().verify(LONG);
    }

    private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String uri = request.uri();
        response.header("Date", "Sun, 22 Nov 2026 12:48:49 GMT");
        if (uri.contains(ThrowingPlaces.HUNG)) {
            return response.sendString(Mono.never());
        }
        if (uri.contains(ThrowingPlaces.CUT)) {
            request.withConnection(DisposableChannel::dispose);
            return Mono.never();
        }
        if (uri.contains("redirected")) {
            return response.status(302).header("Location", "/elsewhere").send();
        }
        if (uri.contains("gone")) {
            return response.status(503).send();
        }
        return request.receive()
                .then()
                .thenMany(response.sendString(Mono.fromSupplier(() -> body(uri))))
                .then();
    }

    private static String body(String uri) {
        if (uri.contains(ThrowingPlaces.UNKNOWN)) {
            return Answers.failed("notFound", "no such meeting");
        }
        if (uri.contains("getMeetings")) {
            return Answers.meetings(3);
        }
        if (uri.contains("getRecordings")) {
            return "<response><returncode>SUCCESS</returncode><recordings><recording><recordID>r-1</recordID></recording>"
                    + "</recordings><totalElements>1</totalElements></response>";
        }
        return uri.contains("isMeetingRunning")
                ? "<response><returncode>SUCCESS</returncode><running>true</running></response>"
                : Answers.info("room-1");
    }

    private static Set<?> running(BbbClient client) {
        try {
            return (Set<?>) field(((ClientTransport) field(client, "transport")).calls(), "calls");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    private static final class Ended implements CoreSubscriber<Object> {
        private final ThrowingPlaces place;
        private final Bomb bomb;
        private volatile @Nullable String end;
        private volatile Subscription subscription = Operators.emptySubscription();

        Ended(ThrowingPlaces place, Bomb bomb) {
            this.place = place;
            this.bomb = bomb;
        }

        @Override
        public Context currentContext() {
            at("currentContext");
            return Context.empty();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            at("onSubscribe");
            given.request(1);
        }

        @Override
        public void onNext(Object value) {
            at("onNext");
            subscription.request(1);
            at("onNextThenRequest");
        }

        @Override
        public void onError(Throwable error) {
            end = "onError " + error;
            at("onError");
        }

        @Override
        public void onComplete() {
            end = "onComplete";
            at("onComplete");
        }

        private void at(String signal) {
            place.subscriber().signal(signal, bomb);
        }
    }
}
