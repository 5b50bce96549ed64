// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/**
 * A client's one thread. The transport gives a connection back just after it has told the call that it is over: whoever wants
 * the next call to find it in the pool begins that call here, where the end of one call has passed before another begins.
 */
final class OneLoop implements AutoCloseable {
    private final LoopResources loops = LoopResources.create("one-loop", 1, true);

    LoopResources resources() {
        return loops;
    }

    <T> Flux<T> next(Flux<T> call) {
        return call.subscribeOn(Schedulers.fromExecutor(
                loops.onClient(LoopResources.DEFAULT_NATIVE).next()));
    }

    <T> Mono<T> next(Mono<T> call) {
        return call.subscribeOn(Schedulers.fromExecutor(
                loops.onClient(LoopResources.DEFAULT_NATIVE).next()));
    }

    @Override
    public void close() {
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }
}
