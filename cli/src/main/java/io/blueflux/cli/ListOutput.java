// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The edge between a stream and a reader that may be slow. */
final class ListOutput {
    private ListOutput() {}

    /** Writes each value as it arrives, asks for the next when it is written, and returns how many there were. */
    static <T> long write(Flux<T> values, Consumer<T> writer) {
        Long count = values.publishOn(Schedulers.boundedElastic(), 1)
                .doOnNext(writer)
                .count()
                .block();
        return count == null ? 0 : count;
    }
}
