// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.example;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetServer;
import java.time.Duration;
import java.util.Collection;
import reactor.core.publisher.Flux;

/** The pieces of README about fleets, so that the compiler reads them too. */
final class Samples {
    private Samples() {}

    static Flux<String> news(Collection<FleetServer> servers) {
        BbbFleet fleet = BbbFleet.builder(Duration.ofSeconds(10)).build().start();
        fleet.replaceAll(servers);

        Flux<String> news = fleet.events()
                .ofType(FleetEvent.AttendeeJoined.class)
                .map(joined -> joined.attendee().fullName() + " joined "
                        + joined.meeting().meeting().meetingName() + " on "
                        + joined.source().server());
        return news;
    }
}
