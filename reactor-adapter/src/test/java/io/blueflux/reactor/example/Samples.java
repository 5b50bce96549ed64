// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor.example;

import io.blueflux.BbbServer;
import io.blueflux.error.BbbException;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import reactor.util.retry.Retry;

/** The shorter pieces of the guide, so that the compiler reads them too. */
final class Samples {
    private Samples() {}

    static BbbClient client(BbbServer server, LoopResources loops) {
        BbbClient bbb = BbbClient.builder(server)
                .loopResources(loops)
                .silenceTimeout(Duration.ofSeconds(5))
                .deadline(Duration.ofSeconds(30))
                .build();
        return bbb;
    }

    static Mono<Meeting> repeated(BbbClient bbb) {
        Mono<Meeting> info = bbb.getMeetingInfo("room-1")
                .retryWhen(Retry.backoff(3, Duration.ofMillis(200))
                        .filter(error -> error instanceof BbbException failure && failure.isTransient())
                        .onRetryExhaustedThrow((retries, last) -> last.failure()));
        return info;
    }
}
