// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.TransportException;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

class RetryIT {
    private static final RetryPolicy QUICK =
            RetryPolicy.DEFAULT.withAttempts(3).withBackoff(Duration.ofMillis(1), Duration.ofMillis(1));
    private final CreateRequest.Builder create = CreateRequest.builder("room-1", "Room");

    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);
    private final Ends ends = new Ends();
    private final BbbClient client = client(builder -> builder.retry(QUICK));

    @AfterEach
    void stop() {
        StepVerifier.create(client.disposeLater()).expectComplete().verify(Duration.ofSeconds(20));
        simulator.close();
    }

    @Test
    void aReadThatFailsForAWhileSucceeds() {
        server.populate(3, 1).faultNext(2, "getMeetings", Fault.status(503));

        client.getMeetings().as(StepVerifier::create).expectNextCount(3).verifyComplete();
        assertThat(server.requestCount("getMeetings")).isEqualTo(3);
        assertThat(ends.heard).as("one call to the listener").containsExactly("started", "completed");
    }

    @Test
    void attemptsAreBoundedAndTheLastErrorIsTheCalls() {
        server.fault("getMeetings", Fault.status(503));

        client.getMeetings()
                .as(StepVerifier::create)
                .verifyErrorMatches(error -> ((HttpStatusException) error).status() == 503);
        assertThat(server.requestCount("getMeetings")).isEqualTo(3);
        assertThat(ends.heard).containsExactly("started", "failed");
    }

    @Test
    void aLastingErrorIsNotRepeated() {
        client.getMeetingInfo("nowhere").as(StepVerifier::create).verifyError(ApiFailedException.class);
        assertThat(server.requestCount("getMeetingInfo")).isOne();
    }

    @Test
    void nothingIsRepeatedUnlessToldTo() {
        BbbClient plain = client(builder -> builder);
        server.fault("getMeetings", Fault.status(503));

        plain.getMeetings().as(StepVerifier::create).verifyError(HttpStatusException.class);
        assertThat(server.requestCount("getMeetings")).isOne();
        plain.disposeLater().block();
    }

    @Test
    void silenceIsCountedPerAttempt() {
        callOnce();
        BbbClient hasty = client(builder -> builder.retry(QUICK).silenceTimeout(Duration.ofMillis(800)));
        server.faultNext(2, "getMeetings", Fault.hang());

        hasty.getMeetings().as(StepVerifier::create).verifyComplete();
        assertThat(server.requestCount("getMeetings")).isEqualTo(3);
        hasty.disposeLater().block();
    }

    @Test
    void theDeadlineBoundsAllAttempts() {
        callOnce();
        BbbClient hasty = client(builder -> builder.retry(QUICK.withAttempts(1_000))
                .silenceTimeout(Duration.ofMillis(200))
                .deadline(Duration.ofMillis(900)));
        server.fault("getMeetings", Fault.hang());

        hasty.getMeetings().as(StepVerifier::create).verifyError(CallTimeoutException.class);
        assertThat(server.requestCount("getMeetings")).isBetween(2, 5);
        hasty.disposeLater().block();
    }

    @Test
    void aPauseBeyondTheDeadlineIsNotBegun() {
        BbbClient slow = client(builder -> builder.retry(
                QUICK.withBackoff(Duration.ofHours(1), Duration.ofHours(1)).withJitter(0)));
        server.fault("getMeetings", Fault.status(503));

        slow.getMeetings().as(StepVerifier::create).verifyError(HttpStatusException.class);
        assertThat(server.requestCount("getMeetings")).isOne();
        slow.disposeLater().block();
    }

    @Test
    void aListThatHasBegunIsNotBegunAgain() {
        server.populate(200, 4).fault("getMeetings", Fault.cut(20_000));

        client.getMeetings()
                .mapNotNull(meeting -> meeting.meetingId())
                .collectList()
                .as(StepVerifier::create)
                .verifyError(TransportException.class);
        assertThat(server.requestCount("getMeetings")).isOne();
    }

    @Test
    void whatMayNotArriveTwiceIsNotRepeated() {
        server.fault("create", Fault.status(503));

        client.create(create.build()).as(StepVerifier::create).verifyError(HttpStatusException.class);
        assertThat(server.requestCount("create")).isOne();
    }

    @Test
    void aCreateWithBothPasswordsIsRepeated() {
        CreateRequest request = create.attendeePw("ap-1").moderatorPw("mp-1").build();
        server.faultNext(1, "create", Fault.status(503));

        client.create(request).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        assertThat(server.requestCount("create")).isEqualTo(2);
    }

    @Test
    void effectAndRequestTellWhatMayBeRepeated() {
        ApiRequest bare = create.build();
        ApiRequest withPasswords = create.attendeePw("ap-1").moderatorPw("mp-1").build();

        assertThat(Endpoints.CREATE.mayRepeat(bare)).isFalse();
        assertThat(Endpoints.CREATE.mayRepeat(withPasswords)).isTrue();
        assertThat(Endpoints.JOIN.mayRepeat(SimpleRequest.getMeetings())).isFalse();
        assertThat(Endpoints.END.mayRepeat(SimpleRequest.end("room-1"))).isTrue();
        assertThat(Endpoints.GET_MEETINGS.mayRepeat(SimpleRequest.getMeetings()))
                .isTrue();
    }

    /** The clocks of the call that follows are for that call, not for a JVM that has yet to load what it uses. */
    private void callOnce() {
        client.getMeetings().as(StepVerifier::create).verifyComplete();
        server.forgetRequests();
    }

    private BbbClient client(UnaryOperator<BbbClientBuilder> settings) {
        return settings.apply(BbbClient.builder(server.bbbServer()).listener(ends))
                .build();
    }

    private static final class Ends implements CallListener {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onStarted(Call call, ContextView context) {
            heard.add("started");
        }

        @Override
        public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
            heard.add("completed");
        }

        @Override
        public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
            heard.add("failed");
        }
    }
}
