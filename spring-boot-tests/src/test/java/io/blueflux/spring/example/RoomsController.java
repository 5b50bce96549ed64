// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring.example;

import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
record RoomsController(FleetClient bbb) {
    @GetMapping("/rooms/{id}/join")
    Mono<ResponseEntity<Void>> join(@PathVariable String id, @RequestParam String name) {
        CreateRequest room = CreateRequest.builder(id, id).build();
        JoinRequest viewer = JoinRequest.builder(id, name).role(Role.VIEWER).build();
        return bbb.create(room) // on the server that suits it best, or found where it runs
                .then(bbb.joinUrl(viewer))
                .map(call -> ResponseEntity.status(302).location(call.uri()).build());
    }
}
