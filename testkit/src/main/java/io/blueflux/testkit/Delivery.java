// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * How an answer travels.
 *
 * @param gate the answer starts when this completes
 * @param delay and then this long after
 * @param pause between two bursts
 * @param burst bytes sent in one go
 * @param limit bytes of the body after which the ending comes
 * @param ending what comes after the limit, or after the whole body
 */
record Delivery(Publisher<?> gate, Duration delay, Duration pause, int burst, long limit, Ending ending) {
    static final Delivery PLAIN =
            new Delivery(Mono.empty(), Duration.ZERO, Duration.ZERO, 16 * 1024, Long.MAX_VALUE, Ending.COMPLETE);

    enum Ending {
        /** The HTTP answer is complete, even where the limit cut the document. */
        COMPLETE,
        /** The connection is closed without the end of the HTTP answer. */
        CLOSE,
        /** The same, with a reset. */
        RESET,
        /** Nothing more comes. */
        STALL,
        /** The connection is closed before the head of the answer. */
        CLOSE_AT_ONCE,
        /** The same, with a reset. */
        RESET_AT_ONCE
    }

    Delivery after(Publisher<?> signal) {
        return new Delivery(signal, delay, pause, burst, limit, ending);
    }

    Delivery delayed(Duration time) {
        return new Delivery(gate, time, pause, burst, limit, ending);
    }

    Delivery dripping(Duration time, int bytes) {
        return new Delivery(gate, delay, time, bytes, limit, ending);
    }

    Delivery ending(long afterBytes, Ending how) {
        return new Delivery(gate, delay, pause, burst, afterBytes, how);
    }
}
