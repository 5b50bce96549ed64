// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/** Reports for one subscriber: of each server the newest that it has not had. */
final class FeedOfReports extends Feed<ServerReport> {
    private final Set<String> dirty = new LinkedHashSet<>(); // guarded by the state's lock

    FeedOfReports(FleetState state, CoreSubscriber<? super ServerReport> subscriber) {
        super(state, subscriber);
    }

    @Override
    public void changed(String server) {}

    @Override
    public void polled(String server) {
        dirty.add(server);
    }

    @Override
    public void removed(String server) {
        dirty.remove(server);
    }

    @Override
    @Nullable
    ServerReport next() {
        return state.takeReport(dirty);
    }
}
