// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.RedirectedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/**
 * The creates of a name that go through the fleet. A meeting that one of them makes is in no answer that was asked for before the
 * create ended; so whoever would remove the server for having no meetings asks here, and shuts the door. Thread-safe.
 */
final class ClientCreates {
    /**
     * For how long after a create that ended in doubt its meeting may still come up: the server may be fetching slides, or a proxy
     * may hold the request, when the caller has given up. More than any usual timeout; to leave later than need be costs little.
     */
    static final Duration DOUBT = Duration.ofMinutes(10);

    private final Clock clock;

    // guarded by this
    private int inFlight;
    private Instant settled = Instant.MIN; // a poll that began later lists what all that ended made
    private boolean shut;

    ClientCreates(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts each subscription as a create.
     *
     * @param once it is sent once at most: else an error that says that it was not sent is that of the last try only
     * @param refusal the error of one that comes when the door is shut
     */
    <T> Flux<T> counted(Flux<T> create, boolean once, Supplier<? extends Throwable> refusal) {
        return Flux.defer(() -> {
            if (!begin()) {
                return Flux.error(refusal.get());
            }
            AtomicBoolean over = new AtomicBoolean();
            return create.doOnNext(answer -> end(over, Duration.ZERO))
                    .doOnComplete(() -> end(over, Duration.ZERO))
                    .doOnError(error -> end(over, isSettledBy(error, once) ? Duration.ZERO : DOUBT))
                    .doOnCancel(() -> end(over, DOUBT));
        });
    }

    /** Shuts the door, if all that a create may have made is in the answer of a poll that began at a time. */
    synchronized boolean shutIfListedBy(Instant pollBegan) {
        shut = inFlight == 0 && pollBegan.isAfter(settled);
        return shut;
    }

    private synchronized boolean begin() {
        if (!shut) {
            inFlight++;
        }
        return !shut;
    }

    private void end(AtomicBoolean over, Duration doubt) {
        if (over.compareAndSet(false, true)) {
            end(clock.instant().plus(doubt));
        }
    }

    private synchronized void end(Instant itsSettled) {
        inFlight--;
        if (itsSettled.isAfter(settled)) {
            settled = itsSettled;
        }
    }

    /** Whether nothing comes up any more that the next poll does not list. */
    private static boolean isSettledBy(Throwable error, boolean once) {
        return isAnswer(error) || (once && error instanceof BbbException known && known.isUnsent());
    }

    /** Of an answer of 5xx nobody knows who gave it, and whether the server goes on. */
    private static boolean isAnswer(Throwable error) {
        return error instanceof ApiFailedException
                || error instanceof RedirectedException
                || (error instanceof HttpStatusException answer && answer.status() < 500);
    }
}
