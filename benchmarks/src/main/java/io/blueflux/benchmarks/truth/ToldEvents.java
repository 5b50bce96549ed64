// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.ServerState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A fleet's events as what is told. */
public final class ToldEvents {
    private ToldEvents() {}

    /**
     * Returns what a subscriber of a fleet's events is told of servers, meetings and people.
     *
     * @param fleet the fleet
     * @return as long as the events
     */
    public static Flux<Told> of(BbbFleet fleet) {
        return fleet.events().mapNotNull(ToldEvents::told);
    }

    private static @Nullable Told told(FleetEvent event) {
        String server = event.source().server();
        if (event instanceof FleetEvent.ServerAdded) {
            return now(Told.THERE, server);
        } else if (event instanceof FleetEvent.ServerRemoved) {
            return now(Told.GONE, server);
        } else if (event instanceof FleetEvent.MeetingCreated created) {
            return now(Told.THERE, server, created.meeting().id());
        } else if (event instanceof FleetEvent.MeetingEnded ended) {
            return now(Told.GONE, server, ended.meeting().id());
        } else if (event instanceof FleetEvent.AttendeeJoined joined) {
            return now(
                    Told.THERE,
                    server,
                    joined.meeting().id(),
                    String.valueOf(joined.attendee().userId()));
        } else if (event instanceof FleetEvent.AttendeeLeft left) {
            return now(
                    Told.GONE,
                    server,
                    left.meeting().id(),
                    String.valueOf(left.attendee().userId()));
        } else if (event instanceof FleetEvent.ServerStateChanged changed
                && changed.health().state() != ServerState.UP) {
            return now(Told.WORSE, server);
        }
        return null;
    }

    private static Told now(char sign, String... path) {
        return new Told(sign, String.join("/", List.of(path)), System.currentTimeMillis());
    }
}
