// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.reactor.BbbClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Whom a lane polls, until it is given another secret. */
final class LaneTarget {
    private final BbbClient client;
    private final Sinks.Empty<Void> retired = Sinks.empty();
    private volatile boolean isRetired;

    LaneTarget(BbbClient client) {
        this.client = client;
    }

    BbbClient client() {
        return client;
    }

    boolean isRetired() {
        return isRetired;
    }

    /** Completes when nothing more is to be asked here. */
    Mono<Void> retired() {
        return retired.asMono();
    }

    void retire() {
        isRetired = true;
        retired.tryEmitEmpty(); // fails only when it was emitted before
    }
}
