// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.model.JsonValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a server (BBB API, "Event JSON"). What the server left out, or wrote in a form that does not
 * fit its type, is null; {@link #json()} holds everything it wrote, also what has no place in a record. Texts come from
 * users and may hold HTML. Immutable.
 *
 * <p>The families {@link MeetingEvent}, {@link UserEvent}, {@link PollEvent} and {@link RecordingEvent} have several kinds
 * of events each; choose what you need with {@code flux.ofType(UserEvent.Joined.class)}.
 */
public sealed interface WebhookEvent
        permits MeetingEvent,
                UserEvent,
                ChatMessageSent,
                PollEvent,
                TranscriptUpdated,
                PadContent,
                RecordingEvent,
                WebhookEvent.Raw,
                WebhookEvent.Unknown {

    /**
     * Returns what every event has.
     *
     * @return the head
     */
    Head head();

    /**
     * Returns {@code id}, the event's kind.
     *
     * @return for example {@code user-joined}; null if there is none
     */
    default @Nullable String id() {
        return head().id();
    }

    /**
     * Returns {@code ts}, when it happened by the server's clock.
     *
     * @return the time; null for {@code rap-…}, whose scripts count in units of their own
     */
    default @Nullable Instant timestamp() {
        return head().timestamp();
    }

    /**
     * Returns {@code meeting}, where it happened.
     *
     * @return the meeting's ids
     */
    default MeetingIds meeting() {
        return head().meeting();
    }

    /**
     * Returns the whole event as the server wrote it, passwords and session tokens as secrets.
     *
     * @return the JSON value
     */
    default JsonValue json() {
        return head().json();
    }

    /**
     * What every event has. Its {@code toString} leaves the JSON out.
     *
     * @param id {@code id}
     * @param timestamp {@code ts}
     * @param meeting {@code meeting}
     * @param json the whole event
     */
    record Head(@Nullable String id, @Nullable Instant timestamp, MeetingIds meeting, JsonValue json) {
        /** Refuses what is missing. */
        public Head {
            Objects.requireNonNull(meeting, "meeting");
            Objects.requireNonNull(json, "json");
        }

        /** Returns the parts without the JSON, which may hold secrets. */
        @Override
        public String toString() {
            return "Head[id=" + id + ", timestamp=" + timestamp + ", meeting=" + meeting + "]";
        }
    }

    /**
     * The two ids of a meeting.
     *
     * @param internalMeetingId {@code internal-meeting-id}: tells apart meetings that follow each other under one id
     * @param externalMeetingId {@code external-meeting-id}: the {@code meetingID} that the creator chose
     */
    record MeetingIds(
            @Nullable String internalMeetingId, @Nullable String externalMeetingId) {}

    /**
     * The two ids of a user.
     *
     * @param internalUserId {@code internal-user-id}
     * @param externalUserId {@code external-user-id}: the {@code userID} of the join call
     */
    record UserIds(
            @Nullable String internalUserId, @Nullable String externalUserId) {}

    /**
     * A message of the server's own bus or of its recording scripts, from a hook made with {@code getRaw=true}. Its form
     * changes with every release.
     *
     * @param head has no id and no time; its meeting is the one that the message is routed to, or is about
     * @param name {@code envelope.name}, of the scripts {@code header.name}
     */
    record Raw(Head head, @Nullable String name) implements WebhookEvent {
        /** Refuses what is missing. */
        public Raw {
            Objects.requireNonNull(head, "head");
        }
    }

    /**
     * An event that this version of Blueflux does not know.
     *
     * @param head its id may be null
     */
    record Unknown(Head head) implements WebhookEvent {
        /** Refuses what is missing. */
        public Unknown {
            Objects.requireNonNull(head, "head");
        }
    }
}
