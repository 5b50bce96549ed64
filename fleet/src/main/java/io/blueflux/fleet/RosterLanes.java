// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of the servers that are polled here. What the world has of a name comes in turn: it is begun to be polled, told as
 * polled, told as gone, and only then the next of its name is polled. The lock is held for a few steps, and never while a stranger
 * is called. Thread-safe.
 */
final class RosterLanes {
    private final RosterDriver driver;
    private final FleetShare share;

    // guarded by this
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Integer> leaving = new HashMap<>(); // how many of a name have left, untold
    private boolean started;

    RosterLanes(RosterDriver driver, FleetShare share) {
        this.driver = driver;
        this.share = share;
    }

    void start() {
        turned(true).forEach(this::drive);
    }

    /** Lets polls in flight be the last, and starts no more. */
    void halt() {
        turned(false).stream().filter(Lane::halt).forEach(driver::drop);
    }

    private synchronized List<Lane> turned(boolean on) {
        started = on;
        return List.copyOf(lanes.values());
    }

    synchronized int size() {
        return lanes.size();
    }

    synchronized @Nullable Lane get(String name) {
        return lanes.get(name);
    }

    /** Takes a lane in, which is to be driven when no lock is held. */
    synchronized void add(Lane lane) {
        lanes.put(lane.name(), lane);
    }

    /** Takes a lane out, which never polls again; returns what is to be done when no lock is held. */
    synchronized Runnable remove(Lane lane) {
        lanes.remove(lane.name());
        lane.end();
        leaving.merge(lane.name(), 1, Integer::sum);
        return () -> {
            driver.drop(lane);
            lane.inTurn(() -> leave(lane));
        };
    }

    /** Tells that a server left, and polls the next of its name, which waited for that. */
    private void leave(Lane lane) {
        driver.drop(lane); // from whoever began to drive it meanwhile
        HostCode.call("the share of the fleet", () -> share.onLeft(lane.name()));
        Lane next = successor(lane);
        if (next != null) {
            drive(next);
        }
    }

    private synchronized @Nullable Lane successor(Lane lane) {
        leaving.computeIfPresent(lane.name(), (name, count) -> count == 1 ? null : count - 1);
        return lanes.get(lane.name());
    }

    /**
     * Polls. A stop or a removal that came in between has not seen the lane among those that run; a start that came after it took
     * the lane for one that does.
     */
    void drive(Lane lane) {
        lane.inTurn(() -> {
            boolean isNew = isWanted(lane) && driver.drive(lane);
            while (isNew && !isWanted(lane)) {
                driver.drop(lane);
                isNew = isWanted(lane) && driver.drive(lane);
            }
        });
    }

    private synchronized boolean isWanted(Lane lane) {
        return started && isHere(lane) && !leaving.containsKey(lane.name());
    }

    private synchronized boolean isHere(Lane lane) {
        return lanes.get(lane.name()) == lane;
    }

    /** Tells that a server that came was polled, if it is still here when it is told. */
    void tellPolled(Lane lane) {
        lane.inTurn(() -> {
            if (isHere(lane)) {
                HostCode.call("the share of the fleet", () -> share.onPolled(lane.name()));
            }
        });
    }
}
