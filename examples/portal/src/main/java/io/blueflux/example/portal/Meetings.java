// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetMeeting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** What runs on all servers, live. */
@RestController
class Meetings {
    private final BbbFleet fleet;

    Meetings(BbbFleet fleet) {
        this.fleet = fleet;
    }

    /** A meeting came, began, as somebody joined, or ended. */
    record Change(
            String change,
            String server,
            String meetingId,
            @Nullable String name) {
        static Change of(String change, FleetEvent event, FleetMeeting meeting) {
            return new Change(
                    change,
                    event.source().server(),
                    meeting.meeting().meetingId() == null
                            ? meeting.id()
                            : meeting.meeting().meetingId(),
                    meeting.meeting().meetingName());
        }
    }

    /**
     * First the meetings that there are, then each change. A browser that reads slowly gets what is true by then instead of all
     * that happened; when the service stops, the stream ends.
     */
    @GetMapping(path = "/meetings", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Change>> meetings() {
        return Live.events(changes());
    }

    private Flux<Change> changes() {
        return fleet.events().handle((event, sink) -> {
            if (event instanceof FleetEvent.MeetingCreated created) {
                sink.next(Change.of("created", created, created.meeting()));
            } else if (event instanceof FleetEvent.MeetingStarted started) {
                sink.next(Change.of("started", started, started.meeting()));
            } else if (event instanceof FleetEvent.MeetingEnded ended) {
                sink.next(Change.of("ended", ended, ended.meeting()));
            }
        });
    }
}
