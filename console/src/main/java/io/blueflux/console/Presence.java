// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.FleetEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Since when attendees are there, which BBB does not say: since a poll first showed them. Of very many it remembers the first. */
final class Presence {
    private static final int MOST = 500_000;

    private final Map<Place, Map<AttendeeKey, Long>> people = new ConcurrentHashMap<>();
    private int remembered; // of the thread of the events, which come one after the other

    private record Place(String server, String meetingId) {}

    void add(FleetEvent event) {
        String server = event.source().server();
        if (event instanceof FleetEvent.AttendeeJoined joined && remembered < MOST) {
            Map<AttendeeKey, Long> here = people.computeIfAbsent(
                    new Place(server, joined.meeting().id()), place -> new ConcurrentHashMap<>());
            remembered +=
                    here.putIfAbsent(joined.attendee(), event.source().at().toEpochMilli()) == null ? 1 : 0;
        } else if (event instanceof FleetEvent.AttendeeLeft left) {
            leave(new Place(server, left.meeting().id()), left);
        } else if (event instanceof FleetEvent.MeetingEnded ended) {
            forget(new Place(server, ended.meeting().id()));
        } else if (event instanceof FleetEvent.ServerRemoved) {
            people.keySet().stream()
                    .filter(place -> place.server().equals(server))
                    .toList()
                    .forEach(this::forget);
        }
    }

    /** Returns the moment in epoch milliseconds; null if it is not known. */
    @Nullable
    Long since(String server, String meetingId, AttendeeKey attendee) {
        return people.getOrDefault(new Place(server, meetingId), Map.of()).get(attendee);
    }

    /** Of several with one key the others stay. */
    private void leave(Place place, FleetEvent.AttendeeLeft left) {
        Map<AttendeeKey, Long> here = people.get(place);
        if (here != null && !left.meeting().attendees().containsKey(left.attendee())) {
            remembered -= here.remove(left.attendee()) == null ? 0 : 1;
        }
    }

    private void forget(Place place) {
        Map<AttendeeKey, Long> here = people.remove(place);
        remembered -= here == null ? 0 : here.size();
    }
}
