// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.fleet.BbbFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.Disposable;

/** Subscribers of the events of a fleet that polls all the time. */
final class SubscribersLane implements Lane {
    private final BbbFleet fleet;
    private final int subscribers;
    private final LongAdder events = new LongAdder();
    private final List<Disposable> running = new ArrayList<>();

    SubscribersLane(BbbFleet fleet, int subscribers) {
        this.fleet = fleet;
        this.subscribers = subscribers;
    }

    @Override
    public void begin() {
        for (int i = 0; i < subscribers; i++) {
            running.add(fleet.events().subscribe(event -> events.increment()));
        }
    }

    @Override
    public void end() {
        running.forEach(Disposable::dispose);
        running.clear();
    }

    /** Returns how many events all have had. */
    long events() {
        return events.sum();
    }

    @Override
    public void check() {
        if (subscribers > 0 && events.sum() == 0) {
            throw new IllegalStateException("no event came");
        }
    }

    @Override
    public void close() {
        end();
    }
}
