// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiPredicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Makes a call again after a pause, as a policy says, if its error is transient, attempts are left, and a test of error and
 * pause says yes; else lets the error through as it is. A pause ends early when the client is closed.
 */
final class CallRepetition {
    private CallRepetition() {}

    static <T> Flux<T> of(
            RetryPolicy policy,
            Flux<T> attempt,
            Scheduler timer,
            Publisher<?> closing,
            BiPredicate<BbbException, Duration> allowed) {
        if (policy.attempts() == 1) {
            return attempt;
        }
        return attempt.retryWhen(Retry.from(failures ->
                failures.concatMap(failure -> Guarded.mono(pause(policy, failure, timer, closing, allowed)))));
    }

    /** Completes with a value when it is time; fails if there is no other time. */
    private static Mono<Long> pause(
            RetryPolicy policy,
            Retry.RetrySignal failure,
            Scheduler timer,
            Publisher<?> closing,
            BiPredicate<BbbException, Duration> allowed) {
        Throwable cause = failure.failure();
        try {
            Duration pause = policy.pause(
                    failure.totalRetries(), ThreadLocalRandom.current().nextDouble());
            boolean again = failure.totalRetries() + 1 < policy.attempts()
                    && cause instanceof BbbException error
                    && error.isTransient()
                    && allowed.test(error, pause);
            if (again) {
                return Guarded.mono(Mono.delay(pause, timer))
                        .onErrorMap(timerFailed -> cause)
                        .takeUntilOther(closing)
                        .defaultIfEmpty(0L);
            }
        } catch (Throwable timerFailed) {
            cause.addSuppressed(timerFailed);
        }
        return Mono.<Long>error(cause).hide(); // else an Error is thrown where it should end the call
    }
}
