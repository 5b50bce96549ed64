// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * The two clocks of a call: its deadline, and the server's silence, which counts only while a byte is wanted. One task a
 * call looks at both and sets itself again, so that noting a chunk costs no more than a write.
 */
final class CallTimer {
    private static final long IDLE = Long.MIN_VALUE;

    private final CallSite site;
    private final Scheduler scheduler;
    private final Duration silence;
    private final Duration deadline;
    private final long end;
    private volatile long waitingSince = IDLE;
    private volatile @Nullable BbbException ending;

    CallTimer(CallSite site, Scheduler scheduler, Duration silence, Duration deadline) {
        this(site, scheduler, silence, deadline, scheduler.now(TimeUnit.NANOSECONDS) + deadline.toNanos());
    }

    /** Makes the clocks of one try of a call, whose deadline began to run before. */
    CallTimer(CallSite site, Scheduler scheduler, Duration silence, Duration deadline, long end) {
        this.site = site;
        this.scheduler = scheduler;
        this.silence = silence;
        this.deadline = deadline;
        this.end = end;
    }

    /** A byte is wanted from the server. */
    void waiting() {
        waitingSince = now();
    }

    /** Nothing is wanted, or what was wanted came. */
    void idle() {
        waitingSince = IDLE;
    }

    /**
     * Cancels an answer and ends it in an error when one of the clocks runs out, or when the client is closed. (An error of
     * the other publisher would pass {@code takeUntilOther} without cancelling, so it is a completion first.)
     */
    <T> Flux<T> limit(Flux<T> answer, Mono<BbbException> closing) {
        Mono<BbbException> end = Mono.firstWithSignal(expiry(), closing).doOnNext(error -> ending = error);
        return answer.takeUntilOther(end).concatWith(Mono.defer(this::outcome));
    }

    private <T> Mono<T> outcome() {
        BbbException error = ending;
        return error == null ? Mono.empty() : Mono.error(error);
    }

    private Mono<BbbException> expiry() {
        return Mono.create(sink -> {
            Disposable.Swap task = Disposables.swap();
            sink.onDispose(task);
            look(sink, task);
        });
    }

    private void look(MonoSink<BbbException> sink, Disposable.Swap task) {
        long now = now();
        long since = waitingSince;
        long untilDeadline = end - now;
        long untilSilence = (since == IDLE ? now : since) + silence.toNanos() - now;
        if (untilDeadline <= 0) {
            sink.success(new CallTimeoutException(site, Stage.DEADLINE, deadline, null));
        } else if (untilSilence <= 0) {
            sink.success(new CallTimeoutException(site, Stage.SILENCE, silence, null));
        } else {
            lookAgain(sink, task, Math.min(untilDeadline, untilSilence));
        }
    }

    private void lookAgain(MonoSink<BbbException> sink, Disposable.Swap task, long delay) {
        try {
            task.replace(scheduler.schedule(() -> look(sink, task), delay, TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException disposed) {
            sink.success(new TransportException(site, Kind.OTHER, "the timer's scheduler is disposed", disposed));
        }
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
