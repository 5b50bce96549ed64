// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The guards of all other tests must be awake. */
class GuardsTest {

    @Test
    void aBlockingCallOnAnEventLoopIsCaught() {
        Mono.fromCallable(() -> {
                    Thread.sleep(10);
                    return 1;
                })
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectError(BlockingOperationError.class)
                .verify();
    }

    @Test
    void aForgottenBufferIsSeen() throws Exception {
        assertThat(LeakGuard.seesALeak()).isTrue();
    }
}
