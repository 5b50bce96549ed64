// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The servers of a fleet as they were set, and which of them are cordoned by now. Thread-safe; the roster alone changes them. */
final class RosterServers {
    // guarded by this
    private final Map<String, FleetServer> entries = new LinkedHashMap<>(); // as they were set
    private final Set<String> cordoned = new HashSet<>(); // as it is now
    private volatile @Nullable List<FleetServer> listed; // read by all; none from a change until it is asked for

    /** Returns all as they are now, in order; the same list until something changes. */
    List<FleetServer> list() {
        List<FleetServer> all = listed;
        return all == null ? listAnew() : all;
    }

    private synchronized List<FleetServer> listAnew() {
        List<FleetServer> all = listed;
        if (all == null) {
            all = entries.values().stream()
                    .map(server -> server.withCordoned(cordoned.contains(server.name())))
                    .toList();
            listed = all;
        }
        return all;
    }

    /** Returns what an edit wishes of the servers as they were set. */
    synchronized List<RosterEdit.Wish> wishes(RosterEdit edit) {
        return edit.wishes(entries);
    }

    synchronized @Nullable FleetServer get(String name) {
        return entries.get(name);
    }

    synchronized List<String> names() {
        return List.copyOf(entries.keySet());
    }

    synchronized void put(FleetServer server) {
        if (!server.equals(entries.put(server.name(), server))) {
            listed = null;
        }
    }

    synchronized void remove(String name) {
        entries.remove(name);
        cordoned.remove(name);
        listed = null;
    }

    synchronized boolean isCordoned(String name) {
        return cordoned.contains(name);
    }

    /** Returns whether that is new. */
    synchronized boolean setCordoned(String name, boolean isSo) {
        boolean isNew = isSo ? cordoned.add(name) : cordoned.remove(name);
        listed = isNew ? null : listed;
        return isNew;
    }

    /** Tells whether an entry is of the server that has the name, or will be another server. */
    static boolean isAt(@Nullable FleetServer server, @Nullable FleetServer before) {
        return server != null
                && before != null
                && before.server().baseUrl().equals(server.server().baseUrl());
    }

    /** An entry decides on the cordon if it is the first of its server, or says otherwise than the one before. */
    static boolean decidesCordon(FleetServer server, @Nullable FleetServer before) {
        return before == null || !isAt(server, before) || server.cordoned() != before.cordoned();
    }
}
