// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What a module that relies on the guards tests of itself: that they are awake there. */
public abstract class GuardsAreAwake {
    /** For subclasses. */
    protected GuardsAreAwake() {}

    @Test
    void aBlockingCallOnAnEventLoopIsCaught() {
        Mono.fromCallable(() -> {
                    Thread.sleep(10); // is what is to be caught; nothing waits for it
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
