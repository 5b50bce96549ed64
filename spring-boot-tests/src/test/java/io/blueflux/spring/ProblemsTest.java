// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.BbbException;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.NoServerException;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.CreateRequest;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ProblemDetail;
import reactor.core.publisher.Mono;

/** What strangers are told when a call failed. */
class ProblemsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final BbbSimulator simulator = BbbSimulator.start(1);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "notFound, 404",
        "invalidMeetingIdentifier, 404",
        "idNotUnique, 409",
        "maxParticipantsReached, 409",
        "invalidPassword, 403",
        "checksumError, 502",
        "mayBeAnything, 502",
        "serverUnavailable, 503",
        "internalError, 503"
    })
    void whatAServerSaysBecomesAStatusAndItsKey(String key, int status) {
        ProblemDetail problem = BbbProblems.of(failure(Fault.failed(key)));

        assertThat(problem.getStatus()).isEqualTo(status);
        assertThat(problem.getProperties()).isEqualTo(Map.of("messageKey", key));
        assertThat(problem.toString()).doesNotContain("s1", simulator.server(0).url());
    }

    @Test
    void whatGoesWrongOnTheWayBecomesAStatus() {
        assertThat(BbbProblems.of(failure(Fault.status(500))).getStatus()).isEqualTo(502);
        assertThat(BbbProblems.of(failure(Fault.status(503))).getStatus()).isEqualTo(503);
        assertThat(BbbProblems.of(failure(Fault.truncated(20))).getStatus()).isIn(502, 503);
        assertThat(BbbProblems.of(failure(Fault.hang())).getStatus()).isEqualTo(504);
    }

    @Test
    void noServerForAMeetingSaysWhenToAskAgain() {
        try (BbbFleet fleet = BbbFleet.builder(Duration.ofHours(1)).build()) {
            fleet.add(BbbServer.of("http://localhost:1/bigbluebutton", "secret").withName("gone"));
            NoServerException error = FleetClient.of(fleet, MeetingPlacement.of(fleet))
                    .create(CreateRequest.builder("room", "Room").build())
                    .then(Mono.<NoServerException>empty())
                    .onErrorResume(NoServerException.class, Mono::just)
                    .block(LONG);

            assertThat(error).isNotNull().satisfies(found -> {
                ProblemDetail problem = BbbProblems.of(found);
                assertThat(problem.getStatus()).isEqualTo(503);
                assertThat(BbbProblems.response(problem).getHeaders().getFirst("Retry-After"))
                        .isEqualTo("10");
                assertThat(problem.toString()).doesNotContain("gone");
            });
        }
    }

    private BbbException failure(Fault fault) {
        SimulatedServer server = simulator.server(0).clearFaults().fault("getMeetings", fault);
        try (BbbClient client = BbbClient.builder(server.bbbServer())
                .silenceTimeout(Duration.ofMillis(500))
                .build()) {
            return client.getMeetings()
                    .then(Mono.<BbbException>empty())
                    .onErrorResume(BbbException.class, Mono::just)
                    .blockOptional(LONG)
                    .orElseThrow();
        }
    }
}
