// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.example;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.micrometer.FleetMeters;
import io.blueflux.fleet.micrometer.ObservedCalls;
import io.blueflux.fleet.micrometer.PlacementMeters;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;

/** The pieces of the documents about meters, so that the compiler reads them too. */
final class MeterSamples {
    private MeterSamples() {}

    static BbbFleet metered(MeterRegistry meterRegistry, ObservationRegistry observationRegistry) {
        BbbFleet fleet = BbbFleet.builder(Duration.ofSeconds(10))
                .task(FleetMeters.of(meterRegistry))
                .listener(ObservedCalls.of(observationRegistry))
                .build();
        return fleet;
    }

    static MeetingPlacement placement(MeterRegistry meterRegistry) {
        PlacementMeters meters = PlacementMeters.of(meterRegistry);
        BbbFleet fleet = BbbFleet.builder(Duration.ofSeconds(10))
                .task(FleetMeters.of(meterRegistry))
                .task(meters)
                .build();
        MeetingPlacement placement =
                MeetingPlacement.builder(fleet).listener(meters).build();
        return placement;
    }
}
