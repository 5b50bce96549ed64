// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/** Snapshots for one subscriber: the one of now, if it has not had it. */
final class SnapshotFeed extends Feed<FleetSnapshot> {
    private final FleetState state;
    private long had = -1;

    SnapshotFeed(FleetState state, FluxSink<FleetSnapshot> sink) {
        super(sink);
        this.state = state;
    }

    @Override
    void changed(String server) {}

    @Override
    void polled(String server) {}

    @Override
    void removed(String server) {}

    @Override
    @Nullable
    FleetSnapshot next() {
        FleetSnapshot snapshot = state.snapshot();
        if (snapshot.version() == had) {
            return null;
        }
        had = snapshot.version();
        return snapshot;
    }
}
