// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Settings of a {@link MeetingPlacement}, each with a default. Not thread-safe. */
public final class MeetingPlacementBuilder {
    private final BbbFleet fleet;
    private PlacementRules rules = PlacementRules.LEAST_LOAD;
    private PlacementHints hints = PlacementHints.NONE;
    private PlacementListener listener = PlacementListener.NONE;
    private @Nullable PlacementClaims claims;
    private Scheduler timer = Schedulers.parallel();
    private Clock clock = Clock.systemUTC();

    MeetingPlacementBuilder(BbbFleet fleet) {
        this.fleet = fleet;
    }

    /**
     * Builds the placement.
     *
     * @return a new placement
     */
    public MeetingPlacement build() {
        PlacementTools tools = PlacementTools.of(fleet, rules, claims, listener, timer, clock);
        MeetingPlacement placement = new DefaultMeetingPlacement(tools, hints);
        tools.hearing().tell(hearer -> hearer.onBuilt(placement));
        return placement;
    }

    /**
     * Sets by what rules meetings are placed.
     *
     * @param how {@link PlacementRules#LEAST_LOAD} by default
     * @return this
     */
    public MeetingPlacementBuilder rules(PlacementRules how) {
        rules = Objects.requireNonNull(how, "rules");
        return this;
    }

    /**
     * Sets the hints of meetings that come without, for example the servers of one tenant.
     *
     * @param known {@link PlacementHints#NONE} by default
     * @return this
     */
    public MeetingPlacementBuilder hints(PlacementHints known) {
        hints = Objects.requireNonNull(known, "hints");
        return this;
    }

    /**
     * Tells a listener what the placement does.
     *
     * @param hearer must not block
     * @return this
     */
    public MeetingPlacementBuilder listener(PlacementListener hearer) {
        listener = Objects.requireNonNull(hearer, "listener");
        return this;
    }

    /**
     * Agrees with other processes before a create, instead of asking the other candidates after it. Not done by default.
     *
     * @param map what they share
     * @return this
     */
    public MeetingPlacementBuilder claims(PlacementClaims map) {
        claims = Objects.requireNonNull(map, "claims");
        return this;
    }

    /**
     * Runs waits and deadlines on a scheduler of yours; {@link Schedulers#parallel()} by default.
     *
     * @param scheduler the scheduler, best that of the fleet
     * @return this
     */
    public MeetingPlacementBuilder timer(Scheduler scheduler) {
        timer = Objects.requireNonNull(scheduler, "timer");
        return this;
    }

    /**
     * Takes the time of day from a clock of yours; the system's by default.
     *
     * @param source the clock, best that of the fleet
     * @return this
     */
    public MeetingPlacementBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "clock");
        return this;
    }
}
