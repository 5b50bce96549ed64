// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.TransportException;
import io.blueflux.request.SimpleRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

/** An Error is nothing that passes: it ends the call as what it is, and nothing is asked again. */
class ErrorsAreFinalIT {
    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer web = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                asked.incrementAndGet();
                return response.sendString(Mono.just("<response><returncode>SUCCESS</returncode></response>"));
            })
            .bindNow();
    private final BbbClient client = BbbClient.builder(BbbServer.of("http://127.0.0.1:" + web.port() + "/", "s"))
            .retry(RetryPolicy.DEFAULT.withBackoff(Duration.ofMillis(1), Duration.ofMillis(2)))
            .build();

    @AfterEach
    void stop() {
        StepVerifier.create(client.disposeLater()).expectComplete().verify(Duration.ofSeconds(20));
        web.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExhaustedHeapIsNotRepeated(boolean wrapped) {
        Error error = new OutOfMemoryError("no heap is left");
        Endpoint<String> endpoint =
                new Endpoint<>(ApiCall.GET_MEETINGS, Endpoint.Effect.READS, context -> new Failing(error, wrapped));

        client.call(endpoint, SimpleRequest.getMeetings())
                .as(StepVerifier::create)
                .expectErrorSatisfies(thrown -> assertThat(thrown)
                        .isNotInstanceOf(TransportException.class)
                        .isSameAs(error))
                .verify(Duration.ofSeconds(20));

        assertThat(asked).hasValue(1);
    }

    private record Failing(Error error, boolean wrapped) implements ChunkDecoder<String> {
        @Override
        public void decode(byte[] bytes, int offset, int length, Consumer<? super String> out) {
            if (wrapped) {
                throw new IllegalStateException("internal", error);
            }
            throw error;
        }

        @Override
        public void finish(Consumer<? super String> out) {}
    }
}
