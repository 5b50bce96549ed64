// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.ReactiveHealthIndicator;
import org.springframework.boot.actuate.health.Status;
import reactor.core.publisher.Mono;

/** The fleet's health for Boot 3.5, where the same types are in another package. */
final class FleetHealthOfBoot3 implements ReactiveHealthIndicator {
    private final BbbFleet fleet;
    private final int minUp;

    FleetHealthOfBoot3(BbbFleet fleet, int minUp) {
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
