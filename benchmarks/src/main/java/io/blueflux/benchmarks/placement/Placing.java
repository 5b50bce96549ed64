// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ServerReport;
import io.blueflux.request.CreateRequest;
import reactor.core.publisher.Mono;

/** A way to place new meetings on a fleet. */
interface Placing {
    /** Creates a meeting; tells the name of its server. */
    Mono<String> create(BbbFleet fleet, CreateRequest request);

    /** Hears of a poll. */
    default void polled(ServerReport report) {}
}
