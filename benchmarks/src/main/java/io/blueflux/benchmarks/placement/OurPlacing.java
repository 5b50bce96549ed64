// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacedMeeting;
import io.blueflux.fleet.placement.PlacementRules;
import io.blueflux.request.CreateRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Blueflux, by its default rules unless said. */
final class OurPlacing implements Placing {
    private final PlacementRules rules;
    private @Nullable MeetingPlacement placement;

    OurPlacing() {
        this(PlacementRules.LEAST_LOAD);
    }

    OurPlacing(PlacementRules rules) {
        this.rules = rules;
    }

    @Override
    public Mono<String> create(BbbFleet fleet, CreateRequest request) {
        return on(fleet).findOrCreate(request).map(OurPlacing::server);
    }

    private synchronized MeetingPlacement on(BbbFleet fleet) {
        if (placement == null) {
            placement = MeetingPlacement.builder(fleet).rules(rules).build();
        }
        return Objects.requireNonNull(placement);
    }

    private static String server(PlacedMeeting placed) {
        if (!placed.created()) {
            throw new IllegalStateException("found what nobody had created: " + placed);
        }
        return placed.server();
    }
}
