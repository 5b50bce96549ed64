// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The moment between the look at the creates and the removal, which no test from outside can hit at will. */
class ClientCreatesTest {
    private final VirtualTime time = new VirtualTime();
    private final ClientCreates creates = new ClientCreates(time);
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void aCreateThatComesWhenTheDoorIsShutIsNotSent() {
        Flux<String> create = counted(Flux.just("created"));
        StepVerifier.create(create).expectNext("created").verifyComplete();
        time.advance(Duration.ofSeconds(1));

        assertThat(creates.shutIfListedBy(time.instant())).isTrue();
        StepVerifier.create(create).verifyErrorMessage("too late");
        assertThat(sent).hasValue(1);
    }

    @Test
    void theDoorStaysOpenWhileOneOfSeveralIsInFlight() {
        Disposable first = counted(Flux.never()).subscribe();
        StepVerifier.create(counted(Flux.just("created"))).expectNext("created").verifyComplete();
        time.advance(Duration.ofSeconds(1));

        assertThat(creates.shutIfListedBy(time.instant())).isFalse();
        StepVerifier.create(counted(Flux.just("created"))).expectNext("created").verifyComplete();
        first.dispose();
        time.advance(ClientCreates.DOUBT);
        assertThat(creates.shutIfListedBy(time.instant()))
                .as("a poll that began just then")
                .isFalse();
        time.advanceMillis(1);
        assertThat(creates.shutIfListedBy(time.instant())).isTrue();
    }

    @Test
    void aCreateThatIsCancelledAfterItsAnswerIsInNoDoubt() {
        StepVerifier.create(counted(Flux.just("created").concatWith(Flux.never())))
                .expectNext("created")
                .thenCancel()
                .verify(Duration.ofSeconds(5));
        time.advanceMillis(1);
        assertThat(creates.shutIfListedBy(time.instant())).isTrue();
    }

    private Flux<String> counted(Flux<String> create) {
        return creates.counted(
                create.doOnSubscribe(start -> sent.incrementAndGet()),
                true,
                () -> new IllegalStateException("too late"));
    }
}
