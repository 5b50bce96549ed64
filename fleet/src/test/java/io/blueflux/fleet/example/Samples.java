// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.example;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacementHints;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.sign.SignedCall;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pieces of the guide about fleets, so that the compiler reads them too. */
final class Samples {
    private Samples() {}

    static Flux<String> news(Collection<FleetServer> servers) {
        BbbFleet fleet = BbbFleet.builder(Duration.ofSeconds(10)).build().start(); // close() it, or make it a bean
        fleet.replaceAll(servers);

        Flux<String> news = fleet.events()
                .ofType(FleetEvent.AttendeeJoined.class)
                .map(joined -> joined.attendee().fullName() + " joined "
                        + joined.meeting().meeting().meetingName() + " on "
                        + joined.source().server());
        return news;
    }

    static Mono<URI> join(BbbFleet fleet, CreateRequest create, JoinRequest join, int courseSize) {
        MeetingPlacement placement = MeetingPlacement.of(fleet);
        FleetClient bbb = FleetClient.of(fleet, placement);

        Mono<URI> url = bbb.create(create, PlacementHints.expecting(courseSize)) // found, if it runs already
                .then(bbb.joinUrl(join))
                .map(SignedCall::uri);
        return url;
    }
}
