// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.TransportException;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A client and a simulator that speak TLS to each other. */
class SimulatorTlsIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final BbbSimulator secured = BbbSimulator.builder().tls().build().start();
    private final List<BbbClient> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(client -> client.disposeLater().block(LONG_ENOUGH));
        secured.close();
    }

    @Test
    void clientThatTrustsTheSimulatorCreatesAndLists() throws SSLException {
        BbbClient client = trusting(secured);

        client.create(CreateRequest.builder("room", "Room").build())
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        client.getMeetings()
                .mapNotNull(Meeting::meetingId)
                .as(StepVerifier::create)
                .expectNext("room")
                .verifyComplete();
    }

    @Test
    void clientThatDoesNotTrustTheSimulatorIsTold() {
        BbbClient client = client(BbbClient.builder(secured.server(0).bbbServer()));

        client.getMeetings()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error ->
                        assertThat(((TransportException) error).kind()).isEqualTo(TransportException.Kind.TLS_FAILED))
                .verify(LONG_ENOUGH);
    }

    @Test
    void faultsLookTheSameAsWithoutTls() throws SSLException {
        try (BbbSimulator plain = BbbSimulator.start(1)) {
            BbbClient client = client(BbbClient.builder(plain.server(0).bbbServer()));
            BbbClient tlsClient = trusting(secured);
            for (Fault fault :
                    List.of(Fault.close(), Fault.reset(), Fault.cut(30), Fault.resetAfter(30), Fault.truncated())) {
                assertThat(failure(tlsClient, secured.server(0), fault))
                        .isEqualTo(failure(client, plain.server(0), fault))
                        .isNotEqualTo("none");
            }
        }
    }

    /** Returns of what kind the failure is that a fault brings about. */
    private static String failure(BbbClient client, SimulatedServer server, Fault fault) {
        server.fault("getMeetings", fault);
        return requireNonNull(client.getMeetings()
                .then(Mono.just("none"))
                .onErrorResume(error -> Mono.just(
                        error instanceof TransportException transport
                                ? transport.kind().toString()
                                : error.getClass().getName()))
                .block(LONG_ENOUGH));
    }

    private BbbClient trusting(BbbSimulator simulator) throws SSLException {
        SslContext trust = SslContextBuilder.forClient()
                .trustManager(simulator.certificate())
                .build();
        return client(BbbClient.builder(simulator.server(0).bbbServer()).sslContext(trust));
    }

    private BbbClient client(BbbClientBuilder builder) {
        BbbClient client = builder.build();
        clients.add(client);
        return client;
    }
}
