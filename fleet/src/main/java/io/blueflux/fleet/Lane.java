// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One server's polls, one after the other: wait until one is due, take a permit, ask, tell. What it knows of the server is
 * touched by the poll alone, of which there is one at a time.
 */
final class Lane {
    private final ServerIdentity identity;
    private final LaneView known;
    private final LaneSettings settings;
    private final LaneHearer<Lane> hearer;
    private final HostTurns turns = new HostTurns();
    private volatile PollPlan plan;
    private volatile LaneSchedule schedule;
    private volatile Sinks.Empty<Void> waking = Sinks.empty();
    private volatile @Nullable LanePoll asking;
    private volatile @Nullable LaneRhythm rhythm; // until it is followed
    private volatile boolean hasPolled;
    private @Nullable Boolean isKnown; // what the poll that ends brought; none where it brought nothing

    // guarded by this
    private LaneTarget target;
    private Sinks.Empty<Void> done = Sinks.empty();
    private boolean open;
    private boolean ended;
    private boolean anew;
    private boolean hastened; // since the last poll began
    private boolean polling;

    /** Makes a lane that goes on from what is known of a server; calls no stranger. */
    Lane(
            ServerIdentity identity,
            ServerView first,
            BbbClient client,
            PollPlan plan,
            LaneSettings settings,
            LaneHearer<Lane> hearer) {
        this.identity = identity;
        this.known = new LaneView(first, settings);
        this.target = new LaneTarget(client);
        this.plan = plan;
        this.settings = settings;
        this.hearer = hearer;
        this.schedule = new LaneSchedule(name(), plan.schedule(), 0); // until it runs
    }

    /** Returns whose polls these are. */
    ServerIdentity identity() {
        return identity;
    }

    String name() {
        return identity.name();
    }

    /** Returns what the last poll showed. */
    ServerView view() {
        return known.now();
    }

    /** Returns the last answer, if it has metadata. */
    @Nullable
    LaneAnswer answer() {
        return known.answer();
    }

    /**
     * Returns what a poll in flight comes to that asks for metadata and began at a time or later: nothing where it is cancelled.
     * Null if there is none.
     */
    @Nullable
    Mono<LaneAnswer> coming(long since) {
        LanePoll poll = asking;
        return poll != null && poll.readsMetadata() && poll.start() >= since ? poll.answer() : null;
    }

    /** Goes on in another's rhythm when it runs. */
    void follow(@Nullable LaneRhythm other) {
        rhythm = other;
    }

    /** Returns how long it is until the next poll is due; zero if one is in flight. */
    Duration untilNext() {
        return Duration.ofNanos(Math.max(0, schedule.due() - settings.now()));
    }

    /** Tells whether this is asked for the first time: the first poll of this lane, whoever polled before. */
    boolean isFirstPoll() {
        boolean isFirst = !hasPolled;
        hasPolled = true;
        return isFirst;
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
        LaneTarget old = target;
        boolean isDown = view().state() == ServerState.DOWN;
        boolean otherTimes = !otherPlan.schedule().equals(plan.schedule());
        boolean otherClient = client != old.client();
        anew |= otherTimes || (isDown && (otherClient || !otherPlan.equals(plan)));
        plan = otherPlan;
        target = otherClient ? new LaneTarget(client) : old;
        return () -> {
            if (otherClient) {
                old.retire();
            }
            waking.tryEmitEmpty(); // heard only by a lane that waits
        };
    }

    /** Brings the next poll forward; returns whether there will be one. No lock may be held. */
    boolean hasten() {
        synchronized (this) {
            if (!open || hastened) {
                return open;
            }
            hastened = true;
        }
        waking.tryEmitEmpty(); // heard only by a lane that waits
        return true;
    }

    /** Returns the polling: ends only when it is halted. */
    Mono<Void> run() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> end = begin();
            if (!isOpen()) {
                end.tryEmitEmpty();
                return Mono.<Void>empty();
            }
            LaneSchedule before = schedule;
            schedule = scheduleAfter(before);
            return HostWall.around(this::round)
                    .onErrorResume(error -> HostWall.around(() -> pause(error)))
                    .repeat(this::isOpen)
                    .then()
                    .doFinally(signal -> end.tryEmitEmpty());
        });
    }

    private LaneSchedule scheduleAfter(LaneSchedule before) {
        long now = settings.now();
        LaneSchedule next = new LaneSchedule(name(), plan.schedule(), now);
        next.follow(before);
        LaneRhythm other = rhythm;
        if (other != null) {
            next.follow(other, name(), plan.schedule(), now);
            rhythm = null;
        }
        return next;
    }

    /** Polls never again, and what it knows is nobody's any more. */
    synchronized void end() {
        ended = true;
        open = false;
        known.close();
    }

    /** Lets the poll in flight be the last; returns whether there is none, so that nothing is lost by cancelling. */
    synchronized boolean halt() {
        open = false;
        return !polling;
    }

    private synchronized Sinks.Empty<Void> begin() {
        open = !ended;
        anew = false;
        hastened = false;
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
                .flatMap(due -> settings.permitted(view().state(), known.isSlow(), HostWall.around(this::poll)));
    }

    /** An error of the fleet's own, as where memory is short, ends no polling; a timer that was disposed of does. */
    private Mono<Void> pause(Throwable error) {
        if (settings.timer().isDisposed()) {
            return Mono.error(error);
        }
        HostCode.log("the polling of " + name() + " pauses after an error of the fleet's own", error);
        return Mono.delay(plan.schedule().interval(), settings.timer()).then();
    }

    private Mono<Void> poll() {
        LaneTarget now = startPoll();
        if (now == null) {
            return Mono.empty();
        }
        return HostWall.around(() -> ask(now))
                .onErrorResume(this::survive)
                .then(HostWall.around(this::next))
                .doOnTerminate(this::endPoll)
                .doOnCancel(this::endPoll);
    }

    private Mono<Void> ask(LaneTarget now) {
        PollBase before = hearer.known(this);
        if (before != null) {
            known.follow(before.view());
        }
        isKnown = null;
        Object turn = before == null ? null : before.turn();
        LanePoll poll = new LanePoll(known, settings, plan, now, schedule.due());
        schedule.started(plan.schedule(), poll.start());
        asking = poll;
        return poll.outcome()
                .doOnNext(
                        outcome -> HostCode.call("what hears of a poll of " + name(), () -> tell(poll, outcome, turn)))
                .doOnTerminate(() -> end(poll))
                .doOnCancel(() -> end(poll))
                .then();
    }

    private void end(LanePoll poll) {
        asking = null; // before its end is told: who then asks anew finds it no more
        poll.end();
    }

    /** What a poll brought that is not to be known changes nothing. */
    private void tell(LanePoll poll, LanePoll.Outcome outcome, @Nullable Object turn) {
        PollBase now = hearer.known(this);
        isKnown = false;
        if (now != null && !now.takes(turn)) {
            return;
        }
        ServerView before = view();
        ServerReport report = poll.report(outcome);
        if (hearer.polled(this, report, turn)) {
            isKnown = true;
            settings.log().heard(before, report.server());
        }
    }

    private Mono<Void> survive(Throwable error) {
        HostCode.log("a poll of " + name() + " ended in an error of the fleet's own", error);
        return Mono.empty();
    }

    private synchronized @Nullable LaneTarget startPoll() {
        polling = open;
        hastened = false;
        return open ? target : null;
    }

    private synchronized void endPoll() {
        polling = false;
    }

    private Mono<Void> next() {
        schedule.next(plan.schedule(), known, settings.now());
        Boolean brought = isKnown;
        if (brought != null) {
            hearer.over(this, brought, untilNext());
        }
        return Mono.empty();
    }

    /** What changed is heeded from now on: the lane is due no later than it was. */
    private void restart() {
        if (takesPlaceAnew()) {
            schedule.restart(name(), plan.schedule(), settings.now());
        }
        if (isHastened()) {
            schedule.hasten(settings.now());
        }
    }

    private synchronized boolean isHastened() {
        return hastened;
    }

    private synchronized boolean takesPlaceAnew() {
        boolean was = anew;
        anew = false;
        return was;
    }
}
