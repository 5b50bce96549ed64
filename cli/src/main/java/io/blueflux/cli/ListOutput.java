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
                .doOnNext(value -> write(value, writer))
                .count()
                .block();
        return count == null ? 0 : count;
    }

    /** Reactor lets an error of the JVM end the thread that writes, and who waits for the end would wait for ever. */
    private static <T> void write(T value, Consumer<T> writer) {
        try {
            writer.accept(value);
        } catch (Error e) {
            throw new WriterFault(e);
        }
    }

    /** An error on the thread that writes, on its way to the one that waits. */
    static final class WriterFault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Error error;

        WriterFault(Error error) {
            super(error);
            this.error = error;
        }

        Error error() {
            return error;
        }
    }
}
