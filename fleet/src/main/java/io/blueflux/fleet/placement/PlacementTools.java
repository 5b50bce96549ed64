// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * What the steps of a placement have in common.
 *
 * @param fleet the servers
 * @param rules what the user set
 * @param rule chooses
 * @param ledger remembers
 * @param sites the servers as they are now
 * @param looks looks at servers
 * @param asking asks servers for one meeting
 * @param doubles hears of meetings that are on two servers
 * @param claims agrees with other processes; null for not at all
 * @param hearing tells the listener
 * @param timer runs waits and deadlines
 * @param clock the time of day
 */
record PlacementTools(
        BbbFleet fleet,
        PlacementRules rules,
        PlacementRule rule,
        PlacementLedger ledger,
        Sites sites,
        Looks looks,
        Asking asking,
        Doubles doubles,
        @Nullable PlacementClaims claims,
        Hearing hearing,
        Scheduler timer,
        Clock clock) {

    static PlacementTools of(
            BbbFleet fleet,
            PlacementRules rules,
            @Nullable PlacementClaims claims,
            PlacementListener listener,
            Scheduler timer,
            Clock clock) {
        PlacementLedger ledger = new PlacementLedger(rules);
        Sites sites = new Sites(fleet, ledger, clock);
        Hearing hearing = new Hearing(listener);
        return new PlacementTools(
                fleet,
                rules,
                new PlacementRule(rules),
                ledger,
                sites,
                new Looks(fleet, ledger, hearing, rules.look(), timer, clock),
                new Asking(fleet, ledger, rules.look().timeout(), timer),
                new Doubles(fleet, sites, hearing),
                claims,
                hearing,
                timer,
                clock);
    }

    /** Milliseconds by the local clock. */
    long now() {
        return clock.millis();
    }

    /** A reading of the stopwatch, for {@link #since}. */
    long start() {
        return timer.now(TimeUnit.NANOSECONDS);
    }

    Duration since(long start) {
        return Duration.ofNanos(Math.max(0, timer.now(TimeUnit.NANOSECONDS) - start));
    }
}
