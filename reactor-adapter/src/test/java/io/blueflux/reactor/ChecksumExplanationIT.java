// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.parameter.Validation;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.ServerProfile;
import io.blueflux.support.TestServer;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ChecksumExplanationIT {
    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void wrongSecretIsTheLikelyCauseWhereNothingPassed() {
        BbbServer wrong = server.bbbServer().withSecret(SharedSecret.of("another-secret"));

        ApiFailedException error = refused(BbbClient.create(wrong), "room-1");

        assertThat(error.explanation()).startsWith("most likely the secret is wrong");
        assertThat(error.getMessage())
                .contains("checksumError: Checksums do not match; most likely the secret is wrong")
                .doesNotContain("another-secret")
                .doesNotContain(server.secretText());
    }

    @Test
    void algorithmMayBeTheCause() {
        BbbServer wrong = server.bbbServer().withSecret(SharedSecret.of("x")).withAlgorithm(ChecksumAlgorithm.SHA384);

        assertThat(refused(BbbClient.create(wrong), "room-1").explanation()).contains("Scalelite");
        ServerProfile b3scale =
                ServerProfile.builder().balancer(Balancer.B3SCALE).build();
        assertThat(refused(BbbClient.builder(wrong).profile(b3scale).build(), "room-1")
                        .explanation())
                .isEqualTo("the server is known not to take SHA-384; use SHA-256");
    }

    @Test
    void encodingIsTheCauseWherePlainCallsPass() {
        try (TestServer proxy = new TestServer((request, response) -> response.sendString(Mono.just(
                        request.uri().contains("%")
                                ? Answers.failed("checksumError", "Checksums do not match")
                                : "<response><returncode>SUCCESS</returncode><running>false</running></response>"))
                .then())) {
            BbbClient client = BbbClient.create(proxy.address());
            StepVerifier.create(client.isMeetingRunning("room-1"))
                    .expectNextCount(1)
                    .verifyComplete();

            assertThat(refused(client, "room 1").explanation()).endsWith("encodes the query anew");
        }
    }

    @Test
    void otherFailuresAreNotExplained() {
        BbbClient client = BbbClient.create(server.bbbServer());
        StepVerifier.create(client.getMeetingInfo("room-1"))
                .expectErrorSatisfies(error ->
                        assertThat(((ApiFailedException) error).explanation()).isEmpty())
                .verify();
        client.disposeLater().block();
    }

    @Test
    void refusalOfB3lbIsExplained() {
        try (TestServer b3lb = new TestServer((request, response) ->
                response.status(401).sendString(Mono.just("Unauthorized")).then())) {
            BbbClient client = BbbClient.create(b3lb.address());
            StepVerifier.create(client.isMeetingRunning("room-1"))
                    .expectErrorSatisfies(error -> {
                        HttpStatusException refused = (HttpStatusException) error;
                        assertThat(refused.status()).isEqualTo(401);
                        assertThat(refused.explanation()).startsWith("most likely the secret is wrong");
                        assertThat(refused).hasMessageContaining(refused.explanation());
                    })
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void listedIdsThatBreakTheRulesAreAskedForAndOthersByALenientClient() {
        try (TestServer odd = new TestServer((request, response) -> response.sendString(Mono.just(
                        request.uri().contains("getMeetings")
                                ? Answers.meetings(1).replace("room-0", "a,b")
                                : Answers.info("a,b")))
                .then())) {
            BbbClient strict = BbbClient.create(odd.address());
            BbbClient lenient = BbbClient.builder(odd.address())
                    .validation(Validation.LENIENT)
                    .build();

            StepVerifier.create(strict.getMeetingsWithInfo(FanOut.DEFAULT))
                    .expectNextMatches(MeetingResult.Found.class::isInstance)
                    .verifyComplete();
            assertThatIllegalArgumentException().isThrownBy(() -> strict.getMeetingInfo("a,b"));
            StepVerifier.create(lenient.getMeetingsWithInfo(FanOut.DEFAULT))
                    .expectNextMatches(MeetingResult.Found.class::isInstance)
                    .verifyComplete();
            StepVerifier.create(lenient.getMeetingInfo("a,b"))
                    .expectNextCount(1)
                    .verifyComplete();
            strict.disposeLater().then(lenient.disposeLater()).block();
        }
    }

    private static ApiFailedException refused(BbbClient client, String meetingId) {
        ApiFailedException[] refused = new ApiFailedException[1];
        StepVerifier.create(client.isMeetingRunning(meetingId))
                .expectErrorSatisfies(error -> refused[0] = (ApiFailedException) error)
                .verify();
        client.disposeLater().block();
        assertThat(refused[0].messageKey()).isEqualTo("checksumError");
        return refused[0];
    }
}
