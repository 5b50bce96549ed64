// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import java.time.Duration;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/** Streams for browsers. */
final class Live {
    private static final Duration BEAT = Duration.ofSeconds(15);

    private Live() {}

    /**
     * Sends values as events, and between them a comment, the first at once: so a browser sees that it is connected, proxies leave a
     * quiet stream open, and one whose browser has gone ends. It ends with the values.
     */
    static <T> Flux<ServerSentEvent<T>> events(Flux<T> values) {
        Flux<ServerSentEvent<T>> beats = Flux.interval(Duration.ZERO, BEAT)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<T>builder().comment("live").build());
        return values.map(value -> ServerSentEvent.builder(value).build())
                .publish(events -> Flux.merge(beats.takeUntilOther(events.ignoreElements()), events));
    }
}
