// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring.example;

import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
class ArrivalsController {
    private final BbbFleet fleet;

    ArrivalsController(BbbFleet fleet) {
        this.fleet = fleet;
    }

    @GetMapping(path = "/arrivals", produces = "text/event-stream")
    Flux<String> arrivals() {
        return fleet.events()
                .ofType(FleetEvent.AttendeeJoined.class)
                .map(FleetEvent.AttendeeJoined::attendee)
                .map(AttendeeKey::fullName);
    }
}
