// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

/** The fleet's health for Boot 4. */
final class FleetHealth implements ReactiveHealthIndicator {
    private final BbbFleet fleet;
    private final int minUp;

    FleetHealth(BbbFleet fleet, int minUp) {
        this.fleet = fleet;
        this.minUp = minUp;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> {
            FleetCondition now = FleetCondition.of(fleet.snapshot(), minUp);
            return Health.status(new Status(now.status().name()))
                    .withDetails(now.details())
                    .build();
        });
    }
}
