// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.Failure;
import io.blueflux.reactor.AnswerMeter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One poll: it asks, within its deadline, and what came of it becomes what is known, and a report. */
final class LanePoll {
    private final LaneView known;
    private final LaneSettings settings;
    private final PollPlan how;
    private final LaneTarget asked;
    private final long number;
    private final Instant startedAt;
    private final long start;
    private final Duration lag;
    private final AnswerTrace trace = new AnswerTrace();
    private final AnswerMemory.Holder.Use use;
    private final Sinks.One<LaneAnswer> end = Sinks.one();
    private volatile @Nullable Outcome came;

    /** What it came to: a reading or an error. */
    record Outcome(@Nullable LaneReading reading, @Nullable Throwable error) {}

    /** Begins a poll that was due at a time, in nanoseconds. */
    LanePoll(LaneView known, LaneSettings settings, PollPlan how, LaneTarget asked, long due) {
        this.known = known;
        this.settings = settings;
        this.how = how;
        this.asked = asked;
        this.number = known.now().poll().number() + 1;
        this.startedAt = settings.clock().instant();
        this.start = settings.now();
        this.lag = Duration.ofNanos(Math.max(0, start - due));
        this.use = known.use();
    }

    long start() {
        return start;
    }

    /** Returns what it came to; nothing if there is no more to be asked there. */
    Mono<Outcome> outcome() {
        return HostWall.around(() -> asked.isRetired() ? Mono.<LaneReading>never() : read())
                .timeout(how.deadline(), Mono.error(this::late), settings.timer())
                .map(reading -> new Outcome(reading, null))
                .onErrorResume(error -> Mono.just(new Outcome(null, error)))
                .contextWrite(context -> context.put(AnswerTrace.class, trace).put(AnswerMeter.class, use))
                .takeUntilOther(asked.retired());
    }

    private Mono<LaneReading> read() {
        return LaneReading.of(asked.client(), how, known.wantsVersion(how, number), settings.timer());
    }

    private CallTimeoutException late() {
        CallSite site = new CallSite(known.now().name(), "poll");
        return new CallTimeoutException(site, CallTimeoutException.Stage.DEADLINE, how.deadline(), null);
    }

    /** Makes of it what is known from now on, and returns the report. */
    ServerReport report(Outcome outcome) {
        Duration latency = Duration.ofNanos(settings.now() - start);
        known.tookLong(latency.compareTo(how.deadline().dividedBy(8)) > 0);
        ServerView.Poll finished =
                new ServerView.Poll(number, startedAt, settings.clock().instant(), trace.serverDate());
        if (outcome.reading() == null) {
            known.failed(finished, outcome.error());
        } else {
            known.answered(finished, outcome.reading(), how, start, settings.now(), use);
        }
        came = outcome;
        Failure failure = outcome.error() == null ? null : Failure.of(outcome.error());
        return new ServerReport(known.now(), latency, lag, failure);
    }

    /** Whether this asks for the list of the meetings with their metadata, and for nothing else of them. */
    boolean readsMetadata() {
        return how.depth() == PollDepth.MEETINGS;
    }

    /** Returns what this is answered or fails of; nothing if it is cancelled. */
    Mono<LaneAnswer> answer() {
        return end.asMono();
    }

    /** Gives back what it took, but for what is kept; tells whoever waits for its end. */
    void end() {
        use.end();
        Outcome outcome = came;
        LaneAnswer answer = known.answer();
        if (outcome != null && outcome.error() != null) {
            end.tryEmitError(outcome.error());
        } else if (outcome != null && answer != null) {
            end.tryEmitValue(answer);
        } else {
            end.tryEmitEmpty();
        }
    }
}
