// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.FleetServer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which servers may take a meeting at one stage of the search for one. Immutable.
 *
 * @param wanted the meeting
 * @param group the tags that a server needs; empty for any server that is not reserved
 * @param lastResort takes unstable and recovering servers too, since the group has no other
 * @param without servers that have just been tried in vain, and why
 * @param now milliseconds by the local clock
 */
record Stage(
        NewMeeting wanted, Set<String> group, boolean lastResort, Map<String, PlacementObstacle> without, long now) {

    /** Returns why a server may not take the meeting; null if it may. */
    @Nullable
    PlacementObstacle obstacle(Site site) {
        PlacementObstacle quick = quickObstacle(site);
        return quick == null ? fullness(site) : quick;
    }

    /** Returns the obstacle that costs nothing to see. */
    @Nullable
    PlacementObstacle quickObstacle(Site site) {
        if (!wanted.hints().admits(group, site.entry().tags())) {
            return PlacementObstacle.OTHER_GROUP;
        }
        if (site.cordoned()) {
            return PlacementObstacle.CORDONED;
        }
        if (site.draining()) {
            return PlacementObstacle.DRAINING;
        }
        return switch (site.state()) {
            case DOWN -> PlacementObstacle.DOWN;
            case UNSTABLE -> failure(site, PlacementObstacle.UNSTABLE);
            case RECOVERING -> failure(site, PlacementObstacle.RECOVERING);
            case NEW, UP -> failure(site, null);
        };
    }

    private @Nullable PlacementObstacle failure(Site site, @Nullable PlacementObstacle state) {
        if (site.book().penalty().isOn(now)) {
            return PlacementObstacle.CREATE_FAILED;
        }
        PlacementObstacle tried = without.isEmpty() ? null : without.get(site.name());
        return tried != null || lastResort ? tried : state;
    }

    /** Returns whether the bounds of a server leave no room. */
    @Nullable
    PlacementObstacle fullness(Site site) {
        SiteEntry entry = site.entry();
        if (entry.maxMeetings() != FleetServer.UNBOUNDED && site.book().meetings() >= entry.maxMeetings()) {
            return PlacementObstacle.MEETINGS_FULL;
        }
        boolean isFull = entry.maxParticipants() != FleetServer.UNBOUNDED
                && site.book().participants(now) + wanted.meeting().expectation() > entry.maxParticipants();
        return isFull ? PlacementObstacle.PARTICIPANTS_FULL : null;
    }
}
