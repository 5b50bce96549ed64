// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.PlacedMeeting;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import io.blueflux.sign.SignedCall;
import io.blueflux.spring.BbbDocuments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Rooms: a meeting each, on whichever server suits it best. Who may do what is for your own code to say. */
@RestController
@RequestMapping("/rooms")
class Rooms {
    private final FleetClient bbb;
    private final PortalProperties properties;

    Rooms(FleetClient bbb, PortalProperties properties) {
        this.bbb = bbb;
        this.properties = properties;
    }

    /** The form of a new room; its id is its name if there is none. */
    record NewRoom(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<FilePart> slides) {}

    /** A room. */
    record Room(String id, String server, boolean created) {}

    /** Passes the slides on from the browser's form; none of them is ever in memory as a whole. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Room> create(@ModelAttribute NewRoom form) {
        String name = required("name", form.name());
        String id = form.id() == null || form.id().isBlank() ? name : form.id();
        CreateRequest.Builder request = CreateRequest.builder(id, name);
        for (FilePart slides : form.slides() == null ? List.<FilePart>of() : form.slides()) {
            request.document(BbbDocuments.of(slides, properties.maxSlides()));
        }
        return bbb.create(request.build()).map(placed -> room(id, placed));
    }

    private static Room room(String id, PlacedMeeting placed) {
        return new Room(id, placed.server(), placed.created());
    }

    @GetMapping("/{id}/join")
    Mono<ResponseEntity<Void>> join(
            @PathVariable String id, @RequestParam String name, @RequestParam(defaultValue = "VIEWER") Role role) {
        return bbb.joinUrl(JoinRequest.builder(id, required("name", name))
                        .role(role)
                        .build())
                .map(SignedCall::uri)
                .map(url ->
                        ResponseEntity.status(HttpStatus.FOUND).location(url).build());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable String id) {
        return bbb.end(id).then();
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return value;
    }
}
