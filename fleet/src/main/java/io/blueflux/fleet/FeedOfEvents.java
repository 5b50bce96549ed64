// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/**
 * Events for one subscriber: of a server that changed, the difference between the view that the subscriber was told last and
 * the view of now. It remembers a view and at most one mark for each server, and the rest of one difference.
 */
final class FeedOfEvents extends Feed<FleetEvent> {
    private final Set<String> dirty = new LinkedHashSet<>(); // with known: guarded by the state's lock
    private final Set<String> known = new HashSet<>();
    private final Map<String, FleetState.Entry> told = new HashMap<>();
    private Iterator<FleetEvent> rest = Collections.emptyIterator();

    FeedOfEvents(FleetState state, CoreSubscriber<? super FleetEvent> subscriber) {
        super(state, subscriber);
    }

    @Override
    public void changed(String server) {
        dirty.add(server);
    }

    @Override
    public void polled(String server) {}

    /** A server that came and went unseen leaves no mark. */
    @Override
    public void removed(String server) {
        if (known.contains(server)) {
            dirty.add(server);
        } else {
            dirty.remove(server);
        }
    }

    @Override
    @Nullable
    FleetEvent next() {
        while (!rest.hasNext()) {
            FleetState.Change change = state.take(dirty, known);
            if (change == null) {
                return null;
            }
            rest = difference(change).iterator();
        }
        return rest.next();
    }

    private List<FleetEvent> difference(FleetState.Change change) {
        FleetState.Entry now = change.now();
        FleetState.Entry before = now == null ? told.remove(change.server()) : told.put(change.server(), now);
        if (before != null && now != null && before.server() == now.server()) {
            return FeedDiff.between(before.view(), now.view());
        }
        List<FleetEvent> events = new ArrayList<>();
        if (before != null) {
            events.add(FeedDiff.removed(before.view(), change.at()));
        }
        if (now != null) {
            events.addAll(FeedDiff.between(null, now.view()));
        }
        return events;
    }
}
