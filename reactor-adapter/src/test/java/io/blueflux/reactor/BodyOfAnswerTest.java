// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.answer.ChunkDecoder;
import io.blueflux.error.CallSite;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

class BodyOfAnswerTest {
    private final TestPublisher<ByteBuf> wire = TestPublisher.create();
    private final List<Long> asked = new ArrayList<>();
    private final AtomicInteger passed = new AtomicInteger();
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final CallTimer timer =
            new CallTimer(new CallSite("bbb1", "getMeetings"), time, Duration.ofSeconds(10), Duration.ofSeconds(60));
    private final BodyOfAnswer<Character> body =
            new BodyOfAnswer<>(wire.flux().doOnRequest(asked::add), new Letters(), timer, passed::incrementAndGet);

    @Test
    void valuesComeAsTheyAreWanted() {
        StepVerifier.create(body, 0)
                .then(() -> assertThat(asked).isEmpty())
                .thenRequest(1)
                .then(() -> chunk("abc"))
                .expectNext('a')
                .thenRequest(2)
                .expectNext('b', 'c')
                .then(wire::complete)
                .expectNextCount(0)
                .thenRequest(1)
                .expectNext('.')
                .verifyComplete();
        assertThat(passed).hasValue(1);
    }

    @Test
    void chunksAreAskedForOneByOneUnlessEverythingIsWanted() {
        StepVerifier.create(body, 1)
                .then(() -> chunk("ab"))
                .expectNext('a')
                .then(() -> assertThat(asked).containsExactly(1L))
                .thenRequest(1)
                .expectNext('b')
                .then(() -> assertThat(asked).containsExactly(1L, 1L))
                .thenCancel()
                .verify();
        wire.assertCancelled();
    }

    @Test
    void whoWantsEverythingIsNotAskedAgain() {
        StepVerifier.create(body)
                .then(() -> chunk("ab"))
                .expectNext('a', 'b')
                .then(wire::complete)
                .expectNext('.')
                .verifyComplete();
        assertThat(asked).containsExactly(Long.MAX_VALUE);
    }

    @Test
    void endNeedsNoDemand() {
        StepVerifier.create(body, 2)
                .then(() -> chunk("a"))
                .expectNext('a')
                .then(wire::complete)
                .expectNext('.')
                .verifyComplete();
    }

    @Test
    void faultComesAfterTheValuesBeforeItAndCancelsTheWire() {
        StepVerifier.create(body)
                .then(() -> chunk("ab!c"))
                .expectNext('a', 'b')
                .expectErrorMessage("!")
                .verify();
        wire.assertCancelled();
        assertThat(passed).hasValue(0);
    }

    @Test
    void errorOfTheWireWaitsForTheValuesBeforeIt() {
        StepVerifier.create(body, 1)
                .then(() -> chunk("ab"))
                .expectNext('a')
                .then(() -> wire.error(new IllegalStateException("cut")))
                .thenRequest(1)
                .expectNext('b')
                .expectErrorMessage("cut")
                .verify();
    }

    @Test
    void silenceCountsBetweenChunksThoughNobodyAsksAgain() {
        StepVerifier.create(body)
                .then(() -> chunk("a"))
                .expectNext('a')
                .then(() -> assertThat(timer.remaining(now() + 4))
                        .isEqualTo(Duration.ofSeconds(10).toNanos() - 4))
                .thenCancel()
                .verify();
    }

    private long now() {
        return time.now(TimeUnit.NANOSECONDS);
    }

    private void chunk(String text) {
        wire.next(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    /** Each byte is a value but an exclamation mark, which is a fault; the end is a value too. */
    private static final class Letters implements ChunkDecoder<Character> {
        @Override
        public void decode(byte[] bytes, int offset, int length, Consumer<? super Character> out) {
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '!') {
                    throw new IllegalStateException("!");
                }
                out.accept((char) bytes[i]);
            }
        }

        @Override
        public void finish(Consumer<? super Character> out) {
            out.accept('.');
        }
    }
}
