// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What all lanes share.
 *
 * @param timer runs waits and deadlines
 * @param clock the time of day
 * @param policy when a server is down, and up again
 * @param healthy the permits of polls of servers that are up or new
 * @param sick the permits of the others
 * @param memory what the answers of all may take
 * @param log hears of changes of state
 */
record LaneSettings(
        Scheduler timer,
        Clock clock,
        HealthPolicy policy,
        LanePermits healthy,
        LanePermits sick,
        AnswerMemory memory,
        LaneLog log) {

    private static final int QUICK = 0;
    private static final int SLOW = 1;
    private static final int DOWN = 2;

    static LaneSettings of(FleetSettings fleet, Scheduler timer, Clock clock, AnswerMemory memory) {
        FleetSettings.Polls polls = fleet.polls();
        return new LaneSettings(
                timer,
                clock,
                polls.health(),
                new LanePermits(polls.maxInFlight() - polls.maxSickInFlight()),
                new LanePermits(polls.maxSickInFlight()),
                memory,
                new LaneLog(timer));
    }

    long now() {
        return timer.now(TimeUnit.NANOSECONDS);
    }

    /** Returns work that holds a permit: of the sick, those that may be well again go before those that are known to be down. */
    <T> Mono<T> permitted(ServerState state, boolean slow, Mono<T> work) {
        if (!state.isSick()) {
            return healthy.within(0, work);
        }
        return sick.within(state == ServerState.DOWN ? DOWN : slow ? SLOW : QUICK, work);
    }

    PollLoad load() {
        return new PollLoad(healthy.taken(), sick.taken(), healthy.waiting(), sick.waiting());
    }
}
