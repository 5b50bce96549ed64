// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.reactor.AnswerMeter;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One server's polls, one after the other: wait until one is due, take a permit, ask, tell. What it knows of the server is
 * touched by the poll alone, of which there is one at a time.
 */
final class Lane {
    private static final int LONGEST_REASON = 1_000;

    private final ServerIdentity identity;
    private final String name;
    private final LaneSettings settings;
    private final BiConsumer<Lane, ServerReport> hearer;
    private final MeetingBook book = new MeetingBook();
    private final VersionRhythm version = new VersionRhythm();
    private final AnswerMemory.Holder memory;
    private final InTurn turns = new InTurn();
    private volatile PollPlan plan;
    private volatile LaneSchedule schedule;
    private volatile ServerView view;
    private volatile boolean slow; // the last poll held its permit for long
    private volatile Sinks.Empty<Void> waking = Sinks.empty();

    // guarded by this
    private Target target;
    private Sinks.Empty<Void> done = Sinks.empty();
    private boolean open;
    private boolean ended;
    private boolean anew;
    private boolean polling;

    /** Makes a lane; calls no stranger. */
    Lane(BbbClient client, PollPlan plan, LaneSettings settings, Instant now, BiConsumer<Lane, ServerReport> hearer) {
        this.identity = new ServerIdentity(client.server().name());
        this.name = identity.name();
        this.target = new Target(client);
        this.plan = plan;
        this.settings = settings;
        this.hearer = hearer;
        this.memory = settings.memory().holder();
        this.schedule = new LaneSchedule(name, plan.schedule(), 0); // until it runs
        this.view = ServerView.fresh(name, now);
    }

    /** Returns whose polls these are. */
    ServerIdentity identity() {
        return identity;
    }

    String name() {
        return name;
    }

    /** Returns what the last poll showed. */
    ServerView view() {
        return view;
    }

    /** Takes a step towards the world outside: it is begun to be polled, it is told as polled, it is told as gone. */
    void inTurn(Runnable step) {
        turns.take(step);
    }

    /** Completes when the run that is on is over. */
    synchronized Mono<Void> done() {
        return done.asMono();
    }

    /**
     * Polls with another secret, if that is another client, and by another plan from now on: no poll of the old client starts
     * after this returned. Returns what is to be done when no lock is held.
     */
    synchronized Runnable change(BbbClient client, PollPlan otherPlan) {
        Target old = target;
        boolean isDown = view.state() == ServerState.DOWN;
        boolean otherTimes = !otherPlan.schedule().equals(plan.schedule());
        boolean otherClient = client != old.client();
        anew |= otherTimes || (isDown && (otherClient || !otherPlan.equals(plan)));
        plan = otherPlan;
        target = otherClient ? new Target(client) : old;
        return () -> {
            if (otherClient) {
                old.retire();
            }
            waking.tryEmitEmpty(); // heard only by a lane that waits
        };
    }

    /** Returns the polling: ends only when it is halted. */
    Mono<Void> run() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> end = begin();
            if (!isOpen()) {
                end.tryEmitEmpty();
                return Mono.<Void>empty();
            }
            schedule = new LaneSchedule(name, plan.schedule(), settings.now());
            return Contained.mono(this::round)
                    .onErrorResume(error -> Contained.mono(() -> pause(error)))
                    .repeat(this::isOpen)
                    .then()
                    .doFinally(signal -> end.tryEmitEmpty());
        });
    }

    /** Polls never again, and what it knows is nobody's any more. */
    synchronized void end() {
        ended = true;
        open = false;
        memory.close();
    }

    /** Lets the poll in flight be the last; returns whether there is none, so that nothing is lost by cancelling. */
    synchronized boolean halt() {
        open = false;
        return !polling;
    }

    private synchronized Sinks.Empty<Void> begin() {
        open = !ended;
        anew = false;
        done.tryEmitEmpty(); // a stop that looked before this run began does not wait for it
        done = Sinks.empty();
        return done;
    }

    private synchronized boolean isOpen() {
        return open;
    }

    /** Waits until a poll is due, and polls; ends early, without a poll, if something changed meanwhile. */
    private Mono<Void> round() {
        Sinks.Empty<Void> woken = Sinks.empty();
        waking = woken;
        restart();
        long wait = Math.max(0, schedule.due() - settings.now());
        return Mono.delay(Duration.ofNanos(wait), settings.timer())
                .takeUntilOther(woken.asMono())
                .flatMap(due -> settings.permitted(view.state(), slow, Contained.mono(this::poll)));
    }

    /** An error of the fleet's own, as where memory is short, ends no polling; a timer that was disposed of does. */
    private Mono<Void> pause(Throwable error) {
        if (settings.timer().isDisposed()) {
            return Mono.error(error);
        }
        Strangers.log("the polling of " + name + " pauses after an error of the fleet's own", error);
        return Mono.delay(plan.schedule().interval(), settings.timer()).then();
    }

    private Mono<Void> poll() {
        Target now = startPoll();
        if (now == null) {
            return Mono.empty();
        }
        return Contained.mono(() -> ask(now))
                .onErrorResume(this::survive)
                .then(Contained.mono(this::next))
                .doOnTerminate(this::endPoll)
                .doOnCancel(this::endPoll);
    }

    private Mono<Void> ask(Target now) {
        Poll poll = new Poll();
        schedule.started(plan.schedule(), poll.start);
        return poll.outcome(now)
                .takeUntilOther(now.retired())
                .doOnNext(poll::finish)
                .doOnTerminate(poll.use::end)
                .doOnCancel(poll.use::end)
                .then();
    }

    private Mono<Void> survive(Throwable error) {
        Strangers.log("a poll of " + name + " ended in an error of the fleet's own", error);
        return Mono.empty();
    }

    private synchronized @Nullable Target startPoll() {
        polling = open;
        return open ? target : null;
    }

    private synchronized void endPoll() {
        polling = false;
    }

    private Mono<Void> next() {
        PollSchedule times = plan.schedule();
        ServerHealth health = view.health();
        long now = settings.now();
        if (health.state() == ServerState.DOWN) {
            schedule.backOff(
                    times,
                    book.isEmpty() ? times.idle() : times.interval(),
                    Math.max(0, health.failuresInARow() - settings.policy().downAfter()),
                    now);
        } else {
            schedule.advance(times, interval(times, now), now);
        }
        return Mono.empty();
    }

    /** What changed is heeded from now on: the lane takes its place in the interval anew, and is due no later than it was. */
    private void restart() {
        if (takesPlaceAnew()) {
            schedule.restart(name, plan.schedule(), settings.now());
        }
    }

    private synchronized boolean takesPlaceAnew() {
        boolean was = anew;
        anew = false;
        return was;
    }

    private Duration interval(PollSchedule times, long now) {
        if (book.isStarting(now)) {
            return times.starting();
        }
        return view.isKnownToBeEmpty() ? times.idle() : times.interval();
    }

    /** What a poll came to: a reading or an error. */
    private record Outcome(
            @Nullable Reading reading, @Nullable Throwable error) {}

    /** The poll in flight. */
    private final class Poll {
        private final PollPlan how = plan;
        private final long number = view.poll().number() + 1;
        private final Instant startedAt = settings.clock().instant();
        private final long start = settings.now();
        private final Duration lag = Duration.ofNanos(Math.max(0, start - schedule.due()));
        private final PollTrace trace = new PollTrace();
        private final AnswerMemory.Holder.Use use = memory.use();

        Mono<Outcome> outcome(Target asked) {
            return Contained.mono(() -> asked.isRetired() ? Mono.<Reading>never() : read(asked))
                    .timeout(how.deadline(), Mono.error(this::late), settings.timer())
                    .map(reading -> new Outcome(reading, null))
                    .onErrorResume(error -> Mono.just(new Outcome(null, error)))
                    .contextWrite(context -> context.put(PollTrace.class, trace).put(AnswerMeter.class, use));
        }

        private Mono<Reading> read(Target asked) {
            boolean withVersion = version.isDue(how, number, view.state());
            return Reading.of(asked.client(), how, withVersion, settings.timer());
        }

        private CallTimeoutException late() {
            return new CallTimeoutException(
                    new CallSite(name, "poll"), CallTimeoutException.Stage.DEADLINE, how.deadline(), null);
        }

        void finish(Outcome outcome) {
            Strangers.call("what hears of a poll of " + name, () -> tell(outcome));
        }

        private void tell(Outcome outcome) {
            Duration latency = Duration.ofNanos(settings.now() - start);
            slow = latency.compareTo(how.deadline().dividedBy(8)) > 0;
            Instant at = settings.clock().instant();
            ServerView.Poll finished = new ServerView.Poll(number, at, trace.serverDate());
            ServerView before = view;
            view = outcome.reading() == null
                    ? failed(finished, outcome.error())
                    : answered(finished, outcome.reading());
            hearer.accept(Lane.this, new ServerReport(view, startedAt, latency, lag, outcome.error()));
            settings.log().heard(before, view);
        }

        private ServerView answered(ServerView.Poll finished, Reading reading) {
            var meetings = book.update(reading.meetings(), how, finished.at(), settings.now(), use::takeMissing);
            use.end(meetings.values());
            version.answered(how, number, reading.version().isPresent());
            Optional<String> known = Optional.ofNullable(view.bbbVersion());
            return new ServerView(
                    name,
                    view.health().answered(settings.policy(), finished.at()),
                    false,
                    true,
                    finished,
                    meetings,
                    FleetCounts.of(meetings.values()),
                    reading.version().or(() -> known).orElse(null));
        }

        private ServerView failed(ServerView.Poll finished, @Nullable Throwable error) {
            return new ServerView(
                    name,
                    view.health().failed(settings.policy(), reason(error), finished.at()),
                    false,
                    false,
                    finished,
                    view.meetings(),
                    view.counts(),
                    view.bbbVersion());
        }
    }

    /** The text of our own errors holds nothing secret; of others there is no knowing. */
    private static String reason(@Nullable Throwable error) {
        if (error instanceof BbbException) {
            String text = String.valueOf(error.getMessage());
            return text.substring(0, Math.min(text.length(), LONGEST_REASON));
        }
        return error == null ? "" : error.getClass().getName();
    }
}
