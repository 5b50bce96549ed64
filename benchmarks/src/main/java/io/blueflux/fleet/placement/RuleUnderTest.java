// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import reactor.core.scheduler.Schedulers;

/** One decision of a placement by its default rules, without looks; in its package since nobody else has a use for that. */
public final class RuleUnderTest {
    private final PlacementTools tools;

    /**
     * Decides on a fleet.
     *
     * @param fleet the servers, polled before
     */
    public RuleUnderTest(BbbFleet fleet) {
        tools = PlacementTools.of(
                fleet,
                PlacementRules.LEAST_LOAD,
                null,
                PlacementListener.NONE,
                Schedulers.parallel(),
                Clock.systemUTC());
    }

    /**
     * Decides: lists the servers as they are now, with what polls told, and chooses.
     *
     * @param meetingId a meeting that is new
     * @return the server's name
     */
    public String decide(String meetingId) {
        long now = tools.now();
        NewMeeting wanted = NewMeeting.of(tools.rules(), meetingId, PlacementHints.NONE, 0, now);
        Candidate best =
                tools.rule().decide(wanted, tools.sites().now(), Map.of(), now).best();
        return Objects.requireNonNull(best, "no server may take it").site().name();
    }
}
