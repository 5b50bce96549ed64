// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
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
 */
record LaneSettings(
        Scheduler timer, Clock clock, HealthPolicy policy, Permits healthy, Permits sick, AnswerMemory memory) {

    long now() {
        return timer.now(TimeUnit.NANOSECONDS);
    }

    Permits permits(ServerState state) {
        return state.isSick() ? sick : healthy;
    }
}
