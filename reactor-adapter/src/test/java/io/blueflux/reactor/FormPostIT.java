// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.body.Document;
import io.blueflux.error.HttpStatusException;
import io.blueflux.request.CreateRequest;
import io.blueflux.sign.FormPost;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.RecordedRequest;
import io.blueflux.testkit.SimulatedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.StepVerifier;

class FormPostIT {
    private static final String LONG = "Ünïcode & welcome=+%! ".repeat(500);

    private BbbSimulator simulator;
    private SimulatedServer server;

    @BeforeEach
    void start() {
        simulator = BbbSimulator.start(1);
        server = simulator.server(0);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void parametersBeyondTheBudgetTravelAsAForm() {
        BbbClient client = BbbClient.create(server.bbbServer());
        creates(client, create().welcome(LONG).build());
        RecordedRequest request = only();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.rawQuery()).matches("checksum=[0-9a-f]{64}");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.header("Content-Length")).isEqualTo(String.valueOf(request.bodyLength()));
        assertThat(request.parameter("welcome")).isEqualTo(LONG);
        assertThat(request.parameter("attendeePW")).isEqualTo("p w&ü");
        client.disposeLater().block();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTOMATIC", "NEVER"})
    void whatFitsTravelsInTheUrl(FormPost when) {
        BbbClient client = BbbClient.builder(server.bbbServer()).formPost(when).build();
        creates(client, create().build());
        assertThat(only().method()).isEqualTo("GET");
        assertThat(only().bodyLength()).isZero();
        client.disposeLater().block();
    }

    @Test
    void alwaysMeansEveryCallThatTakesAForm() {
        BbbClient client =
                BbbClient.builder(server.bbbServer()).formPost(FormPost.ALWAYS).build();
        creates(client, create().build());
        client.getMeetingInfo("room-1")
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        client.getMeetings().as(StepVerifier::create).expectNextCount(1).verifyComplete();
        client.deleteRecordings("no-such-recording")
                .as(StepVerifier::create)
                .expectError()
                .verify();
        assertThat(server.requests())
                .extracting(RecordedRequest::toString)
                .containsExactly("POST create", "POST getMeetingInfo", "GET getMeetings", "GET deleteRecordings");
        client.disposeLater().block();
    }

    @Test
    void beyondTheBudgetWithoutAFormIsRefusedAtTheCall() {
        BbbClient never =
                BbbClient.builder(server.bbbServer()).formPost(FormPost.NEVER).build();
        refuses(() -> never.create(create().welcome(LONG).build()), "formPost is NEVER");
        BbbClient client = BbbClient.create(server.bbbServer());
        CreateRequest withSlides = create().welcome(LONG)
                .document(Document.inline("a.txt", new byte[1]))
                .build();
        refuses(() -> client.create(withSlides), "beside a body all parameters must be in the URL");
        refuses(() -> client.deleteRecordings("a".repeat(8_000)), "this call takes no form");
        assertThat(server.requests()).isEmpty();
        never.disposeLater().block();
        client.disposeLater().block();
    }

    @Test
    void theBudgetIsTheCallers() {
        BbbClient client = BbbClient.builder(server.bbbServer()).urlBudget(500).build();
        creates(client, create().welcome("w".repeat(500)).build());
        assertThat(only().method()).isEqualTo("POST");
        client.disposeLater().block();
        assertThatThrownBy(() -> BbbClient.builder(server.bbbServer()).urlBudget(499))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("urlBudget");
    }

    @Test
    void aServerThatRefusesTheLineAllTheSameIsAStatus() {
        BbbClient client = BbbClient.builder(server.bbbServer())
                .urlBudget(100_000)
                .formPost(FormPost.NEVER)
                .build();
        client.create(create().welcome(LONG).build())
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                HttpStatusException.class,
                                status -> assertThat(status.status()).isEqualTo(414)))
                .verify();
        client.disposeLater().block();
    }

    private RecordedRequest only() {
        assertThat(server.requests()).hasSize(1);
        return server.requests().get(0);
    }

    private static void refuses(Runnable call, String words) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("urlBudget is 7000")
                .hasMessageContaining(words)
                .hasMessageNotContaining("checksum");
    }

    private static CreateRequest.Builder create() {
        return CreateRequest.builder("room-1", "Room").attendeePw("p w&ü").moderatorPw("mp-1");
    }

    private static void creates(BbbClient client, CreateRequest request) {
        client.create(request).as(StepVerifier::create).expectNextCount(1).verifyComplete();
    }
}
