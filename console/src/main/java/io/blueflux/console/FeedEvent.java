// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerState;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as the page tells it.
 *
 * @param type as in the JSON of {@link FleetEvent}
 * @param on of a mark or a recording: whether it is there now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedEvent(
        long at,
        String type,
        String server,
        @Nullable String from,
        @Nullable String state,
        @Nullable String reason,
        @Nullable Boolean on,
        @Nullable Room meeting,
        @Nullable Person attendee) {
    private static final Map<Class<?>, String> TYPES = Arrays.stream(
                    Objects.requireNonNull(FleetEvent.class.getAnnotation(JsonSubTypes.class))
                            .value())
            .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    /** A meeting. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Room(String id, @Nullable String name) {
        static Room of(FleetMeeting meeting) {
            return new Room(Cut.id(meeting.id()), Cut.text(meeting.meeting().meetingName()));
        }
    }

    /** An attendee. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(@Nullable String name, @Nullable String role) {
        static Person of(AttendeeKey key) {
            return new Person(Cut.text(key.fullName()), role(key));
        }

        private static @Nullable String role(AttendeeKey key) {
            return key.role() == null ? null : Cut.text(key.role().text());
        }
    }

    /** What matters first. */
    enum Kind {
        SERVERS,
        MEETINGS,
        PEOPLE
    }

    static FeedEvent of(FleetEvent event) {
        if (event instanceof FleetEvent.ServerStateChanged changed) {
            ServerState now = changed.health().state();
            String reason =
                    now == ServerState.UP ? null : Cut.text(changed.health().reason());
            return told(event, Row.word(changed.from()), Row.word(now), reason, null, null, null);
        }
        if (event instanceof FleetEvent.DrainingChanged marked) {
            return told(event, null, null, null, marked.draining(), null, null);
        }
        if (event instanceof FleetEvent.CordonChanged marked) {
            return told(event, null, null, null, marked.cordoned(), null, null);
        }
        if (event instanceof FleetEvent.RecordingChanged recording) {
            return told(event, null, null, null, recording.recording(), recording.meeting(), null);
        }
        if (event instanceof FleetEvent.AttendeeJoined joined) {
            return told(event, null, null, null, null, joined.meeting(), joined.attendee());
        }
        if (event instanceof FleetEvent.AttendeeLeft left) {
            return told(event, null, null, null, null, left.meeting(), left.attendee());
        }
        return told(event, null, null, null, null, meetingOf(event), null);
    }

    static Kind kind(FleetEvent event) {
        if (event instanceof FleetEvent.AttendeeJoined || event instanceof FleetEvent.AttendeeLeft) {
            return Kind.PEOPLE;
        }
        return event instanceof FleetEvent.RecordingChanged || meetingOf(event) != null ? Kind.MEETINGS : Kind.SERVERS;
    }

    private static @Nullable FleetMeeting meetingOf(FleetEvent event) {
        if (event instanceof FleetEvent.MeetingCreated created) {
            return created.meeting();
        }
        if (event instanceof FleetEvent.MeetingStarted started) {
            return started.meeting();
        }
        return event instanceof FleetEvent.MeetingEnded ended ? ended.meeting() : null;
    }

    private static FeedEvent told(
            FleetEvent event,
            @Nullable String from,
            @Nullable String state,
            @Nullable String reason,
            @Nullable Boolean on,
            @Nullable FleetMeeting meeting,
            @Nullable AttendeeKey attendee) {
        return new FeedEvent(
                event.source().at().toEpochMilli(),
                Objects.requireNonNull(TYPES.get(event.getClass())),
                event.source().server(),
                from,
                state,
                reason,
                on,
                meeting == null ? null : Room.of(meeting),
                attendee == null ? null : Person.of(attendee));
    }
}
