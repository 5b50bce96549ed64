// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What {@code close()} does of whatever has a {@code disposeLater()}: the one place that waits. For Blueflux's own modules.
 */
public final class Closing {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Closing() {}

    /**
     * Begins a disposal and waits for its end, 2 s at most; not at all on a thread that must not block, such as an event loop. A
     * thread that is interrupted waits no longer and stays interrupted. What has not ended by then goes on, and is a warning, as is
     * an error of the disposal: nothing is thrown.
     *
     * @param disposal what to begin
     * @param what what is closed, for the warning; its text must hold no secret
     * @param log what is warned
     */
    public static void within2Seconds(Mono<Void> disposal, Object what, Logger log) {
        Objects.requireNonNull(disposal, "disposal");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(log, "log");
        CountDownLatch end = new CountDownLatch(1);
        Guarded.mono(disposal)
                .doFinally(signal -> end.countDown())
                .subscribe(nothing -> {}, error -> log.warn("{} closed with an error: {}", what, error.toString()));
        if (Schedulers.isInNonBlockingThread()) {
            return;
        }
        try {
            if (!end.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} is not closed after {} ms; it goes on closing", what, PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
