// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change, as polls show it. Immutable. Events of a server come in order. Replayed from the start of a subscription they give
 * the server's state: servers, meetings and attendees that are there already come first, as added, created and joined. Events of
 * meetings and attendees come between {@link MeetingsKnown} and {@link MeetingsUnknown} only.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FleetEvent.ServerAdded.class, name = "server-added"),
    @JsonSubTypes.Type(value = FleetEvent.ServerRemoved.class, name = "server-removed"),
    @JsonSubTypes.Type(value = FleetEvent.ServerStateChanged.class, name = "server-state-changed"),
    @JsonSubTypes.Type(value = FleetEvent.DrainingChanged.class, name = "draining-changed"),
    @JsonSubTypes.Type(value = FleetEvent.CordonChanged.class, name = "cordon-changed"),
    @JsonSubTypes.Type(value = FleetEvent.MeetingsKnown.class, name = "meetings-known"),
    @JsonSubTypes.Type(value = FleetEvent.MeetingsUnknown.class, name = "meetings-unknown"),
    @JsonSubTypes.Type(value = FleetEvent.MeetingCreated.class, name = "meeting-created"),
    @JsonSubTypes.Type(value = FleetEvent.MeetingStarted.class, name = "meeting-started"),
    @JsonSubTypes.Type(value = FleetEvent.MeetingEnded.class, name = "meeting-ended"),
    @JsonSubTypes.Type(value = FleetEvent.RecordingChanged.class, name = "recording-changed"),
    @JsonSubTypes.Type(value = FleetEvent.AttendeeJoined.class, name = "attendee-joined"),
    @JsonSubTypes.Type(value = FleetEvent.AttendeeLeft.class, name = "attendee-left")
})
public sealed interface FleetEvent {

    /**
     * Returns whose poll showed the change, and when.
     *
     * @return server, poll and times
     */
    Source source();

    /**
     * Where an event comes from.
     *
     * @param server the server's name
     * @param poll the number of the poll that showed the change; 0 before the first
     * @param at when that poll finished, by the local clock
     * @param serverDate the answer's {@code Date} header; null if there was none
     */
    record Source(
            String server, long poll, Instant at, @Nullable Instant serverDate) {
        /** Refuses what is missing. */
        public Source {
            Objects.requireNonNull(server, "server");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The fleet polls a server from now on.
     *
     * @param source where from
     */
    record ServerAdded(Source source) implements FleetEvent {
        /** Refuses what is missing. */
        public ServerAdded {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * The fleet does not poll a server any more. Its meetings have not ended by that; nothing more is heard of them.
     *
     * @param source where from
     */
    record ServerRemoved(Source source) implements FleetEvent {
        /** Refuses what is missing. */
        public ServerRemoved {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A server does better or worse.
     *
     * @param source where from
     * @param from the state that the subscriber knew
     * @param health the state now, and why
     */
    record ServerStateChanged(Source source, ServerState from, ServerHealth health) implements FleetEvent {
        /** Refuses what is missing. */
        public ServerStateChanged {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(health, "health");
        }
    }

    /**
     * A server was set to drain, or was taken back.
     *
     * @param source where from
     * @param draining whether it drains now
     */
    record DrainingChanged(Source source, boolean draining) implements FleetEvent {
        /** Refuses what is missing. */
        public DrainingChanged {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A server was cordoned, or is open to new meetings again.
     *
     * @param source where from
     * @param cordoned whether it is cordoned now
     */
    record CordonChanged(Source source, boolean cordoned) implements FleetEvent {
        /** Refuses what is missing. */
        public CordonChanged {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A server answers, so its meetings are known. Comes before what the answer changed.
     *
     * @param source where from
     */
    record MeetingsKnown(Source source) implements FleetEvent {
        /** Refuses what is missing. */
        public MeetingsKnown {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A server failed a poll, so it is not known what became of its meetings. None has ended by that.
     *
     * @param source where from
     */
    record MeetingsUnknown(Source source) implements FleetEvent {
        /** Refuses what is missing. */
        public MeetingsUnknown {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A meeting is there. Its attendees' joining comes after it.
     *
     * @param source where from
     * @param meeting the meeting
     */
    record MeetingCreated(Source source, FleetMeeting meeting) implements FleetEvent {
        /** Refuses what is missing. */
        public MeetingCreated {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(meeting, "meeting");
        }
    }

    /**
     * Somebody has joined a meeting for the first time. Comes once a meeting.
     *
     * @param source where from
     * @param meeting the meeting
     */
    record MeetingStarted(Source source, FleetMeeting meeting) implements FleetEvent {
        /** Refuses what is missing. */
        public MeetingStarted {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(meeting, "meeting");
        }
    }

    /**
     * A server answered without a meeting that it had. The leaving of its attendees comes before it.
     *
     * @param source where from
     * @param meeting the meeting as the subscriber knew it
     */
    record MeetingEnded(Source source, FleetMeeting meeting) implements FleetEvent {
        /** Refuses what is missing. */
        public MeetingEnded {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(meeting, "meeting");
        }
    }

    /**
     * The flag {@code recording} of a meeting changed; a meeting that is created with it has the event too.
     *
     * @param source where from
     * @param meeting the meeting
     * @param recording the flag now: may be recorded
     */
    record RecordingChanged(Source source, FleetMeeting meeting, boolean recording) implements FleetEvent {
        /** Refuses what is missing. */
        public RecordingChanged {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(meeting, "meeting");
        }
    }

    /**
     * An attendee is there. Comes once for each of several with one key.
     *
     * @param source where from
     * @param meeting the meeting
     * @param attendee who
     */
    record AttendeeJoined(Source source, FleetMeeting meeting, AttendeeKey attendee) implements FleetEvent {
        /** Refuses what is missing. */
        public AttendeeJoined {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(meeting, "meeting");
            Objects.requireNonNull(attendee, "attendee");
        }
    }

    /**
     * An attendee has been missing for longer than the grace, or the meeting ended. BBB itself lists one who left for up to 90
     * seconds.
     *
     * @param source where from
     * @param meeting the meeting; as the subscriber knew it, if it ended
     * @param attendee who
     */
    record AttendeeLeft(Source source, FleetMeeting meeting, AttendeeKey attendee) implements FleetEvent {
        /** Refuses what is missing. */
        public AttendeeLeft {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(meeting, "meeting");
            Objects.requireNonNull(attendee, "attendee");
        }
    }
}
