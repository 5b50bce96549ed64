// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.truth.TrueMeeting;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacementClaims;
import io.blueflux.request.CreateRequest;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** Finds or creates meetings as a member does, many at once, as others do at the same moment. */
final class Placing {
    private final MeetingPlacement placement;

    Placing(BbbFleet fleet, PlacementClaims claims) {
        placement = MeetingPlacement.builder(fleet).claims(claims).build();
    }

    /**
     * Places meetings.
     *
     * @param order what their ids begin with, and how many
     * @return where each came to be
     */
    Flux<PlacedAt> place(String order) {
        int space = order.indexOf(' ');
        int count = Integer.parseInt(order.substring(space + 1));
        return Flux.fromStream(IntStream.range(0, count).mapToObj(i -> order.substring(0, space) + i))
                .flatMap(
                        id -> placement
                                .findOrCreate(CreateRequest.builder(TrueMeeting.COURSE + id, "Lecture " + id)
                                        .attendeePw(TrueMeeting.ATTENDEE_PW)
                                        .moderatorPw(TrueMeeting.MODERATOR_PW)
                                        .build())
                                .map(placed -> new PlacedAt(id, placed.server()))
                                .onErrorResume(error -> {
                                    System.err.println("benchmarks: " + id + " was not placed: " + error);
                                    return Flux.<PlacedAt>just(new PlacedAt(id, PlacedAt.NOWHERE))
                                            .next();
                                }),
                        count);
    }
}
