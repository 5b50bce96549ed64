// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a fleet does, for the health of either Boot.
 *
 * @param status UP while as many servers answer as must; else UNKNOWN while there are none, or some of which nothing
 *     is known: not asked yet, or no poll answered so far and not down yet; else DOWN
 * @param details {@code degraded}, {@code down} with the names of servers that are, and each server's state; no URL, no secret
 */
record FleetCondition(Status status, Map<String, Object> details) {

    /** Boot's, of which its aggregator knows no others. */
    enum Status {
        UNKNOWN,
        UP,
        DOWN
    }

    /** Returns how many servers must answer. */
    static int minUp(BluefluxProperties properties) {
        int minUp = properties.health().minUp();
        if (minUp < 1) {
            throw new InvalidPropertyException(
                    "blueflux.health.min-up", "must be at least 1, not " + minUp, "Change it, or leave it out for 1.");
        }
        return minUp;
    }

    static FleetCondition of(FleetSnapshot fleet, int minUp) {
        List<String> down = named(fleet, ServerState.DOWN);
        int unknown = (int) fleet.servers().values().stream()
                .filter(server -> server.state() != ServerState.DOWN && !hasAnswered(server))
                .count();
        int answering = fleet.servers().size() - down.size() - unknown;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("degraded", !down.isEmpty());
        if (!down.isEmpty()) {
            details.put("down", down);
        }
        Map<String, Object> servers = new LinkedHashMap<>();
        fleet.servers().forEach((name, server) -> servers.put(name, server(server)));
        details.put("servers", servers);
        return new FleetCondition(status(answering, unknown, down.size(), minUp), details);
    }

    /** Of a server that was taken over from another process, which counts on, it may say so too early: until it is down. */
    private static boolean hasAnswered(ServerView server) {
        return server.poll().number() > server.health().failuresInARow();
    }

    private static Status status(int answering, int unknown, int down, int minUp) {
        if (answering >= minUp) {
            return Status.UP;
        }
        return unknown > 0 || answering + down == 0 ? Status.UNKNOWN : Status.DOWN;
    }

    private static List<String> named(FleetSnapshot fleet, ServerState state) {
        return fleet.servers().values().stream()
                .filter(server -> server.state() == state)
                .map(ServerView::name)
                .toList();
    }

    private static Map<String, Object> server(ServerView server) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", server.state());
        details.put("since", server.health().since().toString());
        if (server.state() != ServerState.UP && server.health().reason() != null) {
            details.put("reason", server.health().reason());
        }
        return details;
    }
}
