// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring.example;

import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import io.blueflux.sign.SignedCall;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class RoomsController {
    private final BbbFleet fleet;
    private final FleetClient bbb;

    RoomsController(BbbFleet fleet, FleetClient bbb) {
        this.fleet = fleet;
        this.bbb = bbb;
    }

    @GetMapping("/rooms/{id}/join")
    Mono<ResponseEntity<Void>> join(@PathVariable String id, @RequestParam String name) {
        CreateRequest room = CreateRequest.builder(id, id).build();
        JoinRequest viewer = JoinRequest.builder(id, name).role(Role.VIEWER).build();
        return bbb.create(room) // on the server that suits it best, or found where it runs
                .then(bbb.joinUrl(viewer))
                .map(SignedCall::uri)
                .map(url -> ResponseEntity.status(302).location(url).build());
    }

    @GetMapping(path = "/arrivals", produces = "text/event-stream")
    Flux<String> arrivals() {
        return fleet.events()
                .ofType(FleetEvent.AttendeeJoined.class)
                .map(FleetEvent.AttendeeJoined::attendee)
                .map(AttendeeKey::fullName);
    }
}
