// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.fleet.micrometer.BbbCallConvention;
import io.blueflux.fleet.micrometer.FleetMeters;
import io.blueflux.fleet.micrometer.PlacementMeters;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.MeetingLoad;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacementChoice;
import io.blueflux.fleet.placement.PlacementListener;
import io.blueflux.request.CreateRequest;
import io.blueflux.support.guards.NullArguments;
import io.blueflux.support.guards.PublicTypes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is missing is named, wherever the fleet is called. */
class FleetArgumentsTest {
    private static final Set<Class<?>> CALLED_BY_US =
            Set.of(FleetShare.class, BbbCallConvention.class, MeetingLoad.class, PlacementListener.class);

    @Test
    void everyMissingArgumentOfTheFleetIsNamed() throws Exception {
        BbbServer server = BbbServer.of("https://h.example/bigbluebutton/", "secret");
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofMinutes(1)));
        BbbFleet fleet = BbbFleet.builder(plan).build();
        NullArguments check = new NullArguments(
                Set.of("maxBackoff"),
                "room",
                Duration.ofMinutes(1),
                Map.of(),
                server,
                plan,
                new PlacementChoice("room", 20, null, List.of()),
                FleetMeters.of(new SimpleMeterRegistry()),
                PlacementMeters.of(new SimpleMeterRegistry()),
                BbbFleet.builder(plan),
                CreateRequest.builder("room", "Room").build(),
                MeetingPlacement.builder(fleet),
                MeetingPlacement.of(fleet),
                FleetClient.of(fleet, MeetingPlacement.of(fleet)),
                fleet);

        assertThat(check.faults(PublicTypes.of(BbbFleet.class, "io/blueflux/fleet(/micrometer|/placement)?")
                        .filter(type -> !CALLED_BY_US.contains(type))))
                .filteredOn(fault -> !fault.contains("ObservedCalls.on")) // called by us
                .isEmpty();
    }
}
